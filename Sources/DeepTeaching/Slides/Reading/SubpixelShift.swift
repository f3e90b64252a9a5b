/// A shift of a picture by less than a pixel to the left and up.
struct SubpixelShift: Equatable {
    /// The weight of the right neighbour, in parts of 256.
    private let right: UInt32

    /// The weight of the lower neighbour, in parts of 256.
    private let lower: UInt32

    /// A shift by shares of a pixel, from 0 up to 1.
    init(rightShare: Double, lowerShare: Double) {
        right = UInt32(rightShare * 256)
        lower = UInt32(lowerShare * 256)
    }

    /// The pixel at or before a place, and how far behind it the place lies, in a 256th of a pixel.
    static func split(_ place: Double) -> (pixel: Int, share: Double) {
        // Halves of a 256th would flicker with the last bit of a division.
        let place = (place * 256).rounded() / 256
        let pixel = place.rounded(.down)
        return (Int(pixel), place - pixel)
    }

    /// Whether nothing moves.
    var isNone: Bool { right == 0 && lower == 0 }

    /// The shifted picture, one row and one column smaller:
    /// `(1 - v) * ((1 - u) * p[y, x] + u * p[y, x + 1]) + v * ((1 - u) * p[y + 1, x] + ...)`,
    /// rounded, where `u` is the right share and `v` the lower one.
    func applied(to image: Image) -> Image {
        let size = PixelSize(width: image.size.width - 1, height: image.size.height - 1)
        let rowLength = 3 * image.size.width
        let pixels = [UInt8](unsafeUninitializedCapacity: 3 * size.area) { output, count in
            image.pixels.withUnsafeBufferPointer { input in
                for y in 0..<size.height {
                    for x in 0..<3 * size.width {
                        let place = y &* rowLength &+ x
                        let upper = blend(input[place], input[place &+ 3])
                        let under = blend(
                            input[place &+ rowLength], input[place &+ rowLength &+ 3])
                        let sum = upper &* (256 &- lower) &+ under &* lower
                        output[y &* 3 &* size.width &+ x] = UInt8((sum &+ 1 << 15) &>> 16)
                    }
                }
            }
            count = 3 * size.area
        }
        return Image(size: size, pixels: pixels)
    }

    private func blend(_ left: UInt8, _ right: UInt8) -> UInt32 {
        UInt32(left) &* (256 &- self.right) &+ UInt32(right) &* self.right
    }
}
