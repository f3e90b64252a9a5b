/// Lines between ``` and ```.
struct Fence {
    /// Where it begins.
    let line: Int

    /// The words behind the opening ```.
    let words: [String]
    let lines: [SourceLine]

    var kind: String { words.first ?? "" }

    /// The second word.
    var name: String? { words.count > 1 ? words[1] : nil }
}

/// Reads a fence as the block that its first word names.
struct FenceParser {
    /// Something that cannot be read.
    struct Failure: Error {
        let line: Int
        let words: String
    }

    private let fence: Fence

    init(_ fence: Fence) { self.fence = fence }

    /// Reads slots inside a text of a line.
    typealias ReadTemplate = (_ text: String, _ line: Int) -> TextTemplate

    func block(_ template: ReadTemplate) throws(Failure) -> TextBlock {
        switch fence.kind {
        case "equation": return equation(template)
        case "question":
            return .question(
                name: try name(), words: questionWords(template), kind: questionKind(template))
        case "answer":
            return .answer(
                name: try name(), right: try rightAnswer(),
                words: template(fence.lines.joined, fence.line))
        case "listing":
            let entries = try entries(allowed: ["caption"])
            return .listing(name: try name(), caption: words(entries, "caption", template))
        case "figure": return .figure(try medium(try entries(allowed: Self.mediumKeys), template))
        case "diagram": return .diagram(try medium(try entries(allowed: Self.mediumKeys), template))
        case "plot": return try plot(template)
        case "sh", "text":
            return .verbatim(fence.lines.map(\.text).joined(separator: "\n"))
        default:
            throw Failure(
                line: fence.line,
                words:
                    "no block is called \"\(fence.kind)\": there are equation, question, answer, "
                    + "listing, figure, plot, diagram, sh and text (code of Swift is a listing)")
        }
    }

    private static let mediumKeys = ["caption", "alternative"]

    private func name() throws(Failure) -> String {
        guard let name = fence.name else {
            throw Failure(line: fence.line, words: "```\(fence.kind) needs a name behind it")
        }
        return name
    }
}

// MARK: Equations and questions

extension FenceParser {
    /// Formulas, then a line for each symbol.
    private func equation(_ template: ReadTemplate) -> TextBlock {
        var lines: [String] = []
        var meanings: [(symbol: String, lines: [SourceLine])] = []
        for line in fence.lines where !line.isBlank {
            if let split = line.text.firstRange(of: ": "), !line.text.hasPrefix(" ") {
                let words = String(line.text[split.upperBound...])
                meanings.append(
                    (
                        String(line.text[..<split.lowerBound]).trimmed,
                        [SourceLine(number: line.number, text: words)]
                    ))
            } else if meanings.isEmpty {
                lines.append(line.text.trimmed)
            } else {
                meanings[meanings.count - 1].lines.append(line)
            }
        }
        return .equation(
            lines: lines,
            meanings: meanings.map { meaning in
                TextBlock.Meaning(
                    symbol: meaning.symbol,
                    words: template(meaning.lines.joined, meaning.lines[0].number))
            })
    }

    private func questionWords(_ template: ReadTemplate) -> TextTemplate {
        let words = fence.lines.prefix { !$0.text.hasPrefix("- ") && !$0.text.hasPrefix("unit:") }
        return template(Array(words).joined, fence.line)
    }

    private func questionKind(_ template: ReadTemplate) -> TextBlock.QuestionKind {
        var choices: [[SourceLine]] = []
        for line in fence.lines {
            if let unit = line.text.after("unit:") { return .number(unit: unit.trimmed) }
            if let choice = line.text.after("- ") {
                choices.append([SourceLine(number: line.number, text: choice)])
            } else if !choices.isEmpty {
                choices[choices.count - 1].append(line)
            }
        }
        if choices.isEmpty { return .free }
        return .choices(choices.map { template($0.joined, $0[0].number) })
    }

    private func rightAnswer() throws(Failure) -> TextBlock.RightAnswer? {
        guard fence.words.count > 2 else { return nil }
        let word = fence.words[2]
        if word == "0" { return .noChoice }
        if let choice = Int(word), choice > 0 { return .choice(choice - 1) }
        if let key = word.wholeMatch(of: /\{(\w+)\}/)?.1 { return .number(String(key)) }
        throw Failure(
            line: fence.line,
            words:
                "\"\(word)\" is neither a choice (1, 2 ..., 0 for none) nor the {key} of a number")
    }
}

// MARK: Pictures

extension FenceParser {
    private typealias Entries = [(key: String, lines: [SourceLine])]

    /// Lines "key: words", each with the lines that go on.
    private func entries(allowed: [String]) throws(Failure) -> Entries {
        var entries: Entries = []
        for line in fence.lines where !line.isBlank {
            let key = line.text.prefixMatch(of: /(curve [^:]+|[a-z]+):/).map { String($0.1) }
            if let key,
                allowed.contains(key) || key.hasPrefix("curve ") && allowed.contains("curve")
            {
                let words = String(line.text.dropFirst(key.count + 1))
                entries.append((key, [SourceLine(number: line.number, text: words)]))
            } else if !entries.isEmpty {
                entries[entries.count - 1].lines.append(line)
            } else {
                throw Failure(
                    line: line.number,
                    words: "```\(fence.kind) begins with one of: "
                        + allowed.map { "\($0):" }.joined(separator: ", "))
            }
        }
        return entries
    }

    private func words(
        _ entries: Entries, _ key: String, _ template: ReadTemplate
    ) -> TextTemplate {
        guard let entry = entries.first(where: { $0.key == key }) else {
            return TextTemplate(plain: "")
        }
        return template(entry.lines.joined, entry.lines[0].number)
    }

    private func medium(
        _ entries: Entries, _ template: ReadTemplate
    ) throws(Failure) -> TextBlock.Medium {
        let medium = TextBlock.Medium(
            name: try name(), caption: words(entries, "caption", template),
            alternative: words(entries, "alternative", template))
        if medium.caption.isEmpty || medium.alternative.isEmpty {
            throw Failure(
                line: fence.line,
                words: "\(fence.kind) \(medium.name) needs a caption: and an alternative:, which "
                    + "says what is seen to those who do not see it")
        }
        return medium
    }

    private func plot(_ template: ReadTemplate) throws(Failure) -> TextBlock {
        let entries = try entries(allowed: ["x", "y", "curve"] + Self.mediumKeys)
        var curves: [String: TextTemplate] = [:]
        for entry in entries {
            guard let key = entry.key.after("curve ") else { continue }
            curves[key] = template(entry.lines.joined, entry.lines[0].number)
        }
        return .plot(
            try medium(entries, template),
            TextBlock.PlotWords(
                x: words(entries, "x", template), y: words(entries, "y", template), curves: curves))
    }
}
