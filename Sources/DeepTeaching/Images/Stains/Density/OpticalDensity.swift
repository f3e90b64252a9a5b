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

    /// The byte, not rounded and not cut to 0...255, that a density has: white exp(-D) - 1.
    public func light(_ density: Double) -> Double { white * exp(-density) - 1 }

    /// The brightest byte that still has this density or more; nil if none has.
    func brightestByte(ofDensity least: Double) -> UInt8? {
        table.lastIndex { $0 >= least }.map { UInt8($0) }
    }
}

/// What is glass in a picture: pixels all of whose colours are brighter than a byte.
struct GlassLimit: Sendable, Equatable {
    /// The brightest byte of tissue; nil if all is glass.
    let byte: UInt8?

    /// Glass has less than this density in red, in green and in blue.
    init(_ density: OpticalDensity, below least: Double) {
        byte = density.brightestByte(ofDensity: least)
    }

    /// Whether a pixel, which begins at `index`, is glass.
    @inline(__always)
    func isGlass(_ pixels: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard let byte else { return true }
        return pixels[index] > byte && pixels[index &+ 1] > byte && pixels[index &+ 2] > byte
    }

    /// Puts the glass of a row back as it was.
    func restore(
        _ output: UnsafeMutableBufferPointer<UInt8>, from pixels: UnsafeBufferPointer<UInt8>,
        startingAt start: Int
    ) {
        for index in stride(from: 0, to: output.count, by: 3) where isGlass(pixels, start &+ index)
        {
            for channel in 0..<3 { output[index &+ channel] = pixels[start &+ index &+ channel] }
        }
    }
}
