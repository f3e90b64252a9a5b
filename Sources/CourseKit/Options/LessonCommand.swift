import ArgumentParser

/// A lesson as a program.
///
/// ```swift
/// @main
/// struct Lesson20Staging: LessonCommand {
///     static let title = "From slide to pN stage"
///     static let question = "Which pN stage is the patient in?"
///
///     @OptionGroup var options: LessonOptions
///     @Option(help: "A folder with CAMELYON slides.") var data: String?
///
///     func teach(_ lesson: Lesson) throws {
///         try lesson.step("Where is tissue?") { step in
///             step.words("Most of a slide is glass.")
///             step.number("tissueFraction", 0.41, unit: "of the slide", digits: 2)
///         }
///     }
/// }
/// ```
public protocol LessonCommand: ReportingCommand {
    /// The title of the lesson.
    static var title: String { get }

    /// The question from pathology that opens it.
    static var question: String { get }

    /// What every lesson understands; declare it with `@OptionGroup`.
    var options: LessonOptions { get }

    /// The lesson: step after step.
    func teach(_ lesson: Lesson) throws
}

extension LessonCommand {
    /// The name is the type's, the help is title and question.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: String(describing: Self.self), abstract: title, discussion: question)
    }

    /// Teaches the lesson and writes its files.
    public func run() throws {
        let lesson = Lesson(
            name: String(describing: Self.self), title: Self.title, question: Self.question,
            options: options)
        try lesson.run(teach)
    }
}
