import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: a strict threshold and a mild one.
extension TissueCourse {
    func showHysteresis(_ view: SlideView) throws {
        try lesson.step("hysteresis") { step in
            step.number("rowKept", OneRow.kept)
            let image = view.overview.pixels
            let saturation = image.saturation()
            let strict = Float(2 * (view.tissue.threshold ?? 0.1))
            let mild = strict / 4
            step.number("strict", strict, .decimals(2))
            step.number("mild", mild, .decimals(2))
            let masks = [
                saturation.mask(above: strict), saturation.mask(above: mild),
                saturation.mask(above: strict, connectedAbove: mild),
            ]
            let reach = Double(masks[2].foregroundCount) / Double(max(1, masks[2].size.area))
            step.choose("reach", reach > 1.5 * view.tissue.fraction ? "floods" : "helps")
            let names = ["strict alone", "mild alone", "hysteresis"]
            step.table(
                "thresholds",
                rows: zip(names, masks).map { name, mask in
                    [
                        name,
                        NumberFormat.percent(1).text(
                            Double(mask.foregroundCount) / Double(max(1, mask.size.area))),
                        NumberFormat.integer.text(
                            Double(mask.connectedComponents(connectivity: .four).count)),
                    ]
                })
            step.figure("hysteresis", .sideBySide(masks.map(image.marking), spacing: 8))
        }
    }
}

/// Ten pixels in a row, as one follows them by hand.
enum OneRow {
    static var kept: Int {
        // listing: OneRow.kept
        let row = Plane(
            size: PixelSize(width: 10, height: 1),
            values: [
                0.02, 0.07, 0.05, 0.09, 0.20, 0.12, 0.08, 0.03, 0.07, 0.02,
            ])
        let mask = row.mask(above: 0.15, connectedAbove: 0.06)
        // end listing
        return mask.foregroundCount
    }
}
