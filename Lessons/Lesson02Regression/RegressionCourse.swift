import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct RegressionCourse {
    let lesson: Lesson
    let mine: StudentFunctions?

    /// Fields of tissue: how much haematoxylin, and how many nuclei.
    let fields: Fields

    /// The nuclei over the amount of haematoxylin as it is.
    let raw: LineDescent

    /// The nuclei over the standardised amount of haematoxylin.
    let scaled: LineDescent

    /// The level line h = 0, from which all descents start.
    let start = Line(slope: 0, intercept: 0)

    init(lesson: Lesson, mine: StudentFunctions?) throws {
        self.lesson = lesson
        self.mine = mine
        var generator = SeededGenerator(seed: lesson.seed, stream: "fields")
        let count = lesson.options.full ? 1000 : 120
        fields = lesson.progress("Painting \(count) fields of tissue") { _ in
            Fields(count: count, using: &generator)
        }
        let amounts = Tensor(fields.hematoxylin, shape: [fields.count, 1])
        let standardized = try Standardizer().fit(amounts).standardized(amounts)
        raw = LineDescent(x: fields.hematoxylin, y: fields.nuclei)
        scaled = LineDescent(x: standardized.elements, y: fields.nuclei)
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
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.regression.exerciseRows)
        }
    }
}
