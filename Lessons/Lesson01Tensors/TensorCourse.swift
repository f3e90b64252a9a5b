import CourseKit
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct TensorCourse {
    let lesson: Lesson
    let tissue: PaintedTissue
    let mine: StudentFunctions?

    func teach() throws {
        let region = lesson.progress("Painting tissue") { _ in tissue.region() }
        try showNumbers(region)
        try showPlaces(region)
        try showChannels(region)
        let batch = try showBatch()
        try showBroadcasting(batch)
        try showUnbroadcasting(batch)
        try showStandardization(batch)
        try showSoftmax()
        try showProduct()
        try close()
    }
}
