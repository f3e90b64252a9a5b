import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct AttentionCourse {
    let lesson: Lesson
    let size: ExperimentSize

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        try showPictures()
        try showScores()
        try showShares()
        try showContext()
        try showEarning()
        try showGate()
        let experiment = try showTraining()
        try showGlances(experiment)
        try showCaution(experiment)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.softAttention.exerciseRows)
        }
    }

    /// The best of 0.003, 0.008 and 0.02 for mean pooling, and of 0.005, 0.008 and 0.01 for attention,
    /// chosen with other pictures.
    static let (poolingRate, attendingRate) = (0.008, 0.008)

    /// lambda of the penalty.
    static let penalty = 0.05

    /// Seeds of repeated experiments.
    var seeds: [UInt64] { (0..<size.runs).map { lesson.seed &+ UInt64($0) } }

    static func decimals(_ number: Double, _ digits: Int = 3) -> String {
        NumberFormat.decimals(digits).text(number)
    }
}

extension [Double] {
    /// Their mean.
    var mean: Double { reduce(0, +) / Double(Swift.max(1, count)) }
}
