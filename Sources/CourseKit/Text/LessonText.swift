import LessonMarkdown

/// The text of a lesson as it is embedded in its program: `Lesson.md`, and the lines of code that it
/// shows.
public struct LessonText: Sendable {
    /// The text, step by step.
    let document: LessonDocument

    /// What is wrong in its form.
    let problems: [TextProblem]

    /// The names of all that Swift gives.
    let slots: Set<String>

    private let listings: [String: LessonListing]

    /// A text and its listings.
    ///
    /// - Parameter file: its path from the folder of the package.
    public init(file: String, markdown: String, listings: [LessonListing] = []) {
        (document, problems) = LessonDocument.parse(markdown, file: file)
        slots = document.slots
        self.listings = Dictionary(listings.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The title of the lesson.
    public var title: String { document.title }

    /// The question that opens it.
    public var question: String { document.question }

    /// The headings of the steps, in order.
    public var headings: [String] { document.steps.map(\.title) }

    /// The lesson that follows, in words and with a link where it stands.
    var next: String? {
        document.next?.text(value: { _ in nil }, chosen: { _ in nil }).map(resolvingLinks)
    }

    /// The lines of code of this name, or nil if no source marks them.
    func listing(_ name: String) -> LessonListing? { listings[name] }

    /// A path of the text as a path from the folder of the package.
    func resolved(_ target: String) -> String { document.resolved(target) }

    /// The text with the targets of its links as paths from the folder of the package.
    func resolvingLinks(_ text: String) -> String {
        text.replacing(/\]\(([^()\s]+)\)/) { match in "](\(resolved(String(match.1))))" }
    }
}

/// Lines of a compiled source, embedded in a lesson.
public struct LessonListing: Sendable, Equatable {
    /// The name between `// listing: NAME` and `// end listing`.
    public let name: String

    /// Where they stand.
    public let place: SourcePlace

    /// The lines.
    public let code: String

    /// Lines of a file from the folder of the package.
    public init(name: String, file: String, line: Int, code: String) {
        self.name = name
        self.place = SourcePlace(file: file, line: line)
        self.code = code
    }
}

/// A line of a file.
public struct SourcePlace: Sendable, Equatable, CustomStringConvertible {
    /// The file, from the folder of the package.
    public let file: String

    /// The line, from 1.
    public let line: Int

    /// A line of a file.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    /// "Sources/DeepTeaching/Images/Histogram.swift:40".
    public var description: String { "\(file):\(line)" }
}
