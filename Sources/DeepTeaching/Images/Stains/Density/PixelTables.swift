/// Three numbers for each byte of red, of green and of blue: those of a pixel's three bytes are
/// added up, or multiplied.
///
/// All that is linear in the optical densities of a pixel is such a sum, and its exponential such a
/// product: three look-ups instead of three logarithms, nine products and three exponentials.
struct PixelTables: Sendable, Equatable {
    /// 256 entries for red, then for green, then for blue; the fourth number is not used.
    private let entries: [SIMD4<Float>]

    /// Tables of what `numbers` says of a channel (0 red, 1 green, 2 blue) and a byte.
    init(_ numbers: (_ channel: Int, _ byte: Int) -> SIMD3<Double>) {
        entries = (0..<3).flatMap { channel in
            (0..<256).map { byte in
                let three = SIMD3<Float>(numbers(channel, byte))
                return SIMD4(three.x, three.y, three.z, 0)
            }
        }
    }

    /// The products of a 3 x 3 matrix, given by its columns, with the densities of a pixel.
    init(_ density: OpticalDensity, columns: [SIMD3<Double>]) {
        self.init { channel, byte in density.table[byte] * columns[channel] }
    }

    /// Adds up the numbers of a row of pixels.
    func addUp(
        _ pixels: UnsafeBufferPointer<UInt8>, startingAt start: Int, into colors: ColorRow
    ) {
        entries.withUnsafeBufferPointer { entries in
            var index = start
            for i in 0..<colors.count {
                let sum =
                    entries[Int(pixels[index])] + entries[256 &+ Int(pixels[index &+ 1])]
                    + entries[512 &+ Int(pixels[index &+ 2])]
                colors.first[i] = sum.x
                colors.second[i] = sum.y
                colors.third[i] = sum.z
                index &+= 3
            }
        }
    }

    /// Adds up the first two numbers of a row of pixels.
    func addUp(
        _ pixels: UnsafeBufferPointer<UInt8>, startingAt start: Int,
        into first: UnsafeMutableBufferPointer<Float>,
        _ second: UnsafeMutableBufferPointer<Float>
    ) {
        entries.withUnsafeBufferPointer { entries in
            var index = start
            for i in 0..<first.count {
                let sum =
                    entries[Int(pixels[index])] + entries[256 &+ Int(pixels[index &+ 1])]
                    + entries[512 &+ Int(pixels[index &+ 2])]
                first[i] = sum.x
                second[i] = sum.y
                index &+= 3
            }
        }
    }

    /// Multiplies the numbers of a row of pixels, takes 1 away, and rounds to bytes.
    func multiply(
        _ pixels: UnsafeBufferPointer<UInt8>, startingAt start: Int,
        into bytes: UnsafeMutableBufferPointer<UInt8>
    ) {
        entries.withUnsafeBufferPointer { entries in
            for place in stride(from: 0, to: bytes.count, by: 3) {
                let index = start &+ place
                let product =
                    entries[Int(pixels[index])] * entries[256 &+ Int(pixels[index &+ 1])]
                    * entries[512 &+ Int(pixels[index &+ 2])] - 1
                bytes[place] = product.x.nearestByte
                bytes[place &+ 1] = product.y.nearestByte
                bytes[place &+ 2] = product.z.nearestByte
            }
        }
    }
}
