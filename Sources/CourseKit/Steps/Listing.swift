/// A few lines of code, shown as they stand.
public struct Listing: Sendable, Equatable {
    /// The lines.
    public let code: String

    /// What they do.
    public let caption: String

    /// Where they stand; nil for a command or its output.
    public let place: SourcePlace?

    /// Lines of code; the indentation that all lines share is taken away.
    public init(_ code: String, caption: String = "", place: SourcePlace? = nil) {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
        let indentation = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        self.code = lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
        self.caption = caption
        self.place = place
    }
}
