import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import Lesson06Exercises
import LessonSlides

@main
struct Lesson06TissueExtraction: LessonCommand {
    static let text = LessonText.embedded
    static let worker = tissueExtractionContract.answer(TissueExtractionExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var slides: SlideOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        try TissueCourse(
            lesson: lesson, slides: try source.slides(in: lesson, choosing: contrastingSlides),
            grid: source.grid, mine: mine.functions(of: .tissueExtraction),
            isSynthetic: source.isSynthetic
        ).teach()
    }
}
