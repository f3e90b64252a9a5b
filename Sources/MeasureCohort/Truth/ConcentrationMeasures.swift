import DeepTeaching
import SyntheticCohort

/// Whether the true concentrations, thickness and stains make the picture that is painted, but for
/// the camera's noise.
struct ConcentrationMeasures {
    let plans: [SlidePlan]
    let seed: UInt64

    /// The deviation of the picture from what is expected, against the camera's noise.
    func measures() -> [Measure] {
        let residuals = parallelMap(plans.count) { compare(plans[$0]) }.flatMap { $0 }
        return [
            Measure(
                "pictureBias", "grey levels between the picture and Beer and Lambert's law, mean",
                residuals.map(\.mean).mean, from: -0.1, to: 0.1),
            Measure(
                "pictureNoise",
                "deviation of that difference in the noise of the camera, "
                    + "worst of \(residuals.count) fields",
                residuals.map(\.noise).max() ?? .nan, from: 0.9, to: 1.1),
        ]
    }

    /// The mean of picture less expectation, and its deviation divided by that of the noise.
    struct Residual: Sendable, Equatable {
        let mean: Double
        let noise: Double
    }

    private func compare(_ plan: SlidePlan) -> [Residual] {
        let side = 96
        return TissueFields(plan: plan, side: side).corners(1, seed: seed).map { corner in
            let size = PixelSize(side: side)
            let renderer = SlideRenderer(plan: plan)
            let picture = renderer.image(x: corner.x, y: corner.y, size: size)
            let expected = ExpectedPicture(renderer, x: corner.x, y: corner.y, size: size)
            return Self.residual(
                of: picture, expected: expected.values, noise: plan.appearance.noise)
        }
    }

    /// Compares a picture with what is expected; what the bytes cannot show is left out.
    static func residual(
        of picture: Image, expected: [Double], noise: Double
    ) -> Residual {
        let differences = zip(picture.pixels, expected).compactMap { pixel, value in
            value > 8 && value < 247 ? Double(pixel) - value : nil
        }
        let mean = differences.mean
        let variance = differences.map { ($0 - mean) * ($0 - mean) }.mean
        // Rounding to whole bytes adds a twelfth.
        return Residual(
            mean: mean, noise: (variance / (noise * noise + 1.0 / 12)).squareRoot())
    }
}

/// The bytes, not rounded, that a rectangle should have without noise.
struct ExpectedPicture {
    /// Red, green and blue of each pixel.
    let values: [Double]

    init(_ renderer: SlideRenderer, x: Int, y: Int, size: PixelSize) {
        let appearance = renderer.plan.appearance
        // Sharpening looks at the neighbours.
        let wide = PixelSize(width: size.width + 2, height: size.height + 2)
        let amounts = renderer.concentrations(x: x - 1, y: y - 1, size: wide)
        let thickness = renderer.thickness(x: x - 1, y: y - 1, size: wide)
        let colors = (0..<wide.area).map { index in
            appearance.color(
                behind: Double(thickness.values[index])
                    * (Double(amounts.hematoxylin.values[index]) * appearance.hematoxylin
                        + Double(amounts.eosin.values[index]) * appearance.eosin
                        + Double(amounts.blood.values[index]) * appearance.blood))
        }
        var values: [Double] = []
        for row in 1...size.height {
            for column in 1...size.width {
                let index = row * wide.width + column
                var ring = SIMD3<Double>.zero
                for (dx, dy) in [
                    (-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1),
                ] {
                    ring += colors[index + dy * wide.width + dx]
                }
                let color = colors[index]
                let sharp = color + appearance.sharpening * (color - ring / 8)
                values += [sharp.x, sharp.y, sharp.z]
            }
        }
        self.values = values
    }
}
