/// How much of each stain lies in each pixel of a picture.
public struct StainPlanes: Sendable, Equatable {
    /// The amount of haematoxylin, in units of its stain vector.
    public let hematoxylin: Plane

    /// The amount of eosin, in units of its stain vector.
    public let eosin: Plane

    /// Amounts of two stains over one picture.
    public init(hematoxylin: Plane, eosin: Plane) {
        require(
            hematoxylin.size == eosin.size,
            "planes of \(hematoxylin.size) and \(eosin.size) pixels are not of one picture")
        self.hematoxylin = hematoxylin
        self.eosin = eosin
    }
}

extension StainVectors {
    /// The amounts h, e of the stains H, E that come closest to the densities D of each pixel:
    ///
    ///     minimise |D - (h H + e E)|^2
    ///
    /// Noise makes amounts below 0 where there is no stain; they are kept.
    ///
    /// - Throws: `StainError` if both stains have the same direction.
    public func unmix(_ image: Image, over density: OpticalDensity) throws -> StainPlanes {
        let rows = try pseudoinverse()
        let tables = PixelTables(
            density, columns: (0..<3).map { SIMD3(rows.hematoxylin[$0], rows.eosin[$0], 0) })
        let planes = filledPlanes(2, of: image.size) { row, amounts in
            image.pixels.withUnsafeBufferPointer { pixels in
                tables.addUp(
                    pixels, startingAt: 3 * row * image.size.width, into: amounts[0], amounts[1])
            }
        }
        return StainPlanes(hematoxylin: planes[0], eosin: planes[1])
    }

    /// The rows of the pseudoinverse of the matrix with the columns H and E: their products with a
    /// density are the amounts.
    ///
    /// - Throws: `StainError` if both stains have the same direction.
    func pseudoinverse() throws -> (hematoxylin: SIMD3<Double>, eosin: SIMD3<Double>) {
        let overlap = hematoxylin.dot(eosin)
        let determinant = 1 - overlap * overlap
        guard determinant > 1e-9 else { throw StainError.sameDirection }
        return (
            (hematoxylin - overlap * eosin) / determinant,
            (eosin - overlap * hematoxylin) / determinant
        )
    }
}
