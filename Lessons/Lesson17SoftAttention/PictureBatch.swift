import DeepTeaching

/// Drawn pictures as a network takes them, every second one with a tumour.
struct PictureBatch: Sendable {
    /// Places along each side of the network's map: each stands for 4 x 4 pixels.
    ///
    /// Place j sees 17 pixels, the middle one is pixel 4 j. It is masked and counted as the pixels 4 j to
    /// 4 j + 3, whose middle lies 1.5 pixels further.
    static let grid = 12

    static let places = grid * grid

    let pictures: [DrawnTissue]

    /// `[batch, 48, 48, 3]`, around 0.
    let images: Tensor<Float>

    /// 1 for a place of which half or more is tissue, 0 for glass: `[batch, place]`.
    let mask: Tensor<Float>

    /// The share of each place that is tumour, and that is a crowd of small cells. No network sees these.
    let tumor, crowds: [[Double]]

    init(_ pictures: [DrawnTissue]) {
        self.pictures = pictures
        let side = DrawnTissue.side
        images = Tensor(
            pictures.flatMap { $0.colors.map { ($0 - 0.75) * 4 } },
            shape: [pictures.count, side, side, 3])
        mask = Tensor(
            pictures.flatMap { Self.shares($0.tissue).map { $0 < 0.5 ? 0 : 1 } },
            shape: [pictures.count, Self.places])
        tumor = pictures.map { Self.shares($0.tumor) }
        crowds = pictures.map { Self.shares($0.crowds) }
    }

    init(count: Int, using generator: inout SeededGenerator) {
        self.init(
            (0..<count).map { DrawnTissue(isTumorous: $0 % 2 == 1, using: &generator) })
    }

    var labels: [Int] { pictures.map { $0.isTumorous ? 1 : 0 } }

    /// The share of each place's pixels that belong to a mask.
    static func shares(_ mask: [Bool]) -> [Double] {
        let cell = DrawnTissue.side / grid
        var shares = [Double](repeating: 0, count: places)
        for (pixel, isIn) in mask.enumerated() where isIn {
            let (x, y) = (pixel % DrawnTissue.side, pixel / DrawnTissue.side)
            shares[y / cell * grid + x / cell] += 1 / Double(cell * cell)
        }
        return shares
    }

    /// Which places count, for each picture.
    var counted: [[Bool]] {
        let elements = mask.elements
        return pictures.indices.map { picture in
            (0..<Self.places).map { elements[picture * Self.places + $0] == 1 }
        }
    }
}
