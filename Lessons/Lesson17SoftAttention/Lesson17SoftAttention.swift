import ArgumentParser
import CourseKit
import Curriculum
import Lesson17Exercises

@main
struct Lesson17SoftAttention: LessonCommand {
    static let text = LessonText.embedded
    static let worker = softAttentionContract.answer(SoftAttentionExercise.self)

    @OptionGroup var options: LessonOptions

    @Option(help: "How much is trained: nano (for a look) or small (default).")
    var profile = "small"

    @OptionGroup var mine: MineOption

    func validate() throws {
        guard ["nano", "small"].contains(profile) else {
            throw ValidationError("--profile \(profile): it must be nano or small")
        }
    }

    func teach(_ lesson: Lesson) throws {
        let size: ExperimentSize =
            lesson.options.full ? .full : profile == "nano" ? .nano : .small
        try AttentionCourse(
            lesson: lesson, size: size, mine: mine.functions(of: .softAttention)
        ).teach()
    }
}
