import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 5.
    public static let slideFormats = LessonGrader(
        slideFormatsContract, solution: SlideFormatsSolution.self,
        exercises: [
            SlideFormatsGraders.parseDirectories, SlideFormatsGraders.tilesCovering,
            SlideFormatsGraders.readRegion, SlideFormatsGraders.micronsPerPixel,
            SlideFormatsGraders.level, SlideFormatsGraders.annotations,
        ])
}

/// The graders of the exercises of Lesson 5, one file each.
enum SlideFormatsGraders {}
