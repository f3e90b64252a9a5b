import DeepTeaching

/// Two pixels in each character: the upper half is the letter's colour, the lower the ground's.
struct HalfBlocks {
    let usesAllColors: Bool

    func lines(_ image: Image) -> [String] {
        stride(from: 0, to: image.size.height, by: 2).map { y in
            let cells = (0..<image.size.width).map { x -> String in
                let upper = code(image[x: x, y: y], ground: false)
                let hasLower = y + 1 < image.size.height
                let lower = hasLower ? code(image[x: x, y: y + 1], ground: true) : "49"
                return "\u{1B}[\(upper);\(lower)m▀"
            }
            return cells.joined() + "\u{1B}[0m"
        }
    }

    private func code(_ color: RGB, ground: Bool) -> String {
        let plane = ground ? 48 : 38
        return usesAllColors
            ? "\(plane);2;\(color.red);\(color.green);\(color.blue)"
            : "\(plane);5;\(16 + ColorCube.index(color))"
    }
}

/// The 6 x 6 x 6 colours that every terminal with 256 colours shows.
enum ColorCube {
    /// The steps of a component: 0, 95, 135, 175, 215, 255.
    static let levels: [Int] = [0, 95, 135, 175, 215, 255]

    /// The place of the nearest colour: 36 red + 6 green + blue.
    static func index(_ color: RGB) -> Int {
        36 * nearest(color.red) + 6 * nearest(color.green) + nearest(color.blue)
    }

    private static func nearest(_ component: UInt8) -> Int {
        let distances = levels.map { abs($0 - Int(component)) }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
}

/// A picture of letters: dark pixels get dense letters. It works on white and black terminals
/// alike, because the darkness of tissue on glass is what counts.
enum AsciiPicture {
    static func lines(_ image: Image, columns: Int) -> [String] {
        let width = min(columns, image.size.width)
        // A character is twice as high as wide.
        let height = max(1, image.size.height * width / image.size.width / 2)
        let small = image.resized(to: PixelSize(width: width, height: height))
        let ramp = Array("@%#*+=-:. ")
        return (0..<height).map { y in
            let letters = (0..<width).map { x -> Character in
                let color = small[x: x, y: y]
                let luma = 299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue)
                return ramp[min(ramp.count - 1, luma * ramp.count / 255_000)]
            }
            return String(letters)
        }
    }
}
