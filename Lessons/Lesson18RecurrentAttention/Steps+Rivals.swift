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
            step.choose("large", word(rows[3], beside: [rows[4], rows[5]]))
            step.text("costSmall", rows[2].cost(beside: rows[0]))
            let share = { (side: Int) in
                4 * Double(LookingPlan.sensor.featureCount) / Double(side * side)
            }
            step.number("seenSmall", share(60), .percent(0))
            step.number("seenLarge", share(100), .percent(0))
        }
    }

    /// Whether the model that looks is better than each rival with each seed, on the same pictures, or
    /// worse than the second of them.
    private func word(_ looking: Measured.Row, beside rivals: [Measured.Row]) -> String {
        let words = rivals.map { looking.beside($0, words: "better", "worse", "mixed") }
        if words.contains("open") { return "open" }
        if words == ["better", "better"] { return "best" }
        return words == ["better", "worse"] ? "between" : "mixed"
    }
}
