import CourseKit
import Curriculum
import DeepTeaching

/// Step 4: from a threshold to a mask that is not fooled by ink.
extension TissueCourse {
    func showMask(_ view: SlideView) throws {
        try lesson.step("A mask of the tissue") { step in
            let ink = Ink(on: view.overview.image)
            step.words(
                """
                Now we draw on the glass what is often found there: a blue and a green pen \
                stroke, and in the corner a block that the scanner left black. We know each pixel \
                that we drew, so we can count who is fooled.

                The first idea of nearly everybody is darkness: tissue is darker than glass. But \
                so is ink.
                """)
            step.question(
                "Threshold on darkness (Otsu on the brightness): how much of the ink becomes "
                    + "tissue?", unit: "%")
            let luma = ink.image.luma()
            let darkness = luma.mask(
                upTo: Float(Histogram(ofBytesIn: luma).otsuThreshold ?? 128))
            let tissue = TissueMask(
                of: ink.image, downsample: view.tissue.downsample,
                pixelArea: view.micronsPerPixel * view.micronsPerPixel)
            step.number(
                "wrongInkByDarkness", ink.share(takenBy: darkness),
                "Wrong way: ink taken for tissue by darkness", format: .percent(1))
            step.number(
                "inkByColour", ink.share(takenBy: tissue.mask),
                "Ink taken for tissue by colour", format: .percent(1))
            step.answer(
                "\(NumberFormat.percent(0).text(ink.share(takenBy: darkness))) of it: ink is as dark "
                    + "as tissue, or darker.")
            step.words(
                "The right way asks three things of each pixel: colourful, not black, and not of "
                    + "a hue that only pens have.")
            step.equation(
                "\"tissue\":  S > t,  V >= v_\"min\",  H \"is no hue of a pen\"",
                where: [
                    "H, S, V": "hue in degrees, saturation and value: `RGB.hsv`",
                    "t": "Otsu's threshold", "v_\"min\"": "what is darker is black",
                ])
            step.code(
                """
                let color = image[x: x, y: y].hsv
                let isInk = color.value < darkest || penHues.contains(color.hue)
                mask[x: x, y: y] = color.saturation > threshold && !isInk
                """, caption: "The library then closes small holes and drops specks of dust.")
            showMasks(ink, darkness, tissue.mask, step)
            try showOwnMask(ink, tissue, step)
            step.words("Exercise: `tissueMask` in Exercises/Lesson06TissueExtraction.swift.")
        }
    }

    private func showMasks(_ ink: Ink, _ darkness: Mask, _ tissue: Mask, _ step: StepWriter) {
        step.figure(
            .sideBySide(
                [
                    ink.image,
                    ink.image.overlaying(darkness, color: RGB(213, 94, 0), opacity: 0.7),
                    ink.image.overlaying(tissue, color: RGB(213, 94, 0), opacity: 0.7),
                ], spacing: 8),
            name: "mask",
            caption: "The slide with ink; in orange what is tissue by darkness, and by colour.",
            alternative: "By darkness the strokes and the black corner are orange like the tissue; "
                + "by colour only the tissue is orange.")
    }

    private func showOwnMask(_ ink: Ink, _ tissue: TissueMask, _ step: StepWriter) throws {
        guard let mine else { return }
        let (threshold, darkest) = (Float(tissue.threshold ?? 0.1), Float(0.2))
        guard
            let own = try mine.value(
                of: TissueExtractionCalls.tissueMask, ink.image, threshold, darkest, 70...228,
                say: step.words),
            own.size == ink.image.size
        else { return }
        step.figure(
            .sideBySide(
                [own, tissue.mask].map {
                    ink.image.overlaying($0, color: RGB(213, 94, 0), opacity: 0.7)
                }, spacing: 8),
            name: "mine",
            caption: "**Yours** on the left, the library's on the right.",
            alternative: "Your mask beside the library's.")
        let equal = zip(own.pixels, tissue.mask.pixels).count { $0 == $1 }
        step.words(
            "**Yours** agrees with the library's in \(equal) of \(own.pixels.count) pixels; the "
                + "library also closes holes and drops specks.")
    }
}
