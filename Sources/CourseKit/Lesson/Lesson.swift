import Foundation

/// A lesson that runs: its steps are computed in order, shown as they go, and kept as data.
///
/// At the end `index.html`, `report.json` and the figures are written to the output folder.
public final class Lesson {
    /// The name of the lesson's target: "Lesson20Staging".
    public let name: String

    /// The title.
    public let title: String

    /// The question that opens the lesson.
    public let question: String

    /// The text, from which the steps take their words; nil for a page that is written in Swift.
    public let text: LessonText?

    /// What the command line said.
    public let options: LessonOptions

    /// The steps that are complete.
    public private(set) var steps: [Step] = []

    /// The files that were left out of the lesson, and why.
    public internal(set) var filesSetAside: [String: String] = [:]

    /// What has been measured and drawn.
    var values = LessonValues()

    /// The names that have their value.
    var given: Set<String> = []

    /// The place in the text of the step that ran last.
    var lastStep = -1

    var actionsWhenWritten: [() -> Void] = []

    let console: Console

    /// A lesson with its text, shown on the terminal, or in the pipe, of this process.
    public convenience init(name: String, text: LessonText, options: LessonOptions) {
        self.init(
            name: name, text: text, options: options,
            console: .standard(pictures: options.pictures))
    }

    convenience init(name: String, text: LessonText, options: LessonOptions, console: Console) {
        self.init(
            name: name, title: text.title, question: text.question, text: text, options: options,
            console: console)
    }

    /// A page whose words stand in Swift, shown on the terminal, or in the pipe, of this process.
    public convenience init(
        name: String, title: String, question: String, options: LessonOptions
    ) {
        self.init(
            name: name, title: title, question: question, options: options,
            console: .standard(pictures: options.pictures))
    }

    init(
        name: String, title: String, question: String, text: LessonText? = nil,
        options: LessonOptions, console: Console
    ) {
        self.name = name
        self.title = title
        self.question = question
        self.text = text
        self.options = options
        self.console = console
    }

    /// The seed of the lesson: all that is random comes from it.
    public var seed: UInt64 { options.seed }

    /// The folder in which page, report and figures are written.
    public var outputFolder: URL { URL(fileURLWithPath: outputPath, isDirectory: true) }

    var outputPath: String { options.output ?? "output/\(name)" }

    /// Runs the lesson, then writes its files.
    ///
    /// - Throws: what `teach` throws; `LessonError` if the files cannot be written or two numbers
    ///   or figures have one name; `TextProblem` if text and values do not fit.
    public func run(_ teach: (Lesson) throws -> Void) throws {
        let folder = OutputFolder(path: outputPath)
        try folder.check()
        if let problem = text?.problems.first { throw problem }
        if let text { try checkFirstStep(among: text.headings) }
        console.write(view.opening(title: title, question: question))
        if options.list { console.write("\n") }
        do {
            try teach(self)
            try checkThatAllStepsRan()
            try checkFirstStep(among: steps.map(\.title))
        } catch let departure as Departure {
            console.write(view.departure(from: departure.step))
            return
        }
        let files = try LessonFiles(lesson: self).files
        try folder.write(files)
        for action in actionsWhenWritten { action() }
        console.write(view.closing(outputPath: outputPath, next: text?.next))
    }

    /// Computes and shows one step; what the body returns is for the steps that follow.
    ///
    /// - Throws: what `body` throws; `LessonError.duplicate` if a number's key or a figure's name
    ///   has been used before.
    @discardableResult
    public func step<Value>(
        title: String, source: SourcePlace? = nil, _ body: (StepWriter) throws -> Value
    ) throws -> Value {
        let number = steps.count + 1
        let isShown = number >= options.from && !options.list
        let heading = view.heading(number: number, title: title)
        if isShown { console.write(heading) }
        if options.list { console.write(view.listed(number: number, title: title)) }
        let writer = StepWriter(number: number, title: title, source: source) {
            [self] block, shown in
            isShown ? show(block, after: shown) : block
        }
        let value = try body(writer)
        steps.append(writer.step)
        try UniqueNames.check(steps)
        if isShown { try wait(after: number) }
        return value
    }

    /// Runs a long computation with a progress bar on standard error. The report takes the part
    /// that is done, 0 to 1, from any thread.
    public func progress<Value>(
        _ words: String, _ work: (_ report: @escaping @Sendable (Double) -> Void) throws -> Value
    ) rethrows -> Value {
        let bar = ProgressBar(words, quiet: options.quiet)
        defer { bar.end() }
        return try work { bar.report($0) }
    }
}
