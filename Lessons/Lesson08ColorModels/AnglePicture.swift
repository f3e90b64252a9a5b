import DeepTeaching
import Foundation
import LessonSlides

/// The densities of a field in the plane of its two stains: to the right their sum, upwards
/// haematoxylin, and
/// the rays of the stains, true ones and those that were found.
struct AnglePicture {
    private(set) var image: Image

    private static let size = PixelSize(width: 560, height: 340)
    private let axes: [SIMD3<Double>]

    /// Two unit vectors at a right angle in the plane of the stains; the first lies between them.
    static func axes(of stains: StainVectors) -> [SIMD3<Double>] {
        let sum = stains.hematoxylin + stains.eosin
        let difference = stains.hematoxylin - stains.eosin
        return [sum, difference].map { $0 / ($0 * $0).sum().squareRoot() }
    }

    init(of field: HospitalField, found: StainVectors) {
        axes = Self.axes(of: field.stains)
        image = Image(size: Self.size, color: RGB(190, 190, 190))
        image.paste(
            Image(size: PixelSize(width: Self.size.width - 2, height: Self.size.height - 2)), x: 1,
            y: 1)
        let density = OpticalDensity()
        for place in stride(from: 0, to: field.normal.image.size.area, by: 4) {
            let color = field.normal.image.color(at: place)
            dot(density(color), color, radius: 1)
        }
        for (stains, solid) in [(field.stains, true), (found, false)] {
            ray(stains.hematoxylin, solid ? .black : .blue, solid)
            ray(stains.eosin, solid ? .black : .vermilion, solid)
        }
    }

    /// A ray from the origin; not solid means dashed, and a little wider.
    private mutating func ray(_ stain: SIMD3<Double>, _ color: RGB, _ isSolid: Bool) {
        for number in 0..<900 where isSolid || number / 30 % 2 == 0 {
            dot(Double(number) / 300 * stain, color, radius: isSolid ? 0 : 1)
        }
    }

    private mutating func dot(_ density: SIMD3<Double>, _ color: RGB, radius: Int) {
        let across = (density * axes[0]).sum() / 2
        let up = (density * axes[1]).sum() / 0.9 + 0.5
        let column = Int(across * Double(Self.size.width - 20)) + 10
        let row = Int((1 - up) * Double(Self.size.height))
        for y in row - radius...row + radius where (1..<Self.size.height - 1).contains(y) {
            for x in column - radius...column + radius where (1..<Self.size.width - 1).contains(x) {
                image[x: x, y: y] = color
            }
        }
    }
}
