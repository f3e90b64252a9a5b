import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct MorphologyCourse {
    let lesson: Lesson
    let study: MapStudy

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        let view = MapView(study.main)
        try showMap(view)
        try showFitting(view)
        try showOpening(view)
        try showComponents(view)
        try showHoles(view)
        try showDepth(view)
        try showJoining()
        try showStudy()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.morphology.exerciseRows)
        }
    }
}

/// The map that the steps look at: that of the first detector on one slide.
struct MapView {
    let mapped: MappedSlide
    let map: ConfidenceMap

    /// The cells above the threshold.
    let mask: Mask

    /// The side of a cell in micrometres.
    let cell: Double

    /// The part of the map that is drawn: around the largest metastasis, with as much beside it.
    let part: PixelRectangle

    init(_ mapped: MappedSlide) {
        self.mapped = mapped
        map = mapped.maps[0]
        mask = mapped.masks[0]
        cell = map.cellMicrons.mean
        let size = mask.size
        let box = mapped.truth.connectedComponents(connectivity: .eight).regions()
            .max { $0.area < $1.area }?.boundingBox
        let width = min(size.width, 190)
        let height = min(size.height, 140)
        func start(_ middle: Int, _ length: Int, of whole: Int) -> Int {
            min(max(0, middle - length / 2), whole - length)
        }
        part = PixelRectangle(
            x: start(box.map { $0.x + $0.width / 2 } ?? 0, width, of: size.width),
            y: start(box.map { $0.y + $0.height / 2 } ?? 0, height, of: size.height),
            width: width, height: height)
    }

    /// A disk of a diameter in micrometres.
    func disk(_ diameter: Double) -> StructuringElement {
        .disk(radius: diameter / 2 / cell)
    }
}
