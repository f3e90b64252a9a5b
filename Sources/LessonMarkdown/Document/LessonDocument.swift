/// The text of a lesson: all that a learner reads, as it stands in `Lesson.md`.
public struct LessonDocument: Sendable, Equatable {
    /// The file, from the folder of the package: "Lessons/Lesson06TissueExtraction/Lesson.md".
    public let file: String

    /// The title.
    public internal(set) var title = ""

    /// The question that opens the lesson.
    public internal(set) var question = ""

    /// The lesson that follows, with a link where it stands.
    public internal(set) var next: TextTemplate?

    /// The steps, in order.
    public internal(set) var steps: [StepText] = []

    /// A path of the text, which leads from its folder, as a path from the folder of the package;
    /// addresses and places on the page stay as they are.
    public func resolved(_ target: String) -> String {
        if target.contains("://") || target.hasPrefix("#") { return target }
        var parts = Array(file.split(separator: "/").dropLast())
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The step of this name.
    public subscript(step name: String) -> StepText? { steps.first { $0.name == name } }
}

/// The text of one step.
public struct StepText: Sendable, Equatable {
    /// By what Swift calls for it: "threshold".
    public let name: String

    /// The heading.
    public let title: String

    /// Whether a run may leave it out.
    public let isOptional: Bool

    /// The line of the heading.
    public let line: Int

    /// What the step says and shows, in order.
    public internal(set) var blocks: [PlacedBlock] = []
}

/// A block and the line on which it begins.
public struct PlacedBlock: Sendable, Equatable {
    /// The line in the file, from 1.
    public let line: Int

    /// What stands there.
    public let block: TextBlock
}
