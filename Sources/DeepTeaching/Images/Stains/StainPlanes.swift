/// How much of each stain lies in each pixel of a picture.
public struct StainPlanes: Sendable, Equatable {
    /// The amount of haematoxylin, in units of its stain vector.
    public let hematoxylin: Plane

    /// The amount of eosin, in units of its stain vector.
    public let eosin: Plane
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
        let overlap = hematoxylin.dot(eosin)
        let determinant = 1 - overlap * overlap
        guard determinant > 1e-9 else { throw StainError.sameDirection }
        // The rows of the pseudoinverse of the matrix with the columns H and E.
        let rows = [hematoxylin - overlap * eosin, eosin - overlap * hematoxylin]
            .map { $0 / determinant }
        func plane(_ row: SIMD3<Double>) -> Plane {
            let shares = (0..<3).map { channel in
                density.table.map { Float($0 * row[channel]) }
            }
            let width = image.size.width
            let values: [Float] = parallelRows(image.size.height, elementsPerRow: width) {
                line, output in
                for column in 0..<width {
                    let index = 3 * (line * width + column)
                    output[column] =
                        shares[0][Int(image.pixels[index])]
                        + shares[1][Int(image.pixels[index + 1])]
                        + shares[2][Int(image.pixels[index + 2])]
                }
            }
            return Plane(size: image.size, values: values)
        }
        return StainPlanes(hematoxylin: plane(rows[0]), eosin: plane(rows[1]))
    }
}
