import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson01Exercises

@main
struct Lesson01Tensors: LessonCommand {
    static let text = LessonText.embedded
    static let worker = tensorsContract.answer(TensorsExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try TensorCourse(
            lesson: lesson, tissue: PaintedTissue(seed: lesson.seed),
            mine: mine.functions(of: .tensors)
        ).teach()
    }
}
