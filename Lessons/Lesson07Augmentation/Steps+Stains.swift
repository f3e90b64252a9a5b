import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 5: other light, other focus, other stain.
extension AugmentationCourse {
    func showStains() throws {
        try lesson.step("stains") { step in
            let image = patches.example
            step.figure("looks", try looks(image))
            try showPixel(image, step)
            try showClouds(step)
            let stains = StainVectors.ruifrok
            let basis = StainBasis(
                hematoxylin: [stains.hematoxylin.x, stains.hematoxylin.y, stains.hematoxylin.z],
                eosin: [stains.eosin.x, stains.eosin.y, stains.eosin.z])
            try step.compare(
                mine, AugmentationCalls.stainJitter, image, basis, [1.4, 0.7],
                with: try image.applying(jitter(1.4, 0.7)))
        }
    }

    private func jitter(_ hematoxylin: Double, _ eosin: Double) -> StainJitter {
        StainJitter(hematoxylin: .init(factor: hematoxylin), eosin: .init(factor: eosin))
    }

    /// One patch under each change, in three rows of six.
    private func looks(_ image: Image) throws -> Image {
        let middle = PixelRectangle(x: 9, y: 11, width: 12, height: 12)
        let changes: [PictureChange] = [
            .stain(jitter(1, 1)), .stain(jitter(1.5, 1)), .stain(jitter(0.5, 1)),
            .stain(jitter(1, 1.5)), .stain(jitter(1, 0.5)),
            .density(DensityJitter(densityFactors: [1.3, 0.9, 1.2])),
            .colors(ColorChange(brightness: 0.8)), .colors(ColorChange(contrast: 1.5)),
            .colors(ColorChange(saturation: 0.4)), .colors(ColorChange(hue: 25)),
            .colors(ColorChange(hue: 180)), .blur(sigma: 1.2),
            .noise(deviation: 14, seed: lesson.seed), .jpeg(quality: 12),
            .cutOut(middle, color: RGB(128, 128, 128)),
            .affine(
                .rotation(degrees: 25, around: PixelPoint(x: 16, y: 16)), border: .reflect),
            .affine(.scaling(by: 1.3, around: PixelPoint(x: 16, y: 16)), border: .reflect),
            .elastic(amplitude: 1.5, smoothness: 6, border: .reflect, seed: lesson.seed),
        ]
        return .grid(try changes.map { try $0(image).enlarged(by: 4) }, columns: 6, spacing: 8)
    }

    /// A pixel of a nucleus, with half as much haematoxylin again, line by line.
    private func showPixel(_ image: Image, _ step: LessonStep) throws {
        let luma = image.luma().values
        // The darkest ones have no light left to lose.
        let dark = luma.indices.sorted { luma[$0] < luma[$1] }[luma.count / 8]
        let (x, y) = (dark % image.size.width, dark / image.size.width)
        let pixel = image.cropped(to: PixelRectangle(x: x, y: y, width: 1, height: 1))
        let changed = try pixel.applying(jitter(1.5, 1))
        let density = OpticalDensity(white: 256)
        let stains = StainVectors.ruifrok
        let (before, h, e) = (density(pixel[x: 0, y: 0]), stains.hematoxylin, stains.eosin)
        let planes = try stains.unmix(pixel, over: density)
        let amount = Double(planes.hematoxylin.values[0])
        step.number("amountH", amount, .decimals(2))
        step.number("amountE", Double(planes.eosin.values[0]), .decimals(2))
        let names = ["red", "green", "blue"]
        step.table(
            "pixelRows",
            rows: (0..<3).map { c in
                let after = before[c] + 0.5 * amount * h[c]
                return [names[c], "\(pixel.pixels[c])"] + texts([before[c], h[c], e[c], after], 3)
                    + ["\(changed.pixels[c])"]
            })
    }

    /// How much of each stain patches of the hospitals hold, and what jitter makes of the training.
    private func showClouds(_ step: LessonStep) throws {
        let training = patches.training.images
        let unknown = patches.unknown.flatMap(\.patches.images)
        let plain = try StainAmounts(of: training)
        let other = try StainAmounts(of: unknown)
        let augmentation: Augmentation = [.stainJitter(0.6)]
        let seed = lesson.seed
        let jittered = try StainAmounts(
            of: try parallelMap(training.count) { index in
                try augmentation.drawn(
                    for: training[index].size, seed: seed, epoch: 0, index: index)(training[index])
            })
        step.plot(
            "clouds",
            [
                jittered.curve("jittered"), other.curve("other"), plain.curve("plain"),
            ])
        let (before, after) = (other.share(near: plain), other.share(near: jittered))
        step.number("nearPlain", before, .percent(0))
        step.number("nearJittered", after, .percent(0))
        step.choose(
            "cover", after > before + 0.05 ? "more" : after < before - 0.05 ? "fewer" : "same")
    }
}

/// The mean amounts of both stains in each of some patches.
struct StainAmounts {
    let hematoxylin: [Double]
    let eosin: [Double]

    init(of images: [Image]) throws {
        let density = OpticalDensity(white: 256)
        let planes = try parallelMap(images.count) { index in
            try StainVectors.ruifrok.unmix(images[index], over: density)
        }
        func mean(_ plane: Plane) -> Double {
            Double(plane.values.reduce(0, +)) / Double(plane.values.count)
        }
        hematoxylin = planes.map { mean($0.hematoxylin) }
        eosin = planes.map { mean($0.eosin) }
    }

    /// Every third patch as a dot.
    func curve(_ name: String) -> Plot.Curve {
        let some = stride(from: 0, to: hematoxylin.count, by: 3)
        return Plot.Curve(
            name, x: some.map { hematoxylin[$0] }, y: some.map { eosin[$0] }, style: .points)
    }

    /// The share of these patches that have one of the others nearby: within 0.02 in both amounts.
    func share(near others: StainAmounts) -> Double {
        let near = hematoxylin.indices.count { index in
            others.hematoxylin.indices.contains { other in
                abs(hematoxylin[index] - others.hematoxylin[other]) < 0.02
                    && abs(eosin[index] - others.eosin[other]) < 0.02
            }
        }
        return Double(near) / Double(max(1, hematoxylin.count))
    }
}
