import DeepTeaching
import Foundation
import SyntheticCohort

/// What a network might say of a slide: its true lesions, blurred, with doubts and mistakes.
struct MapSimulation {
    let seed: UInt64

    /// How much surer the network is of everything on this patient's slides; added to the logit.
    let confidence: Double

    /// The side of a cell in micrometres.
    static let cell = 50.0

    /// What a hospital's stain adds to the logit of each cell.
    static func confidence(ofCenter center: Int) -> Double { [0.2, 0, -0.3, -2.4, 0.4][center] }

    /// - Throws: nothing that these sizes can cause.
    func map(of plan: SlidePlan) throws -> ConfidenceMap {
        var generator = SeededGenerator(seed: seed, stream: "\(plan.slide.name)/map")
        let downsample = Self.cell / plan.profile.micronsPerPixel
        let size = PixelSize(
            width: Int(Double(plan.profile.slideSize.width) / downsample),
            height: Int(Double(plan.profile.slideSize.height) / downsample))
        var map = ConfidenceMap(
            probabilities: Plane(size: size), covered: Mask(size: size),
            frame: RasterFrame(downsample: downsample),
            baselineMicronsPerPixel: MicronsPerPixel(plan.profile.micronsPerPixel))
        let truth = map.truth(from: plan.annotations)
        map.covered = tissue(size, &generator).union(truth)
        let tumor = try truth.plane.blurred(sigma: 0.8)
        let mistakes = try mistakes(size, &generator).blurred(sigma: 0.8)
        let doubts = try noise(size, &generator).blurred(sigma: 1)
        // listing: MapSimulation.map
        let sureness = Float(7.2 + 0.6 * generator.normal())
        for index in map.covered.pixels.indices where map.covered.pixels[index] {
            let seen = sureness * tumor.values[index] + mistakes.values[index]
            let logit = -5.5 + Float(confidence) + seen + 2 * doubts.values[index]
            map.probabilities.values[index] = 1 / (1 + exp(-logit))
        }
        // end listing
        return map
    }

    /// An ellipse in the middle, in which a node lies.
    private func tissue(_ size: PixelSize, _ generator: inout SeededGenerator) -> Mask {
        let (width, height) = (Double(size.width), Double(size.height))
        let (a, b) = (
            width * generator.uniform(0.38, 0.47), height * generator.uniform(0.38, 0.47)
        )
        var mask = Mask(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let (u, v) = ((Double(x) - width / 2) / a, (Double(y) - height / 2) / b)
                mask[x: x, y: y] = u * u + v * v < 1
            }
        }
        return mask
    }

    /// Germinal centres and folds that look like tumour: what they add to the logit.
    private func mistakes(_ size: PixelSize, _ generator: inout SeededGenerator) -> Plane {
        var plane = Plane(size: size)
        while generator.uniform() < 0.6 {
            let strength = Float(generator.uniform(2.5, 6.5))
            let radius = generator.uniform(1, 2.6)
            let x = Double(size.width) * generator.uniform(0.25, 0.75)
            let y = Double(size.height) * generator.uniform(0.25, 0.75)
            for v in Int(y - 4)...Int(y + 4) {
                for u in Int(x - 4)...Int(x + 4) {
                    let (dx, dy) = (Double(u) - x, Double(v) - y)
                    if dx * dx + dy * dy <= radius * radius { plane[x: u, y: v] = strength }
                }
            }
        }
        return plane
    }

    private func noise(_ size: PixelSize, _ generator: inout SeededGenerator) -> Plane {
        Plane(size: size, values: (0..<size.area).map { _ in Float(generator.normal()) })
    }
}

extension Mask {
    /// 1 for foreground and 0 for background.
    var plane: Plane { Plane(size: size, values: pixels.map { $0 ? 1 : 0 }) }
}
