import DeepTeaching
import LessonSlides

extension StudySlide {
    /// The probabilities in colours, on pale tissue.
    var picture: Image {
        ground.overlaying(map.probabilities, where: map.covered, opacity: 1).enlarged(by: 2)
    }

    /// The probabilities, then what lies above each of some thresholds, in orange.
    func picture(above thresholds: [Float]) -> Image {
        .sideBySide(
            [picture]
                + thresholds.map { threshold in
                    let mask = map.probabilities.mask(above: threshold).intersection(map.covered)
                    return ground.overlaying(mask, color: .vermilion, opacity: 0.9)
                        .enlarged(by: 2)
                }, spacing: 8)
    }

    private var ground: Image {
        Image(size: map.covered.size, color: .white)
            .overlaying(map.covered, color: RGB(226, 214, 232), opacity: 1)
    }
}

extension Image {
    /// A square a pair: vermilion if both rise together, blue if one falls as the other rises, white if neither.
    static func correlations(_ matrix: [[Double]], cell: Int = 18) -> Image {
        let side = matrix.count * cell + 1
        var image = Image(size: PixelSize(side: side), color: RGB(200, 200, 200))
        for (row, values) in matrix.enumerated() {
            for (column, value) in values.enumerated() {
                let color = shade(value)
                for v in 1..<cell {
                    for u in 1..<cell { image[x: column * cell + u, y: row * cell + v] = color }
                }
            }
        }
        return image
    }

    /// From white at 0 to the full colour at 1 or -1.
    private static func shade(_ value: Double) -> RGB {
        let full: RGB = value < 0 ? .blue : .vermilion
        let weight = min(1, abs(value))
        func mixed(_ channel: UInt8) -> UInt8 {
            UInt8((255 + weight * (Double(channel) - 255)).rounded())
        }
        return RGB(mixed(full.red), mixed(full.green), mixed(full.blue))
    }
}
