import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct LookingCourse {
    let lesson: Lesson
    let digits: DigitOptions
    let plan: LookingPlan
    let slides: CohortSource
    let mine: StudentFunctions?

    func teach() throws {
        let parts = try showDigits()
        try showRetina(parts.test)
        try showModel(parts.test)
        try showGradient()
        try showGoals()
        let learnt = try showTraining(parts)
        try showPaths(learnt, parts.test)
        try showRivals()
        try showSlides()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.recurrentAttention.exerciseRows)
        }
    }

    /// The model, and how it learns.
    func training(_ way: LookTraining.Way, classes: Int = 10) -> LookTraining {
        LookTraining(plan: plan, settings: plan.settings(classes: classes), way: way)
    }

    /// Trains a new model on pictures of digits.
    func trained(
        _ way: LookTraining.Way, _ pictures: DigitPictures, seed: UInt64, _ words: String
    ) throws -> LookTraining.Result {
        try lesson.progress(words) { report in
            try training(way).fit(
                pictures.pictures, labels: pictures.labels, steps: plan.steps, seed: seed,
                report: report)
        }
    }

    static func percent(_ share: Double) -> String { NumberFormat.percent(1).text(share) }
}
