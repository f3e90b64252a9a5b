import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

struct Lesson06TissueExtraction: LessonCommand {
    static let title = "Tissue extraction"
    static let question = "Where is tissue, and which patches make a fair data set?"

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        try TissueCourse(
            lesson: lesson, slides: try source.slides(in: lesson, choosing: contrastingSlides),
            grid: source.grid, mine: mine ? StudentFunctions(of: .tissueExtraction) : nil,
            isSynthetic: source.isSynthetic
        ).teach()
    }
}
