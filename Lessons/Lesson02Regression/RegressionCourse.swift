import CourseKit
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct RegressionCourse {
    let lesson: Lesson
    let mine: StudentFunctions?

    /// Fields of tissue: how much haematoxylin, and how many nuclei.
    let fields: Fields

    /// The amounts of haematoxylin in units of their deviation.
    let scale: Standardized

    /// The nuclei over the amount of haematoxylin as it is.
    let raw: LineDescent

    /// The nuclei over the scaled amount of haematoxylin.
    let scaled: LineDescent

    init(lesson: Lesson, mine: StudentFunctions?) {
        self.lesson = lesson
        self.mine = mine
        var generator = SeededGenerator(seed: lesson.seed, stream: "fields")
        let count = lesson.options.full ? 1000 : 120
        fields = lesson.progress("Painting \(count) fields of tissue") { _ in
            Fields(count: count, using: &generator)
        }
        scale = Standardized(of: fields.hematoxylin)
        raw = LineDescent(x: fields.hematoxylin, y: fields.nuclei)
        scaled = LineDescent(x: fields.hematoxylin.map { [scale] in scale($0) }, y: fields.nuclei)
    }

    func teach() throws {
        try showFields()
        try showLine()
        try showCost()
        try showSlopes()
        try showStep()
        try showRates()
        let patches = try drawPatches()
        try showSigmoid(patches)
        try showLoss(patches)
        try showPatches(patches)
        try close()
    }

    /// Shows how far numbers of the student's lie from the library's.
    func compare(
        _ function: String, _ own: [Double], with library: [Double], in step: StepWriter
    ) {
        guard own.count == library.count else {
            step.words(
                "**Yours:** `\(function)` gives \(own.count) numbers. **The library's:** "
                    + "\(library.count).")
            return
        }
        // max would swallow not-a-number.
        let largest = zip(own, library).map { abs($0 - $1) }.reduce(0) { $1 <= $0 ? $0 : $1 }
        step.words(
            "**Yours:** `\(function)` differs from the library's by at most "
                + "\(NumberFormat.scientific(1).text(largest)).")
    }
}
