/// Reads `Lesson.md`: head, then step by step.
struct DocumentParser {
    private let file: String
    private var problems: [TextProblem] = []

    /// The document, and all that is wrong in it.
    static func parse(
        _ text: String, file: String
    ) -> (document: LessonDocument, problems: [TextProblem]) {
        var parser = DocumentParser(file: file)
        let document = parser.document(SourceLine.all(of: text))
        return (document, parser.problems)
    }

    private init(file: String) { self.file = file }

    private mutating func document(_ lines: [SourceLine]) -> LessonDocument {
        var document = LessonDocument(file: file)
        let starts = headings(lines)
        head(Array(lines[..<(starts.first ?? lines.count)]), &document)
        for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
            guard var step = step(heading: lines[start]) else { continue }
            if document[step: step.name] != nil {
                report(lines[start].number, "a second step is named \(step.name)")
            }
            var blocks = BlockParser(file: file)
            step.blocks = blocks.blocks(Array(lines[(start + 1)..<end]))
            problems += blocks.problems
            document.steps.append(step)
        }
        if starts.isEmpty { report(1, "no step: a step begins with \"## Heading <!-- name -->\"") }
        return document
    }

    /// The places of the lines that begin with "## ", outside of fences.
    private func headings(_ lines: [SourceLine]) -> [Int] {
        var isFenced = false
        return lines.indices.filter { index in
            if lines[index].text.hasPrefix("```") { isFenced.toggle() }
            return !isFenced && lines[index].text.hasPrefix("## ")
        }
    }

    /// "# Title", "*question*" and "Next: ...".
    private mutating func head(_ lines: [SourceLine], _ document: inout LessonDocument) {
        for paragraph in lines.split(whereSeparator: \.isBlank) {
            let words = Array(paragraph).joined
            let line = paragraph.first?.number ?? 1
            if let title = words.after("# ") {
                document.title = title
            } else if let next = words.after("Next: ") {
                document.next = TextTemplate(plain: next)
            } else if words.hasPrefix("*"), words.hasSuffix("*"), words.count > 2 {
                document.question = String(words.dropFirst().dropLast())
            } else if !words.hasPrefix("<!--") {
                report(
                    line,
                    "before the first step stand the title (# ...), the question (*...*) and "
                        + "the next lesson (Next: ...), nothing else")
            }
        }
        if document.title.isEmpty { report(1, "the first line is not the title: # Title") }
        if document.question.isEmpty {
            report(1, "the question of the lesson is missing: *Question?*, below the title")
        }
    }

    private mutating func step(heading: SourceLine) -> StepText? {
        let pattern = /## (.+?)\s*<!-- (\w+)(, optional)? -->/
        guard let match = heading.text.trimmed.wholeMatch(of: pattern) else {
            report(
                heading.number,
                "a step needs a name by which Swift calls it: ## Heading <!-- name -->")
            return nil
        }
        return StepText(
            name: String(match.2), title: String(match.1), isOptional: match.3 != nil,
            line: heading.number)
    }

    private mutating func report(_ line: Int, _ words: String) {
        problems.append(TextProblem(file: file, line: line, words))
    }
}

extension LessonDocument {
    /// Reads a lesson's text.
    ///
    /// - Parameter file: its path from the folder of the package, for messages.
    /// - Returns: the document, and all that is wrong in its form.
    public static func parse(
        _ text: String, file: String
    ) -> (document: LessonDocument, problems: [TextProblem]) {
        DocumentParser.parse(text, file: file)
    }
}
