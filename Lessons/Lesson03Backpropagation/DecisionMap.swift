import DeepTeaching

/// What a network says everywhere, as colours, with the nuclei that it trained on as dots.
struct DecisionMap {
    let network: TinyNetwork
    let nuclei: Nuclei

    private static let side = 360
    private static let tumor = RGB(213, 94, 0)
    private static let other = RGB(0, 114, 178)

    /// Features from -3 to 3: diameter to the right, neighbours upwards.
    var image: Image {
        let side = Self.side
        let probabilities = network.probabilities(for: places)
        var image = Image(size: PixelSize(side: side))
        for (index, p) in probabilities.enumerated() {
            image[x: index % side, y: index / side] = Self.pale(p)
        }
        for (features, label) in zip(nuclei.features, nuclei.labels) {
            mark(features, label == 1 ? Self.tumor : Self.other, on: &image)
        }
        return image
    }

    /// The share of the picture in which the network and a straight line say different things.
    func disagreement(with line: LogisticRegression.Fitted) throws -> Double {
        let scores = try line.scores(for: Tensor(rows: places))
        let differ = zip(network.probabilities(for: places), scores).count { p, score in
            (p > 0.5) != (score > 0)
        }
        return Double(differ) / Double(scores.count)
    }

    /// The features of all pixels, row by row.
    private var places: [[Double]] {
        let side = Self.side
        return (0..<side * side).map { index in
            [feature(index % side), feature(side - 1 - index / side)]
        }
    }

    private func feature(_ pixel: Int) -> Double {
        6 * (Double(pixel) + 0.5) / Double(Self.side) - 3
    }

    private func mark(_ features: [Double], _ color: RGB, on image: inout Image) {
        let x = Int((features[0] + 3) / 6 * Double(Self.side))
        let y = Self.side - 1 - Int((features[1] + 3) / 6 * Double(Self.side))
        for row in y - 3...y + 3 where (0..<Self.side).contains(row) {
            for column in x - 3...x + 3 where (0..<Self.side).contains(column) {
                let isRim = abs(row - y) == 3 || abs(column - x) == 3
                image[x: column, y: row] = isRim ? .white : color
            }
        }
    }

    /// White where the network does not know, towards one colour where it is sure.
    private static func pale(_ p: Double) -> RGB {
        let color = p > 0.5 ? tumor : other
        let strength = p.isFinite ? 0.5 * abs(2 * p - 1) : 0
        func mixed(_ channel: UInt8) -> UInt8 {
            UInt8((255 + strength * (Double(channel) - 255)).rounded())
        }
        return RGB(mixed(color.red), mixed(color.green), mixed(color.blue))
    }
}
