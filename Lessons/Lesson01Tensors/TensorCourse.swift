import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct TensorCourse {
    let lesson: Lesson
    let tissue: PaintedTissue
    let mine: StudentFunctions?

    func teach() throws {
        let region = lesson.progress("Painting tissue") { _ in tissue.region() }
        let corner = try showNumbers(region)
        try showPlaces(region.image, corner)
        try showChannels(region)
        let batch = try showBatch()
        try showBroadcasting(batch)
        try showUnbroadcasting(batch)
        try showStandardization(batch)
        try showSoftmax()
        try showProduct()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.tensors.exerciseRows)
        }
    }

    /// The three channels, in the order in which they lie in the memory.
    static let channels = ["red", "green", "blue"]
}
