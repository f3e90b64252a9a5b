import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct MapCourse {
    let lesson: Lesson
    let study: MapStudy

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        try showMap()
        try showOverlap()
        try showDense()
        try showBackground()
        try showPeaks()
        try showPlaces()
        try showFinds()
        try showScores()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.confidenceMaps.exerciseRows)
        }
    }

    /// Above or below with each detector, the same with each, or neither.
    static func relation(_ one: [Double], _ other: [Double]) -> String {
        let pairs = zip(one, other)
        if pairs.allSatisfy({ $0 == $1 }) { return "same" }
        if pairs.allSatisfy({ $0 > $1 }) { return "above" }
        if pairs.allSatisfy({ $0 < $1 }) { return "below" }
        return "mixed"
    }
}
