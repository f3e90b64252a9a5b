import Curriculum
import DeepTeaching
import Foundation

/// Pictures that tell, and stains to change.
extension AugmentationGraders {
    /// A picture of two stains and nothing else.
    static func mixture(
        _ width: Int, _ height: Int, factors: [Double],
        _ generator: inout SeededGenerator
    ) -> (image: Image, stains: StainBasis, factors: [Double]) {
        let (size, stains) = (PixelSize(width: width, height: height), basis(&generator))
        let pixels = (0..<size.area).flatMap { _ -> [UInt8] in
            let (h, e) = (generator.uniform(0.4, 1.2), generator.uniform(0.1, 1.2))
            return (0..<3).map { c in
                byte(256 * exp(-h * stains.vectors[0][c] - e * stains.vectors[1][c]) - 1)
            }
        }
        return (Image(size: size, pixels: pixels), stains, factors)
    }

    /// Light that passes in red and blue alone.
    static func magenta(
        _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> Image {
        let size = PixelSize(width: width, height: height)
        let pixels = (0..<size.area).flatMap { _ in
            [
                UInt8(248 + generator.index(below: 6)), UInt8(generator.index(below: 3)),
                UInt8(240 + generator.index(below: 12)),
            ]
        }
        return Image(size: size, pixels: pixels)
    }

    /// Green, red and yellow, which neither stain explains.
    static func pen(_ generator: inout SeededGenerator) -> Image {
        func high() -> UInt8 { UInt8(110 + generator.index(below: 60)) }
        func low() -> UInt8 { UInt8(20 + generator.index(below: 40)) }
        return Image(
            size: PixelSize(width: 2, height: 2),
            pixels: [low(), high(), low(), high(), low(), low(), high(), high(), low()]
                + [low(), high(), high()])
    }

    /// Stains of one laboratory among many; their vectors have lengths other than 1.
    static func basis(_ generator: inout SeededGenerator) -> StainBasis {
        func near(_ vector: [Double]) -> [Double] {
            vector.map { $0 * generator.uniform(0.9, 1.1) }
        }
        return StainBasis(
            hematoxylin: near([0.65, 0.70, 0.29]), eosin: near([0.15, 0.95, 0.25]))
    }
}
