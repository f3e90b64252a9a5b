/// What the Swift files of a lesson give to its text, found by the names in their calls.
struct SwiftValues {
    /// A name and where it is given.
    struct Value: Equatable {
        let name: String
        let file: String
        let line: Int
    }

    /// Values: `step.number("name", ...)` and its like.
    private(set) var values: [Value] = []

    /// Steps: `lesson.step("name")`.
    private(set) var steps: [Value] = []

    /// The student's functions that are compared: `TissueExtractionCalls.otsuThreshold`.
    private(set) var mine: [Value] = []

    /// All short literals, among them the names of alternatives.
    private(set) var literals: Set<String> = []

    /// What some sources give.
    init(sources: [(path: String, text: String)]) {
        for source in sources { read(source.text, source.path) }
    }

    private mutating func read(_ text: String, _ file: String) {
        func values<Output>(_ matches: [Regex<Output>.Match], _ name: (Output) -> Substring)
            -> [Value]
        {
            matches.map { match in
                Value(
                    name: String(name(match.output)), file: file,
                    line: 1 + text[..<match.range.lowerBound].count(where: \.isNewline))
            }
        }
        let given =
            /\.(?:number|duration|text|table|figure|plot|diagram|choose)\(\s*"([A-Za-z]\w*)"/
        self.values += values(text.matches(of: given)) { $0.1 }
        steps += values(text.matches(of: /\.step\(\s*"([A-Za-z]\w*)"/)) { $0.1 }
        mine += values(text.matches(of: /\w+Calls\.(\w+)/)) { $0.1 }
        literals.formUnion(text.matches(of: /"([A-Za-z]\w*)"/).map { String($0.1) })
    }
}
