import Curriculum

/// A lesson's solution, taken apart: what each exercise's answer consists of.
struct MarkedSolution {
    /// The text, and the text without comments and strings.
    let characters: [Character]
    let code: [Character]

    private let source: StudentSource
    private let marked: [Range<Int>]
    private let functions: [String: Range<Int>]

    init(_ text: String, of lesson: LessonOutline) {
        characters = Array(text)
        code = SwiftSource.code(of: text)
        let source = StudentSource(text: text)
        self.source = source
        marked = Self.markedRanges(of: text)
        functions = Dictionary(
            uniqueKeysWithValues: lesson.exercises.map(\.function).compactMap { name in
                source.declarationRange(of: name).map { (name, $0) }
            })
    }

    /// The changes that can be made to an exercise's answer, each once.
    func changes(of function: String) -> [SourceChange] {
        guard let whole = functions[function] else { return [] }
        let bodies = marked.filter { whole.contains($0.lowerBound) }
        let parts = bodies + helpers(of: function)
        var known: Set<String> = []
        return parts.flatMap { ChangeFinder(characters, code: code, in: $0).changes }
            .filter { change in
                known.insert("\(change.range) \(change.replacement)").inserted
            }
    }

    /// The members of an enum that answers one exercise with a change made: the function, and the
    /// helpers that it calls.
    func members(of function: String, with change: SourceChange) -> String {
        guard let whole = functions[function] else { return "" }
        let parts = ([whole] + helpers(of: function)).map { part -> String in
            var text = Array(characters[part])
            if part.contains(change.range.lowerBound) {
                let start = change.range.lowerBound - part.lowerBound
                text.replaceSubrange(
                    start..<start + change.range.count, with: Array(change.replacement))
            }
            return String(text)
        }
        return "static " + parts.joined(separator: "\n")
    }

    /// The marked helpers outside of functions that a function calls, or that these call.
    private func helpers(of function: String) -> [Range<Int>] {
        guard let whole = functions[function] else { return [] }
        let all = marked.filter { range in
            !functions.values.contains { $0.contains(range.lowerBound) }
        }
        var reached: Set<Range<Int>> = []
        var searched = [whole]
        while let range = searched.popLast() {
            let words = Set(SwiftToken.all(in: code, range).map(\.text))
            for helper in all
            where !reached.contains(helper) && !words.isDisjoint(with: declared(in: helper)) {
                reached.insert(helper)
                searched.append(helper)
            }
        }
        return all.filter(reached.contains)
    }

    /// The names that a helper gives to others.
    private func declared(in range: Range<Int>) -> Set<String> {
        let tokens = SwiftToken.all(in: code, range)
        return Set(
            zip(tokens, tokens.dropFirst()).filter { ["func", "let", "var"].contains($0.0.text) }
                .map(\.1.text))
    }

    /// The places between the markers.
    private static func markedRanges(of text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (place, start) = (0, 0)
        for line in text.sourceLines {
            let next = place + line.count + 1
            switch line.drop(while: { $0 == " " }) {
            case Stub.begin[...]: start = next
            case Stub.end[...]: ranges.append(start..<place)
            default: break
            }
            place = next
        }
        return ranges
    }
}
