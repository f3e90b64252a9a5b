import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct ColorCourse {
    let lesson: Lesson

    /// A field of each of the five hospitals.
    let fields: [HospitalField]

    /// The slides of the last experiment.
    let source: CohortSource
    let hospitals: Hospitals

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        try showHospitals()
        try showModels()
        try showDensity()
        try showUnmixing()
        try showStains()
        try showNormalization()
        try showFailures()
        try showUnseen()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.colorModels.exerciseRows)
        }
    }
}

extension NumberFormat {
    /// One digit behind the point, as angles and colours have it.
    static let tenths = NumberFormat.decimals(1)
}

extension Array where Element == Double {
    /// Their mean.
    var mean: Double { reduce(0, +) / Double(Swift.max(1, count)) }
}
