import CourseKit
import DeepTeaching
import LessonSlides
import Foundation

/// Steps 1 and 2: what a slide is, and what its colours say.
extension TissueCourse {
    func showSlide(_ main: LessonSlide) throws -> SlideView {
        try lesson.step("Most of a slide is glass") { step in
            step.words(
                """
                Breast cancer travels along the lymph. The first lymph node on its way, the \
                *sentinel node*, is cut out, sliced thinner than a hair, laid on glass and stained \
                with haematoxylin (blue: the nuclei of cells) and eosin (pink: nearly all else). \
                A scanner turns the glass into a picture of up to 200 000 x 100 000 pixels.

                A pathologist never looks at the empty glass. Neither should a network: nothing \
                is learnt there, and it costs time. And a few things on the glass only look like \
                tissue: pen strokes, dust, folds, blocks that the scanner left black.
                """)
            step.glossary("sentinel node", "the first lymph node that drains the tumour")
            step.glossary("H&E", "haematoxylin and eosin, the usual pair of stains")
            step.glossary("patch", "the square piece of a slide that a network sees at once")
            step.glossary("glass", "the part of a slide without tissue; here also: background")
            let view = try view(of: main)
            step.figure(
                view.overview.image, name: "slide",
                caption: "\(main.name), one pixel for \(Int(view.micronsPerPixel)) µm.",
                alternative: "A violet, lobed piece of tissue on nearly white glass.")
            step.question("How much of this slide is tissue?", unit: "%")
            step.number(
                "tissueShare", view.tissue.fraction, "Tissue", unit: "of the slide",
                format: .percent(1))
            let slide = try main.open()
            step.number("slidePixels", slide.levels[0].size.area, "Pixels at level 0")
            step.answer(
                "\(NumberFormat.percent(0).text(view.tissue.fraction)); all the rest is glass. How "
                    + "to find it, and what to do with it, are the next steps.")
            if isSynthetic {
                step.words(
                    "The slide is painted by this course's generator, as real ones are too large "
                        + "to ship. `--data FOLDER` takes those of CAMELYON17 [BAN19].")
            }
            return view
        }
    }

    private func view(of main: LessonSlide) throws -> SlideView {
        let slide = try main.open()
        let resolution = slide.micronsPerPixel?.mean ?? 0.25
        let overview = try slide.overview(downsample: max(1, 16 / resolution))
        let side = overview.downsample * resolution
        return SlideView(
            overview: overview,
            tissue: TissueMask(
                of: overview.image, downsample: overview.downsample, pixelArea: side * side),
            micronsPerPixel: side)
    }

    func showHistogram(_ view: SlideView) throws {
        try lesson.step("Colour in a histogram") { step in
            step.words(
                """
                Stain is colourful, glass is grey. How colourful a pixel is, says one number, its \
                *saturation*: 0 for grey, 1 for a pure colour.
                """)
            step.equation(
                "S = (\"max\"(R, G, B) - \"min\"(R, G, B)) / \"max\"(R, G, B)",
                where: ["S": "saturation", "R, G, B": "red, green and blue of a pixel"])
            step.box("Histogram, mean and variance") { box in
                box.words(
                    """
                    A *histogram* counts: bin t holds the number of pixels whose value falls into it. The *mean* is the value that all would have if they shared alike. \
                    The *variance* is the mean squared distance from the mean: small for values \
                    that huddle, large for values that spread.
                    """)
                box.equation(
                    "μ = (sum_t n_t t) / N",
                    where: ["n_t": "count of bin t", "N": "count of all pixels"])
                box.equation("σ^2 = (sum_t n_t (t - μ)^2) / N")
            }
            step.question(
                "The histogram of all saturations of the slide: what does it look like?",
                choices: ["one hill", "two hills, glass and tissue", "flat"])
            let histogram = view.histogram
            step.plot(
                Plot(
                    name: "histogram", x: "saturation", y: "log10 of pixels",
                    curves: [
                        Plot.Curve(
                            "all pixels", x: histogram.counts.indices.map(histogram.center),
                            y: histogram.counts.map { log10(Double(max(1, $0))) }, style: .steps)
                    ],
                    caption:
                        "How often each saturation occurs; each step up is ten times as often.",
                    alternative: "A narrow peak near 0, and a broad lower hill to its right."))
            step.answer(
                "A high narrow hill of glass, and a low broad one of tissue: stain varies more "
                    + "than glass does.", choice: 1)
        }
    }
}
