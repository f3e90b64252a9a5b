import Foundation

/// What a pixel is measured by when tissue is sought: the more, the more it looks like tissue.
///
/// Stained tissue differs from bare glass in three ways: it is more colourful, it is darker, and it
/// holds back light. Ink and black blocks are dark and hold back light too, so saturation is the
/// default.
public enum TissueMeasure: String, Sendable, Codable, CaseIterable {
    /// How colourful a pixel is, from 0 to 1: S = (max - min) / max of red, green and blue, the
    /// saturation of the HSV model.
    case saturation

    /// How dark a pixel is, from 0 (white) to 1 (black): 1 - Y / 255 with the luma Y.
    case darkness

    /// How much light a pixel holds back: the mean of -ln((I + 1) / 240) over red, green and blue, and
    /// 0 for what is brighter than glass.
    ///
    /// Twice the stain is twice the density, which neither of the others grants.
    case opticalDensity
}

extension TissueMeasure {
    /// The measure of each pixel of a picture. No value is below 0, infinite or not a number, whatever
    /// the picture shows.
    public func values(of image: Image) -> Plane {
        switch self {
        case .saturation: image.saturation()
        case .darkness:
            Plane(size: image.size, values: image.luma().values.map { 1 - $0 / 255 })
        case .opticalDensity: image.meanDensity()
        }
    }

    /// Between these values lies the threshold of tissue, whatever the histogram says: a slide that is
    /// all tissue must not lose its paler half.
    var thresholdRange: ClosedRange<Double> {
        switch self {
        case .saturation: 0.04...0.15
        case .darkness: 0.1...0.25
        case .opticalDensity: 0.12...0.3
        }
    }

    /// By how much the means of tissue and glass must differ at least.
    var minimumContrast: Double {
        switch self {
        case .saturation: 0.05
        case .darkness: 0.06
        case .opticalDensity: 0.1
        }
    }
}

extension Image {
    /// The mean of the optical densities of red, green and blue.
    fileprivate func meanDensity() -> Plane {
        let width = size.width
        let table = OpticalDensity().table.map { Float(max(0, $0)) }
        let values: [Float] = parallelRows(size.height, elementsPerRow: width) { row, output in
            pixels.withUnsafeBufferPointer { pixels in
                for column in 0..<width {
                    let index = 3 &* (row &* width &+ column)
                    output[column] =
                        (table[Int(pixels[index])] + table[Int(pixels[index &+ 1])]
                            + table[Int(pixels[index &+ 2])]) / 3
                }
            }
        }
        return Plane(size: size, values: values)
    }
}
