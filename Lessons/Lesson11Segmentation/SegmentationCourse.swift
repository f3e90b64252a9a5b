import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct SegmentationCourse {
    let lesson: Lesson
    let source: CohortSource
    let hospitals: Hospitals

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    /// How many trainings each network has, which differ in nothing but their seed.
    static let runs = 3

    func teach() throws {
        let data = try showRegions()
        try showOverlap(data)
        let threshold = try showThreshold(data)
        try showLoss()
        try showEnlarging()
        try showGates()
        try showSweeps(data)
        let answers = try showAnswers(data, threshold)
        try showSizes(answers)
        try showMistakes(data, answers)
        try close()
    }

    /// The micrometres of a pixel of a region: four times as coarse as the patches of other lessons, so
    /// that a region shows what surrounds a nest of tumour.
    var micronsPerPixel: Double { max(source.grid.micronsPerPixel, 7.76) }

    func close() throws {
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.segmentation.exerciseRows)
        }
    }

    /// How many times as wide and high a region is drawn, if it is to be so many pixels wide.
    func enlargement(to width: Int) -> Int { max(1, width / source.grid.side) }
}
