import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson18Exercises
import LessonSlides

@main
struct Lesson18RecurrentAttention: LessonCommand {
    static let text = LessonText.embedded
    static let worker = recurrentAttentionContract.answer(RecurrentAttentionExercise.self)

    @OptionGroup var options: LessonOptions

    @OptionGroup var digits: DigitOptions

    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try LookingCourse(
            lesson: lesson, digits: digits,
            plan: digits.isSmall ? .small : .usual,
            slides: CohortSource(data: nil, profile: digits.profile ?? "small"),
            mine: mine.functions(of: .recurrentAttention)
        ).teach()
    }
}
