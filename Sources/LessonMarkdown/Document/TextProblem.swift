/// Something that is wrong in a lesson's text, with its place.
public struct TextProblem: Error, Sendable, Equatable, Hashable, CustomStringConvertible {
    /// The file, from the folder of the package.
    public let file: String

    /// The line, from 1.
    public let line: Int

    /// What is wrong, and what to do.
    public let words: String

    /// A problem at a place.
    public init(file: String, line: Int, _ words: String) {
        self.file = file
        self.line = line
        self.words = words
    }

    /// "Lessons/.../Lesson.md:57: nothing gives {otsuThreshold} a value".
    public var description: String { "\(file):\(line): \(words)" }
}
