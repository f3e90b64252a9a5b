import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct SlideCourse {
    let lesson: Lesson
    let extent: Extent
    let mine: StudentFunctions?

    /// Patches that are read at the shares 1, 2, 5 and 10 % of the pixels, or just below.
    static let budgets = [1, 4, 11, 24]

    func teach() throws {
        let cohorts = Cohorts(extent, seed: lesson.seed)
        try showHaystack(cohorts)
        try showPooling(cohorts)
        try showEstimate()
        let trained = try showTraining(cohorts)
        try showPixels(cohorts, trained)
        try showEntropy(cohorts, trained)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.slideAttention.exerciseRows)
        }
    }
}

/// Slides to learn from, and slides for tests.
struct Cohorts {
    let training, test: SlideCohort

    init(_ extent: Extent, seed: UInt64) {
        training = SlideCohort(count: extent.training, seed: seed, stream: "training")
        test = SlideCohort(count: extent.test, seed: seed, stream: "test")
    }
}
