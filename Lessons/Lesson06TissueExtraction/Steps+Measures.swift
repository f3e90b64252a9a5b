import CourseKit
import DeepTeaching
import LessonSlides

/// Step 4: colour, darkness and density of the same slide.
extension TissueCourse {
    func showMeasures(_ main: SlideRecord, _ view: SlideView) throws {
        try lesson.step("measures") { step in
            doubleTheStain(step)
            let image = view.overview.pixels
            let tumor = TumorMask(
                try main.outlines(), frame: view.overview.frame, size: image.size
            ).mask
            let cuts = TissueMeasure.allCases.map { MeasuredCut($0, of: image) }
            step.table("measureRows", rows: cuts.map { $0.row(tumor: tumor) })
            let masks = cuts.map(\.mask)
            let all = image.pixels.count / 3
            let agreeing = (0..<all).count { pixel in
                masks.allSatisfy { $0.pixels[pixel] == masks[0].pixels[pixel] }
            }
            let share = Double(agreeing) / Double(max(1, all))
            step.number("agreeing", share, .percent(1))
            step.choose("cuts", share > 0.97 ? "alike" : "differ")
            step.figure("threeMeasures", .sideBySide(masks.map(image.marking), spacing: 8))
        }
    }

    /// What becomes of each measure where there is twice as much stain.
    private func doubleTheStain(_ step: LessonStep) {
        let once = RGB(170, 120, 180)
        let twice = DoubledStain.color(once)
        step.text("twiceColor", "(\(twice.red), \(twice.green), \(twice.blue))")
        step.table(
            "doubled",
            rows: TissueMeasure.allCases.map { measure in
                let (first, second) = (
                    DoubledStain.value(measure, of: once), DoubledStain.value(measure, of: twice)
                )
                return [measure.name]
                    + [first, second, second / first].map(NumberFormat.decimals(2).text)
            })
    }
}

/// A slide, cut in two by Otsu's threshold on one measure.
private struct MeasuredCut {
    let measure: TissueMeasure
    let threshold: Double
    let mask: Mask

    init(_ measure: TissueMeasure, of image: Image) {
        self.measure = measure
        let values = measure.values(of: image)
        threshold = Histogram(of: values.values).otsuThreshold ?? 0
        mask = values.mask(above: Float(threshold))
    }

    func row(tumor: Mask) -> [String] {
        let share = Double(mask.foregroundCount) / Double(max(1, mask.size.area))
        let found =
            Double(mask.intersection(tumor).foregroundCount)
            / Double(max(1, tumor.foregroundCount))
        return [
            measure.name, NumberFormat.decimals(3).text(threshold),
            NumberFormat.percent(1).text(share), NumberFormat.percent(1).text(1 - found),
        ]
    }
}

extension TissueMeasure {
    /// What the lesson calls it.
    fileprivate var name: String {
        switch self {
        case .saturation: "saturation"
        case .darkness: "darkness"
        case .opticalDensity: "optical density"
        }
    }
}

extension Image {
    /// The picture with a mask in orange.
    func marking(_ mask: Mask) -> Image {
        overlaying(mask, color: .vermilion, opacity: 0.7)
    }
}
