import CourseKit
import DeepTeaching

/// Step 8: networks that see all of the picture.
extension LookingCourse {
    func showRivals() throws {
        try lesson.step("rivals") { step in
            let rows =
                lesson.options.full ? try FullComparison(course: self).rivals() : Measured.rivals
            step.table("rivals", rows: rows.map(\.row))
            step.choose("measured", lesson.options.full ? "now" : "before")
            step.choose("small", word(rows[0], beside: [rows[1], rows[2]]))
            let share = { (side: Int) in
                4 * Double(LookingPlan.sensor.featureCount) / Double(side * side)
            }
            step.number("seenSmall", share(60), .percent(0))
            step.number("seenLarge", share(100), .percent(0))
        }
    }

    /// Whether the model that looks is better than each rival with each seed, on the same pictures, or
    /// worse than one of them.
    private func word(_ looking: Measured.Row, beside rivals: [Measured.Row]) -> String {
        func isBelow(_ a: Measured.Row, _ b: Measured.Row) -> Bool {
            zip(a.errors, b.errors).allSatisfy { $0 < $1 }
        }
        if rivals.allSatisfy({ isBelow(looking, $0) }) { return "best" }
        if isBelow(looking, rivals[0]), isBelow(rivals[1], looking) { return "between" }
        return "mixed"
    }
}
