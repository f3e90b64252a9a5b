import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson19Exercises

@main
struct Lesson19SlideAttention: LessonCommand {
    static let text = LessonText.embedded
    static let worker = slideAttentionContract.answer(SlideAttentionExercise.self)

    @OptionGroup var options: LessonOptions

    @Option(help: "How much is drawn and trained: usual, or nano, which is for tests.")
    var profile = Extent.Profile.usual

    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try SlideCourse(
            lesson: lesson, extent: Extent(profile, isFull: options.full),
            mine: mine.functions(of: .slideAttention)
        ).teach()
    }
}
