/// A picture that is being put together.
struct DigitCanvas {
    /// The grey value of a digit's pixel in column x and row y.
    typealias Ink = (_ x: Int, _ y: Int) -> Float

    private let side: Int

    /// The grey values, row by row.
    private let pixels: UnsafeMutableBufferPointer<Float>

    /// An empty picture in this memory.
    init(_ scene: DigitScene, in pixels: UnsafeMutableBufferPointer<Float>) {
        side = scene.side
        self.pixels = pixels
        pixels.update(repeating: 0)
    }

    /// Puts a digit somewhere, each place equally likely.
    ///
    /// - Returns: where its middle lies, from -1 to 1.
    func place(
        _ digit: Ink, using generator: inout SeededGenerator
    ) -> (x: Float, y: Float) {
        let room = side - DrawnDigit.side + 1
        let (left, top) = (generator.index(below: room), generator.index(below: room))
        add(digit, from: (0, 0), size: DrawnDigit.side, to: (left, top))
        func place(_ start: Int) -> Float {
            Float(2 * start + DrawnDigit.side) / Float(side) - 1
        }
        return (place(left), place(top))
    }

    /// Puts a piece of a digit somewhere: 8 x 8 of its pixels, from anywhere in it.
    func strew(_ digit: Ink, using generator: inout SeededGenerator) {
        let size = 8
        let (inside, room) = (DrawnDigit.side - size + 1, side - size + 1)
        let source = (generator.index(below: inside), generator.index(below: inside))
        let target = (generator.index(below: room), generator.index(below: room))
        add(digit, from: source, size: size, to: target)
    }

    /// The darker of what is there and what comes.
    private func add(
        _ digit: Ink, from source: (x: Int, y: Int), size: Int, to target: (x: Int, y: Int)
    ) {
        for y in 0..<size {
            for x in 0..<size {
                let ink = digit(source.x + x, source.y + y)
                let index = (target.y + y) * side + target.x + x
                pixels[index] = max(pixels[index], ink)
            }
        }
    }
}
