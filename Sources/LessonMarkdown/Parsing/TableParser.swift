/// Reads a pipe table.
struct TableParser {
    private let lines: [SourceLine]

    /// What was wrong, with its line.
    private(set) var problems: [(line: Int, words: String)] = []

    init(_ lines: [SourceLine]) { self.lines = lines }

    /// The table, or nil if it has no rule below its header.
    mutating func table(caption: TextTemplate) -> TextBlock.TableText? {
        guard lines.count >= 2 else { return nil }
        let rule = Self.cells(of: lines[1].text)
        guard !rule.isEmpty, rule.allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }) else {
            return nil
        }
        return TextBlock.TableText(
            header: templates(lines[0]), rows: lines.dropFirst(2).map { row($0) },
            alignment: rule.map(Self.alignment), caption: caption)
    }

    private mutating func row(_ line: SourceLine) -> TextBlock.TableText.Row {
        let cells = Self.cells(of: line.text)
        if let name = cells.first?.wholeMatch(of: /\{rows (\w+)\}/)?.1 {
            return .measured(String(name))
        }
        return .cells(templates(line))
    }

    private mutating func templates(_ line: SourceLine) -> [TextTemplate] {
        Self.cells(of: line.text).map { cell in
            var parser = TemplateParser(cell)
            let template = parser.parse()
            problems += parser.problems.map { (line.number, $0) }
            return template
        }
    }

    private static func alignment(_ rule: String) -> TextBlock.TableText.Alignment {
        switch (rule.hasPrefix(":"), rule.hasSuffix(":")) {
        case (true, true): .center
        case (true, false): .left
        case (false, true): .right
        case (false, false): .natural
        }
    }

    /// The cells between the bars; a bar after a backslash is text.
    private static func cells(of line: String) -> [String] {
        let hidden = line.trimmed.replacing("\\|", with: "\u{1}")
        var inner = hidden.dropFirst()
        if inner.last == "|" { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map {
            String($0).trimmed.replacing("\u{1}", with: "|")
        }
    }
}
