import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct TissueCourse {
    let lesson: Lesson
    let slides: [SlideRecord]
    let grid: PatchGrid
    let mine: StudentFunctions?
    let isSynthetic: Bool

    /// The tissue of the slides, found once each.
    let tissue = TissueMasks()

    func teach() throws {
        guard let main = slides.first(where: \.isPositive) else {
            throw TissueCourseError.noOutlinedSlide
        }
        let view = try showSlide(main)
        try showHistogram(view)
        try showThreshold(view)
        try showMeasures(main, view)
        try showMask(view)
        try showMaterials(view)
        try showHysteresis(view)
        try showPieces(main, view)
        try showOutlines(main, view)
        try showGrid(main, view)
        try showSums(main, view)
        let collection = try collectPatches(main)
        try showSplit(ColoredPatch.all(of: try collection.evenly(60)))
        try showLottery(collection)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.tissueExtraction.exerciseRows)
        }
    }
}

/// What can be missing for this lesson.
enum TissueCourseError: Error, Equatable, CustomStringConvertible {
    case noOutlinedSlide

    var description: String {
        "no slide has a macro-metastasis with outlines: choose a folder in which at least one "
            + "positive slide has its annotations"
    }
}

/// The first slide as the steps see it.
struct SlideView {
    let overview: SlideRaster<Image>
    let tissue: TissueMask

    /// Micrometres that one pixel of the slide's level 0 covers.
    let resolution: Double

    /// Micrometres that one pixel of the overview covers.
    var micronsPerPixel: Double { overview.downsample * resolution }

    /// How often each saturation occurs, in 256 bins from 0 to the largest.
    var histogram: Histogram { Histogram(of: overview.pixels.saturation().values) }
}
