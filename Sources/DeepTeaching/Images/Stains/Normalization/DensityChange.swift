import Foundation

/// Gives the stains of a picture other colours and other amounts:
///
///     D = h H + e E      D' = h (h99' / h99) H' + e (e99' / e99) E'      I' = white exp(-D') - 1
///
/// with the densities D of a pixel, and stains and amounts of both stainings. What of D is neither
/// of the two stains goes.
///
/// D' is linear in D, so it is a sum of one part for each colour, and I' a product: three look-ups
/// a pixel.
public struct DensityChange: StainChange, Equatable {
    private let tables: PixelTables
    private let glass: GlassLimit?

    /// - Parameter glassBelow: pixels with less density in all colours stay as they are; nil
    /// changes all.
    init(
        from source: StainProfile, to target: StainProfile, density: OpticalDensity,
        glassBelow: Double?
    ) throws {
        let rows = try source.stains.pseudoinverse()
        let hematoxylin = target.stains.hematoxylin * (target.hematoxylin / source.hematoxylin)
        let eosin = target.stains.eosin * (target.eosin / source.eosin)
        tables = PixelTables { channel, byte in
            let part =
                rows.hematoxylin[channel] * hematoxylin + rows.eosin[channel] * eosin
            let exponent = -density.table[byte] * part
            // Three factors of this size still have a product that is a number.
            let light = (0..<3).map { exp(min(max(exponent[$0], -29), 29)) }
            return (channel == 0 ? density.white : 1) * SIMD3(light[0], light[1], light[2])
        }
        glass = glassBelow.map { GlassLimit(density, below: $0) }
    }

    /// The picture in the other staining.
    public func callAsFunction(_ image: Image) -> Image {
        let width = image.size.width
        let bytes: [UInt8] = parallelRows(image.size.height, elementsPerRow: 3 * width) {
            row, output in
            image.pixels.withUnsafeBufferPointer { pixels in
                tables.multiply(pixels, startingAt: 3 * row * width, into: output)
                glass?.restore(output, from: pixels, startingAt: 3 * row * width)
            }
        }
        return Image(size: image.size, pixels: bytes)
    }
}
