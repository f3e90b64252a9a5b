import Curriculum
import DeepTeaching
import Foundation

/// Lesson 8, Color models: what do haematoxylin and eosin say apart?
///
/// A pixel's three bytes can be written in other ways: as hue, saturation and value (`hsv`), or as
/// the light that is missing (`opticalDensity`). Missing light adds up over the stains, so two
/// stains can be told apart (`unmix`). Which colours they have differs from hospital to hospital,
/// and a slide tells it itself (`macenkoStains`). Then its pixels can be stained anew, as if they
/// came from elsewhere (`normalizeStain`).
///
/// Colours, densities and stains are arrays of three numbers: red, green, blue. Of two stains
/// haematoxylin is always the first, eosin the second. "Axes [pixel, colour]" is a list of pixels,
/// each a list of three numbers; it may be empty. Each function stands on its own: none needs
/// another. All that you need is imported: `log`, `exp`, `atan2`, `cos`, `sin` from Foundation,
/// `StainTarget` from Curriculum. `number.squareRoot()` is the square root.
public enum ColorModelsSolution: ColorModelsContract {
    /// Hue in degrees, saturation and value of a colour.
    ///
    ///     value = largest
    ///     saturation = (largest - smallest) / largest           0 for black
    ///     hue = 60 (green - blue) / (largest - smallest)        if red is the largest
    ///     hue = 60 (2 + (blue - red) / (largest - smallest))    if green is the largest
    ///     hue = 60 (4 + (red - green) / (largest - smallest))   if blue is the largest
    ///
    /// A hue below 0 gets 360 degrees more. A grey has no hue: its hue is 0.
    ///
    /// The library's own answers are `RGB.hsv` and `Image.converted(to:)`: do not call them.
    ///
    /// Example: a pink.
    ///
    ///     try hsv(from: [0.8, 0.4, 0.6])  // [330, 0.5, 0.8]
    ///
    /// Hint: which of the three is the largest, and by how much does it exceed the smallest?
    ///
    /// - Parameter rgb: red, green and blue, each from 0 to 1.
    /// - Returns: hue from 0 up to but not including 360, saturation and value from 0 to 1.
    public static func hsv(from rgb: [Double]) throws -> [Double] {
        // BEGIN SOLUTION
        let (red, green, blue) = (rgb[0], rgb[1], rgb[2])
        let largest = max(red, green, blue)
        let range = largest - min(red, green, blue)
        if range == 0 { return [0, 0, largest] }
        var hue: Double
        if largest == red {
            hue = 60 * (green - blue) / range
        } else if largest == green {
            hue = 60 * (2 + (blue - red) / range)
        } else {
            hue = 60 * (4 + (red - green) / range)
        }
        if hue < 0 { hue += 360 }
        return [hue, range / largest, largest]
        // END SOLUTION
    }

    /// How much light each byte lost on its way through the tissue: its optical density.
    ///
    ///     D = -log((I + 1) / white)        the natural logarithm
    ///
    /// The 1 keeps black finite. What is brighter than glass has a density below 0: leave it so.
    ///
    /// The library's own answer is `OpticalDensity`: do not call it.
    ///
    /// Example: half of the light, all of it, a 240th of it.
    ///
    ///     try opticalDensity(bytes: [119, 239, 0], white: 240)  // [0.693, 0, 5.481]
    ///
    /// Hint: what is the logarithm of a share of one half?
    ///
    /// - Parameters:
    ///   - bytes: numbers from 0 to 255.
    ///   - white: the byte of bare glass, above 0.
    /// - Returns: one density for each byte.
    public static func opticalDensity(bytes: [Int], white: Double) throws -> [Double] {
        // BEGIN SOLUTION
        bytes.map { -log((Double($0) + 1) / white) }
        // END SOLUTION
    }

    /// The amounts of two stains in each pixel that come closest to its densities.
    ///
    ///     minimise |D - (h H + e E)|^2        H, E: the stains, made unit vectors
    ///
    /// Make each stain a vector of length 1 first. The best amounts solve two equations with two
    /// unknowns:
    ///
    ///     h +     c e = D . H        c = H . E
    ///     c h +     e = D . E
    ///
    /// Amounts below 0 come from noise: leave them so.
    ///
    /// The library's own answers are `StainVectors` and `ColorDeconvolution`: do not call them.
    ///
    /// Example: H is [1, 0, 0], E is [0.6, 0.8, 0], so c is 0.6; D . H is 2.2, D . E is 2.6.
    ///
    ///     try unmix(densities: [[2.2, 1.6, 0]], stains: [[2, 0, 0], [3, 4, 0]])  // [[1, 2]]
    ///
    /// Hint: what do you get if you subtract c times the second equation from the first?
    ///
    /// - Parameters:
    ///   - densities: axes [pixel, colour].
    ///   - stains: axes [stain, colour], of any length above 0: haematoxylin and eosin, which do
    ///     not have the same direction.
    /// - Returns: axes [pixel, stain].
    public static func unmix(densities: [[Double]], stains: [[Double]]) throws -> [[Double]] {
        // BEGIN SOLUTION
        func dot(_ a: [Double], _ b: [Double]) -> Double {
            a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
        }
        let units = stains.map { stain in
            let length = dot(stain, stain).squareRoot()
            return stain.map { $0 / length }
        }
        let overlap = dot(units[0], units[1])
        let scale = 1 / (1 - overlap * overlap)
        return densities.map { density in
            let (first, second) = (dot(density, units[0]), dot(density, units[1]))
            return [scale * (first - overlap * second), scale * (second - overlap * first)]
        }
        // END SOLUTION
    }

    /// The two stains of a slide, by Macenko's method.
    ///
    /// All densities lie near a plane, that of the two stains. Its two axes are given.
    ///
    /// 1. Leave out the pixels with less than the least density in red, in green or in blue.
    /// 2. The angle of a pixel D in the plane is `atan2(D . second axis, D . first axis)`.
    /// 3. Sort the angles. Take the one at the share `outliers / 100` and the one at the share
    ///    `1 - outliers / 100`. Of n sorted angles the share s lies at place `s (n - 1)`, counted
    ///    from 0. Between two places, take what lies between their angles, in proportion.
    /// 4. A stain is `cos(angle) first axis + sin(angle) second axis`.
    ///
    /// Haematoxylin is the stain that holds back more red: it comes first. D . axis is the sum of the
    /// products of their three numbers.
    ///
    /// The library's own answer is `MacenkoNormalizer`: do not call it.
    ///
    /// Example: two pixels and no outliers; the first axis lies between them.
    ///
    ///     try macenkoStains(
    ///         densities: [[0.8, 0.6, 0.1], [0.6, 0.8, 0.1]],
    ///         axes: [[0.707, 0.707, 0], [-0.707, 0.707, 0]], leastDensity: 0.05, outliers: 0)
    ///     // [[0.8, 0.6, 0], [0.6, 0.8, 0]]
    ///
    /// Hint: what does a pixel without any stain say about the stains?
    ///
    /// - Parameters:
    ///   - densities: axes [pixel, colour].
    ///   - axes: two unit vectors at a right angle, axes [axis, colour].
    ///   - leastDensity: a pixel that has this density in each colour, or more, counts; there is
    ///     at least one.
    ///   - outliers: the percentage of the angles to leave out at each end, from 0 up to but not
    ///     including 50.
    /// - Returns: haematoxylin and eosin, axes [stain, colour].
    public static func macenkoStains(
        densities: [[Double]], axes: [[Double]], leastDensity: Double, outliers: Double
    ) throws -> [[Double]] {
        // BEGIN SOLUTION
        func dot(_ a: [Double], _ b: [Double]) -> Double {
            a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
        }
        let angles = densities.filter { $0.allSatisfy { $0 >= leastDensity } }
            .map { atan2(dot($0, axes[1]), dot($0, axes[0])) }.sorted()
        let stains = [outliers / 100, 1 - outliers / 100].map { share in
            let place = share * Double(angles.count - 1)
            let lower = Int(place)
            let upper = min(lower + 1, angles.count - 1)
            let angle = angles[lower] + (place - Double(lower)) * (angles[upper] - angles[lower])
            return (0..<3).map { cos(angle) * axes[0][$0] + sin(angle) * axes[1][$0] }
        }
        return stains[0][0] >= stains[1][0] ? stains : [stains[1], stains[0]]
        // END SOLUTION
    }

    /// Pixels in the stains and the strength of another slide.
    ///
    ///     amount'[k] = amount[k] target.strength[k] / strength[k]
    ///     D[c] = sum over k of amount'[k] target.stains[k][c]
    ///     I[c] = target.white exp(-D[c]) - 1
    ///
    /// Round to the nearest whole number; what is below 0 becomes 0, what is above 255 becomes 255.
    /// Amounts below 0 are used as they are.
    ///
    /// The library's own answers are `MacenkoNormalizer` and `DensityChange`: do not call them.
    ///
    /// Example: half the strength of the target, so the amounts double: 1 of haematoxylin.
    ///
    ///     try normalizeStain(
    ///         amounts: [[0.5, 0]], strength: [1, 1],
    ///         target: StainTarget(
    ///             stains: [[0.6, 0.8, 0], [0, 1, 0]], strength: [2, 2], white: 240))
    ///     // [[131, 107, 239]]
    ///
    /// Hint: a pixel has as much stain as the strength says. How much is it to have afterwards?
    ///
    /// - Parameters:
    ///   - amounts: axes [pixel, stain]; noise makes some of them negative.
    ///   - strength: the amount of each stain that counts as strong on this slide, above 0.
    ///   - target: stains, strength and glass of the other slide.
    /// - Returns: red, green and blue of each pixel, axes [pixel, colour].
    public static func normalizeStain(
        amounts: [[Double]], strength: [Double], target: StainTarget
    ) throws -> [[Int]] {
        // BEGIN SOLUTION
        amounts.map { amount in
            let scaled = amount.indices.map { amount[$0] * target.strength[$0] / strength[$0] }
            return (0..<3).map { channel in
                let density = scaled.indices.reduce(0) {
                    $0 + scaled[$1] * target.stains[$1][channel]
                }
                let light = target.white * exp(-density) - 1
                return Int(min(255, max(0, light.rounded())))
            }
        }
        // END SOLUTION
    }
}
