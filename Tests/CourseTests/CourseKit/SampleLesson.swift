import DeepTeaching
import Foundation

@testable import CourseKit

/// A small lesson with every kind of block: what the tests of terminal, page and report show.
enum SampleLesson {
    static let name = "LessonSample"
    static let title = "From glass to tissue"
    static let question = "How much of a slide is tissue, and how do we find it?"

    static func teach(_ lesson: Lesson) throws {
        let picture = section(seed: lesson.seed)
        let fraction = try lesson.step(
            title: "Where is tissue?", source: SourcePlace(file: "Lessons/Sample.swift", line: 7)
        ) { step in
            try findTissue(step, picture: picture)
        }
        try lesson.step(title: "What does the threshold cost?") { step in
            chooseThreshold(step)
            step.words("With \(NumberFormat.percent(0).text(fraction)) tissue, glass is most.")
        }
    }

    /// A disc of stained tissue on glass, with grain from the seed.
    static func section(seed: UInt64, side: Int = 48) -> Image {
        var generator = SeededGenerator(seed: seed)
        var image = Image(size: PixelSize(side: side), color: RGB(244, 242, 245))
        for y in 0..<side {
            for x in 0..<side {
                let (dx, dy) = (Double(x) - 22, Double(y) - 25)
                guard dx * dx + 1.4 * dy * dy < 260 else { continue }
                let grain = generator.uniform(-25, 25)
                let isNucleus = generator.uniform() < 0.2
                let base = isNucleus ? (92.0, 60.0, 140.0) : (214.0, 130.0, 178.0)
                image[x: x, y: y] = RGB(
                    UInt8(base.0 + grain), UInt8(base.1 + grain), UInt8(base.2 + grain))
            }
        }
        return image
    }

    private static func findTissue(_ step: StepWriter, picture: Image) throws -> Double {
        step.words(
            """
            Most of a slide is glass. Glass is grey, *hematoxylin* and *eosin* are not: so the
            saturation of a pixel tells `tissue` from glass [OTS79].

            A threshold of **0.07** is enough, if R < G & B holds nowhere.
            """)
        step.question(
            "How much of this slide is tissue?", choices: ["about 5 %", "about 25 %", "about 60 %"])
        step.equation(
            "s = (max(r, g, b) - min(r, g, b)) / max(r, g, b)",
            where: ["s": "the saturation, 0 to 1", "r": "red; g and b are green and blue"])
        let code = """
                let mask = saturation.map { $0 > 0.07 }
                let fraction = mask.count { $0 && true }
            """
        let place = SourcePlace(file: "Sources/Mask.swift", line: 40)
        step.append(.code(Listing(code, caption: "Two lines find it.", place: place)))
        let dark = (0..<picture.size.area).filter { picture.pixels[3 * $0 + 1] < 200 }.count
        let fraction = Double(dark) / Double(picture.size.area)
        step.number("tissueFraction", fraction, unit: "of the slide", digits: 2)
        step.number("tissuePixels", dark, unit: "px")
        let nuclei = (0..<picture.size.area).filter { picture.pixels[3 * $0 + 1] < 100 }.count
        step.number(
            "nucleiFraction", Double(nuclei) / Double(dark), "Nuclei", unit: "of the tissue",
            format: .percent(1))
        step.duration("Looking at all pixels took", seconds: 0.31)
        step.append(
            .list(
                ["`--step` waits", "[Otsu](Sources/DeepTeaching/Images/Otsu.swift)"],
                isOrdered: true))
        step.answer("The disc covers about a quarter; the rest is light.", choice: 1)
        step.figure(
            picture, name: "section", caption: "A section of 48 x 48 pixels.",
            alternative: "A violet disc left of the middle, on white.")
        return fraction
    }

    private static func chooseThreshold(_ step: StepWriter) {
        step.append(
            .box(title: "Deeper: why not 0?", isDeeper: true, blocks: [.words("Glass is noisy.")]))
        step.question("How many thresholds are there?", unit: "thresholds")
        let count = MeasuredNumber(key: "thresholdCount", value: 256, format: .integer)
        step.append(.answer(Question.Answer(number: count, words: "One for each grey.")))
        step.box("What is a ROC curve?") { box in
            box.words("Each threshold gives one point: false alarms to the right, hits upwards.")
            box.equation("TPR = TP/(TP + FN)")
        }
        let rates = [0.0, 0.1, 0.3, 0.6, 1]
        step.plot(
            Plot(
                name: "roc", x: "false positive rate", y: "true positive rate",
                curves: [
                    Plot.Curve("saturation", x: rates, y: [0, 0.6, 0.85, 0.95, 1]),
                    Plot.Curve("chance", x: [0, 1], y: [0, 1], style: .dashed),
                ], caption: "Hits against false alarms.",
                alternative: "The curve lies far above the diagonal.", xRange: 0...1, yRange: 0...1)
        )
        step.table(
            header: ["method", "threshold", "Dice"],
            rows: [["Otsu", "0.071", "0.98"], ["fixed", "0.2", "0.8"], ["組織 <b>", "1", "0"]],
            caption: "Three ways to choose.")
        step.diagram(
            Diagram(
                name: "way",
                boxes: [
                    Diagram.Box("R, G, B", operation: "input", rows: []),
                    Diagram.Box("s", operation: "saturation", rows: [], operands: [0]),
                ], caption: "From colours to saturation.",
                alternative: "An arrow leads from R, G, B to s."))
        step.append(.exercise(function: "otsuThreshold", path: "Exercises/LessonSample.swift"))
        step.append(.api([SourceLink(words: "Histogram", path: "Sources/Histogram.swift")]))
        step.glossary("H&E", "hematoxylin and eosin: violet nuclei, rose *cytoplasm*")
        step.reference(
            "OTS79", "OTSU, N. A threshold selection method from gray-level histograms. 1979.",
            address: "https://doi.org/10.1109/TSMC.1979.4310076")
    }
}
