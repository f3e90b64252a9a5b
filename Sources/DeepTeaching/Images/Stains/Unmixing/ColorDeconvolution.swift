import Foundation

/// Three stains that are told apart by their colours: the amounts of all three in each pixel.
///
/// Three densities for three unknowns: where ``StainVectors/unmix(_:over:)`` finds the nearest
/// answer, this solves a system of equations. Densities count in units of six powers of ten, so
/// that black is 1:
///
///     D = log(max(I / 255, 1e-6)) / log(1e-6)      D = c1 s1 + c2 s2 + c3 s3
///
/// ```swift
/// let brown = ColorDeconvolution.hematoxylinDAB.planes(of: image)[1]
/// ```
///
/// Source: Ruifrok and Johnston, Quantification of histochemical staining by color deconvolution,
/// Analytical and Quantitative Cytology and Histology, 2001.
public struct ColorDeconvolution: Sendable, Equatable {
    /// For each of three stains the densities of red, green and blue of one unit.
    public let stains: [SIMD3<Double>]

    /// The columns of the inverse of the matrix that has the stains as columns.
    private let inverse: [SIMD3<Double>]

    /// Three stains.
    ///
    /// - Throws: `StainError.sameDirection` if one of them is a mixture of the others.
    public init(stains: [SIMD3<Double>]) throws {
        require(stains.count == 3, "a deconvolution needs three stains, not \(stains.count)")
        let volume = stains[0].dot(stains[1].cross(stains[2]))
        let lengths = stains.reduce(1) { $0 * $1.dot($1).squareRoot() }
        guard abs(volume) > 1e-6 * lengths, volume.isFinite else {
            throw StainError.sameDirection
        }
        self.init(independent: stains)
    }

    private init(independent stains: [SIMD3<Double>]) {
        self.stains = stains
        let volume = stains[0].dot(stains[1].cross(stains[2]))
        // Row k of the inverse is perpendicular to the two other stains.
        let rows = (0..<3).map { stains[($0 + 1) % 3].cross(stains[($0 + 2) % 3]) / volume }
        inverse = (0..<3).map { channel in
            SIMD3(rows[0][channel], rows[1][channel], rows[2][channel])
        }
    }

    /// Haematoxylin, eosin and DAB, the brown of antibodies.
    public static let hematoxylinEosinDAB = ColorDeconvolution(
        independent: [[0.65, 0.70, 0.29], [0.07, 0.99, 0.11], [0.27, 0.57, 0.78]])

    /// Haematoxylin and DAB; the third stain is what neither of the two explains.
    public static let hematoxylinDAB: ColorDeconvolution = {
        let (blue, brown) = (SIMD3(0.650, 0.704, 0.286), SIMD3(0.268, 0.570, 0.776))
        return ColorDeconvolution(independent: [blue, brown, blue.cross(brown)])
    }()

    /// The amounts of the three stains in each pixel; what is below 0 becomes 0.
    public func planes(of image: Image) -> [Plane] {
        let tables = PixelTables { channel, byte in
            Self.density(ofByte: byte) * inverse[channel]
        }
        return filledPlanes(3, of: image.size) { row, amounts in
            let amounts = ColorRow(amounts)
            image.pixels.withUnsafeBufferPointer { pixels in
                tables.addUp(pixels, startingAt: 3 * row * image.size.width, into: amounts)
            }
            amounts.cutBelowZero()
        }
    }

    /// The picture of some amounts of the three stains; leave one out by a plane of zeros.
    ///
    /// - Parameter planes: three of one size.
    public func image(of planes: [Plane]) -> Image {
        require(
            planes.count == 3 && planes.allSatisfy { $0.size == planes[0].size },
            "three stains need three planes of one size, not \(planes.map(\.size))")
        let (size, scale) = (planes[0].size, log(1e-6))
        let bytes: [UInt8] = parallelRows(size.height, elementsPerRow: 3 * size.width) {
            row, output in
            for column in 0..<size.width {
                let place = row * size.width + column
                var density = SIMD3<Double>.zero
                for (plane, stain) in zip(planes, stains) {
                    density += Double(plane.values[place]) * stain
                }
                for channel in 0..<3 {
                    output[3 * column + channel] = Float(exp(scale * density[channel])).byte
                }
            }
        }
        return Image(size: size, pixels: bytes)
    }

    /// From 0, glass, to 1, black.
    private static func density(ofByte byte: Int) -> Double {
        log(max(Double(byte) / 255, 1e-6)) / log(1e-6)
    }
}

extension ColorRow {
    /// Replaces what is below 0 by 0.
    fileprivate func cutBelowZero() {
        for channel in [first, second, third] {
            for i in 0..<count { channel[i] = channel[i] > 0 ? channel[i] : 0 }
        }
    }
}

extension SIMD3<Double> {
    /// The vector that is perpendicular to both.
    func cross(_ other: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }
}
