import Foundation

/// How much light tissue holds back: D = -ln((I + 1) / white) for a byte I.
///
/// Light that passes a stain falls off exponentially with the amount of stain (Beer and Lambert),
/// so densities of several stains add up, where colours do not. The 1 keeps black finite.
public struct OpticalDensity: Sendable, Equatable {
    /// The byte that bare glass has, above 0.
    public let white: Double

    /// The density of each byte; below 0 for what is brighter than glass.
    public let table: [Double]

    /// The densities over glass of one brightness.
    public init(white: Double = 240) {
        require(
            white > 0 && white.isFinite, "glass needs a brightness above 0, not \(white)")
        self.white = white
        table = (0..<256).map { -log((Double($0) + 1) / white) }
    }

    /// The densities of red, green and blue.
    public func callAsFunction(_ color: RGB) -> SIMD3<Double> {
        SIMD3(table[Int(color.red)], table[Int(color.green)], table[Int(color.blue)])
    }

    /// The densities of pixel `index` of a picture, counted row by row.
    func callAsFunction(_ pixels: UnsafeBufferPointer<UInt8>, _ index: Int) -> SIMD3<Double> {
        SIMD3(
            table[Int(pixels[3 &* index])], table[Int(pixels[3 &* index &+ 1])],
            table[Int(pixels[3 &* index &+ 2])])
    }
}
