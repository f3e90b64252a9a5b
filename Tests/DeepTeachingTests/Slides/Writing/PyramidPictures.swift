import DeepTeaching
import Foundation

/// What the tests of writers paint.
enum PyramidPictures {
    /// Smooth colours that tell every place up to (2100, 1400) apart, so that JPEG changes them
    /// little.
    static func gradient(_ origin: BaselinePoint, _ size: PixelSize) -> Image {
        var image = Image(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let column = Int(origin.x) + x
                let row = Int(origin.y) + y
                image[x: x, y: y] = RGB(
                    UInt8(column * 255 / 2100), UInt8(row * 255 / 1400),
                    UInt8((column + row) * 255 / 3500))
            }
        }
        return image
    }

    /// Colours that change from pixel to pixel, so that a tile in a wrong place is seen.
    static func noise(_ origin: BaselinePoint, _ size: PixelSize) -> Image {
        var image = Image(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let place = UInt64(Int(origin.x) + x) << 32 | UInt64(Int(origin.y) + y)
                var random = SeededGenerator(seed: place)
                let bits = random.next()
                image[x: x, y: y] = RGB(
                    UInt8(bits & 255), UInt8(bits >> 8 & 255), UInt8(bits >> 16 & 255))
            }
        }
        return image
    }

    /// A mask that tells every place apart from its neighbours.
    static func pattern(_ origin: BaselinePoint, _ size: PixelSize) -> MaskTile {
        var bytes: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                let column = Int(origin.x) + x
                let row = Int(origin.y) + y
                bytes.append(UInt8((column / 3 + row / 5 * 2) % 3))
            }
        }
        return MaskTile(size: size, bytes: bytes)
    }

    /// The largest difference of any channel of any pixel.
    static func worstDifference(_ first: Image, _ second: Image) -> Int {
        zip(first.pixels, second.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }
}
