import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct FeatureCourse {
    let lesson: Lesson

    /// The same study on cohorts of different seeds.
    let studies: [MapStudy]

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    /// How many cohorts there are.
    static let seedCount = 3

    func teach() throws {
        try showNumbers()
        try showShape()
        try showLength()
        try showStage()
        try showGaps()
        try showRanking()
        try showShift()
        try showCorrelation()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.features.exerciseRows)
        }
    }

    /// Below or above with each of the cohorts, or neither.
    static func relation(_ one: [Double], _ other: [Double]) -> String {
        let pairs = zip(one, other)
        if pairs.allSatisfy({ $0 > $1 }) { return "above" }
        if pairs.allSatisfy({ $0 < $1 }) { return "below" }
        return "mixed"
    }
}
