import ArgumentParser
import Curriculum
import GraderKit

/// A lesson as a program.
///
/// ```swift
/// @main
/// struct Lesson06TissueExtraction: LessonCommand {
///     // In a lesson of the course: LessonText.embedded, which is its Lesson.md.
///     static let text = LessonText(
///         file: "Lesson.md",
///         markdown: "# Tissue\n\n*Where?*\n\n## Here <!-- here -->\n\nTissue is {share} of it.\n")
///
///     @OptionGroup var options: LessonOptions
///
///     func teach(_ lesson: Lesson) throws {
///         try lesson.step("here") { step in step.number("share", 0.41, .percent(0)) }
///     }
/// }
/// ```
/// A lesson with exercises also has a `worker`, the student's functions, and a `MineOption`.
public protocol LessonCommand: ReportingCommand {
    /// All that the lesson says: its `Lesson.md`.
    static var text: LessonText { get }

    /// The student's functions, which graders run in this program.
    static var worker: Answer { get }

    /// What every lesson understands; declare it with `@OptionGroup`.
    var options: LessonOptions { get }

    /// The lesson: step after step.
    func teach(_ lesson: Lesson) throws
}

extension LessonCommand {
    /// Without exercises no call is known.
    public static var worker: Answer {
        let lesson = String(describing: Self.self)
        return Answer(name: lesson) { call, _ in
            throw AnswerError.unknownCall(call, lesson: lesson)
        }
    }

    /// The lesson itself, or the worker in which graders run the exercises.
    public static func main() {
        Worker.runIfAsked(worker)
        runFromArguments()
    }

    /// The name is the type's, the help is title and question.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: String(describing: Self.self), abstract: text.title,
            discussion: text.question)
    }

    /// Teaches the lesson and writes its files.
    public func run() throws {
        let lesson = Lesson(
            name: String(describing: Self.self), text: Self.text, options: options)
        try lesson.run(teach)
    }
}
