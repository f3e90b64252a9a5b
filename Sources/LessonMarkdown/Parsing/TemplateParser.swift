/// Reads the slots and alternatives of a piece of text.
struct TemplateParser {
    private var rest: Substring
    private let source: String
    private var isInCode = false

    /// What was wrong.
    private(set) var problems: [String] = []

    init(_ text: some StringProtocol) {
        source = String(text)
        rest = Substring(text)
    }

    /// The template of the whole text.
    mutating func parse() -> TextTemplate {
        var pieces: [TextTemplate.Piece] = []
        while !rest.isEmpty {
            if let mark = mark() {
                rest = rest.dropFirst(mark.source.count)
                switch mark.kind {
                case .slot(let key): pieces.append(.slot(key))
                case .when(let group, let name):
                    pieces.append(choice(group: group, first: name))
                case .end: problems.append("{end} without a {when group.name} before it")
                }
            } else {
                append(rest.removeFirst(), to: &pieces)
            }
        }
        return TextTemplate(pieces, source: source)
    }

    /// The alternatives of a group, up to `{end}`.
    private mutating func choice(group: String, first: String) -> TextTemplate.Piece {
        var texts: [String: TextTemplate] = [:]
        var (name, pieces) = (first, [TextTemplate.Piece]())
        func close() { texts[name] = TextTemplate(pieces, source: "") }
        while !rest.isEmpty {
            guard let mark = mark() else {
                append(rest.removeFirst(), to: &pieces)
                continue
            }
            rest = rest.dropFirst(mark.source.count)
            switch mark.kind {
            case .slot(let key): pieces.append(.slot(key))
            case .end:
                close()
                return .choice(group: group, texts)
            case .when(let next, let nextName):
                if next != group {
                    problems.append("{when \(next)...} inside {when \(group)...}: end that first")
                }
                if texts[nextName] != nil || nextName == name {
                    problems.append("{when \(next).\(nextName)} stands twice")
                }
                close()
                (name, pieces) = (nextName, [])
            }
        }
        problems.append("{when \(group).\(first)} without an {end}")
        return .choice(group: group, texts)
    }

    private mutating func append(_ character: Character, to pieces: inout [TextTemplate.Piece]) {
        if character == "`" { isInCode.toggle() }
        if case .text(let words) = pieces.last {
            pieces[pieces.count - 1] = .text(words + String(character))
        } else {
            pieces.append(.text(String(character)))
        }
    }

    private enum Kind {
        case slot(String)
        case when(group: String, name: String)
        case end
    }

    /// The mark that the rest begins with.
    private func mark() -> (source: Substring, kind: Kind)? {
        guard !isInCode, rest.first == "{" else { return nil }
        if let match = rest.prefixMatch(of: /\{when ([A-Za-z]\w*)\.([A-Za-z]\w*)\}/) {
            return (match.0, .when(group: String(match.1), name: String(match.2)))
        }
        if let match = rest.prefixMatch(of: /\{end\}/) { return (match.0, .end) }
        if let match = rest.prefixMatch(of: /\{([A-Za-z]\w*)\}/) {
            return (match.0, .slot(String(match.1)))
        }
        return nil
    }
}
