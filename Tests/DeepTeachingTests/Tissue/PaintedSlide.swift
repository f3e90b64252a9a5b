import DeepTeaching

/// A picture of a slide, painted for a test: glass, with what is put on it.
struct PaintedSlide {
    var image: Image

    /// Glass with the noise of a camera.
    init(width: Int, height: Int, glass: RGB = RGB(242, 240, 243), noise: Int = 3) {
        image = Image(size: PixelSize(width: width, height: height), color: glass)
        var generator = SeededGenerator(seed: 3)
        for index in image.pixels.indices {
            let change = generator.index(below: 2 * noise + 1) - noise
            image.pixels[index] = UInt8(min(255, max(0, Int(image.pixels[index]) + change)))
        }
    }

    /// Paints a rectangle with a colour, each byte a little more or less.
    mutating func paint(_ rectangle: PixelRectangle, _ color: RGB, noise: Int = 12) {
        var generator = SeededGenerator(seed: UInt64(rectangle.x * 10_007 + rectangle.y))
        for y in rectangle.y..<rectangle.y + rectangle.height {
            for x in rectangle.x..<rectangle.x + rectangle.width {
                let bytes = [color.red, color.green, color.blue].map { byte in
                    UInt8(
                        min(255, max(0, Int(byte) + generator.index(below: 2 * noise + 1) - noise)))
                }
                image[x: x, y: y] = RGB(bytes[0], bytes[1], bytes[2])
            }
        }
    }

    static let eosin = RGB(225, 160, 200)
    static let hematoxylin = RGB(120, 90, 160)
}
