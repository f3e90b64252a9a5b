import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct EvaluationCourse {
    let lesson: Lesson
    let mine: StudentFunctions?

    /// The slides that the first steps look at.
    let slides: SimulatedSlides

    init(lesson: Lesson, mine: StudentFunctions?) {
        self.lesson = lesson
        self.mine = mine
        var generator = SeededGenerator(seed: lesson.seed, stream: "slides")
        slides = SimulatedSlides(patients: 40, using: &generator)
    }

    func teach() throws {
        try showCalls()
        try showThresholds()
        try showScreening()
        try showKappa()
        try showBugs()
        try showIntervals()
        try showPlaces()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.evaluation.exerciseRows)
        }
    }
}
