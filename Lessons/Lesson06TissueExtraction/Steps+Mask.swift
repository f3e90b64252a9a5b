import CourseKit
import Curriculum
import DeepTeaching

/// Step 5: from a threshold to a mask that is not fooled by ink.
extension TissueCourse {
    func showMask(_ view: SlideView) throws {
        try lesson.step("mask") { step in
            let ink = Ink(on: view.overview.pixels)
            let luma = ink.image.luma()
            let darkness = luma.mask(upTo: Float(Histogram(ofBytesIn: luma).otsuThreshold ?? 128))
            let tissue = TissueMask(
                of: SlideRaster(ink.image, frame: view.overview.frame),
                micronsPerPixel: view.resolution)
            let (byDarkness, byColor) = (
                ink.share(takenBy: darkness), ink.share(takenBy: tissue.mask)
            )
            step.choose("ink", byDarkness > 0.5 ? "fools" : "spares")
            step.number("wrongInkByDarkness", byDarkness, .percent(1))
            let dense = dense(ink.image)
            let missed = 1 - dense.share(of: view.tissue.mask.subtracting(ink.mask))
            step.number("wrongInkByDensity", ink.share(takenBy: dense), .percent(1))
            step.number("inkByColour", byColor, .percent(1))
            step.number("missedByDensity", missed, .percent(1))
            step.choose("density", missed > 0.05 ? "pulled" : "fooled")
            showColors(ink, view, tissue, step)
            step.choose("colour", byColor < 0.01 ? "passes" : "leaks")
            step.figure(
                "mask",
                .sideBySide([ink.image] + [darkness, tissue.mask].map(ink.marking), spacing: 8))
            try showOwnMask(ink, tissue, step)
        }
    }

    /// What is tissue by Otsu's threshold on the optical density.
    private func dense(_ image: Image) -> Mask {
        let density = TissueMeasure.opticalDensity.values(of: image)
        return density.mask(above: Float(Histogram(of: density.values).otsuThreshold ?? 0))
    }

    /// Glass, tissue, pen and block as hue, saturation and value.
    private func showColors(_ ink: Ink, _ view: SlideView, _ tissue: TissueMask, _ step: LessonStep)
    {
        step.number("inkThreshold", tissue.threshold ?? .nan)
        let clean = view.overview.pixels
        let colors: [(String, RGB)] = [
            ("glass", clean[x: 0, y: 0]), ("tissue", clean.meanColor(in: view.tissue.mask)),
            ("pen", Ink.pens[0]), ("block", Ink.block),
        ]
        step.table("colors", rows: colors.map { [$0] + ColorRow.cells(of: $1) })
    }

    private func showOwnMask(_ ink: Ink, _ tissue: TissueMask, _ step: LessonStep) throws {
        let (threshold, darkest) = (Float(tissue.threshold ?? 0.1), Float(0.2))
        let penHues: ClosedRange<Float> = 70...228
        guard
            let own = try step.value(
                of: mine, TissueExtractionCalls.tissueMask, ink.image, threshold, darkest, penHues),
            own.size == ink.image.size
        else { return }
        step.figure("mine", .sideBySide([own, tissue.mask].map(ink.marking), spacing: 8))
        step.number("mineMaskEqual", zip(own.pixels, tissue.mask.pixels).count { $0 == $1 })
        step.number("mineMaskPixels", own.pixels.count)
    }
}

/// A colour as a row of a table.
enum ColorRow {
    static func cells(of pixel: RGB) -> [String] {
        // listing: ColorRow.cells
        let color = pixel.hsv
        return [
            NumberFormat.decimals(0).text(Double(color.hue)),
            NumberFormat.decimals(2).text(Double(color.saturation)),
            NumberFormat.decimals(2).text(Double(color.value)),
        ]
        // end listing
    }
}

extension Image {
    /// The mean colour of the pixels of a mask of the same size.
    func meanColor(in mask: Mask) -> RGB {
        var (sum, count) = (SIMD3<Int>(), 0)
        for (index, isIn) in mask.pixels.enumerated() where isIn {
            sum &+= SIMD3(
                Int(pixels[3 * index]), Int(pixels[3 * index + 1]), Int(pixels[3 * index + 2]))
            count += 1
        }
        let mean = sum / max(1, count)
        return RGB(UInt8(mean.x), UInt8(mean.y), UInt8(mean.z))
    }
}

extension Ink {
    /// The picture with a mask in orange.
    fileprivate func marking(_ mask: Mask) -> Image {
        image.overlaying(mask, color: RGB(213, 94, 0), opacity: 0.7)
    }
}
