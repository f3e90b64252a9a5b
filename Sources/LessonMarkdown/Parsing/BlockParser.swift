/// Reads the blocks of a step, of a box or of an alternative.
struct BlockParser {
    let file: String
    private(set) var problems: [TextProblem] = []
    private var lines: ArraySlice<SourceLine> = []

    init(file: String) { self.file = file }

    /// The blocks, in order.
    mutating func blocks(_ all: [SourceLine]) -> [PlacedBlock] {
        let outer = lines
        defer { lines = outer }
        lines = all[...]
        var blocks: [PlacedBlock] = []
        while let line = lines.first {
            let found = next(line)
            blocks += found.map { PlacedBlock(line: line.number, block: $0) }
        }
        return blocks
    }

    /// The block or blocks at the head of the lines, which are taken away.
    private mutating func next(_ line: SourceLine) -> [TextBlock] {
        if line.isBlank || line.text.hasPrefix("<!--") {
            lines.removeFirst()
            return []
        }
        if line.text.hasPrefix("```") { return fence() }
        if line.text.hasPrefix(">") { return [box()] }
        if line.text.hasPrefix("|") { return table() }
        if Self.isItem(line.text) { return items() }
        if Self.alternative(line.text) != nil { return [alternatives()] }
        return paragraph()
    }

    mutating func report(_ line: Int, _ words: String) {
        problems.append(TextProblem(file: file, line: line, words))
    }

    /// Reads slots and alternatives inside a text.
    mutating func template(_ text: String, line: Int) -> TextTemplate {
        var parser = TemplateParser(text)
        let template = parser.parse()
        for words in parser.problems { report(line, words) }
        return template
    }

    /// Takes lines away as long as something holds.
    private mutating func take(while holds: (SourceLine) -> Bool) -> [SourceLine] {
        let taken = Array(lines.prefix(while: holds))
        lines = lines.dropFirst(taken.count)
        return taken
    }
}

// MARK: Paragraphs

extension BlockParser {
    /// A line that is no part of a paragraph above it.
    private static func beginsBlock(_ line: SourceLine) -> Bool {
        // A line that happens to begin with "2016." goes on; only a first item interrupts.
        line.isBlank || line.text.hasPrefix("- ") || line.text.hasPrefix("1. ")
            || alternative(line.text) != nil
            || ["```", ">", "|", "<!--"].contains { line.text.hasPrefix($0) }
            || line.text.trimmed == "{end}"
    }

    private mutating func paragraph() -> [TextBlock] {
        let first = lines.removeFirst()
        if first.text.trimmed == "{end}" {
            report(first.number, "{end} without a {when group.name} before it")
            return []
        }
        let rest = take { !Self.beginsBlock($0) }
        let words = ([first] + rest).joined
        if let name = words.wholeMatch(of: /\{mine (\w+)\}/)?.1 { return [.mine(String(name))] }
        if let second = rest.first, second.text.hasPrefix(": ") {
            let meaning = String(rest.joined.dropFirst(2))
            return [
                .glossary(
                    term: first.text.trimmed, meaning: template(meaning, line: second.number))
            ]
        }
        if let match = words.wholeMatch(of: /\[([A-Z]{2,}[A-Za-z]*\d\d[a-z]?)\]: (.+)/) {
            return [reference(key: String(match.1), String(match.2))]
        }
        if let links = words.after("Exercise: ") { return exercise(links, first.number) }
        if let links = words.after("API: ") { return [.api(TextLink.all(in: links))] }
        return [.words(template(words, line: first.number))]
    }

    private mutating func exercise(_ text: String, _ line: Int) -> [TextBlock] {
        guard let link = TextLink.all(in: text).first else {
            report(line, "an exercise is a link: Exercise: [function](../../Exercises/FILE.swift)")
            return []
        }
        return [.exercise(function: link.words, path: link.target)]
    }

    private func reference(key: String, _ text: String) -> TextBlock {
        guard let match = text.firstMatch(of: /^(.*?)\s*<(https?:[^>\s]+)>\.?$/) else {
            return .reference(key: key, text: text, address: nil)
        }
        return .reference(key: key, text: String(match.1), address: String(match.2))
    }
}

// MARK: Lists

extension BlockParser {
    private static func isItem(_ line: String) -> Bool {
        line.prefixMatch(of: /(-|\d+\.) \S/) != nil
    }

    /// Items; lines "Words: {key} unit" among them are measured numbers.
    private mutating func items() -> [TextBlock] {
        var blocks: [TextBlock] = []
        while let line = lines.first, Self.isItem(line.text) {
            lines.removeFirst()
            let rest = take { $0.text.hasPrefix("  ") && !$0.isBlank }
            let text = ([line] + rest).joined
            let isOrdered = !text.hasPrefix("-")
            let words = String(text.drop { $0 != " " }.dropFirst())
            let item: TextBlock
            if !isOrdered, let match = words.wholeMatch(of: /(.+): \{(\w+)\}(?: ([^{]+))?/) {
                item = .number(
                    words: template(String(match.1), line: line.number), key: String(match.2),
                    unit: match.3.map(String.init) ?? "")
            } else {
                item = .list([template(words, line: line.number)], isOrdered: isOrdered)
            }
            if case .list(let one, isOrdered) = item, case .list(let items, isOrdered) = blocks.last
            {
                blocks[blocks.count - 1] = .list(items + one, isOrdered: isOrdered)
            } else {
                blocks.append(item)
            }
        }
        return blocks
    }
}

// MARK: Boxes and alternatives

extension BlockParser {
    /// Lines that begin with ">": a strong title, then blocks.
    private mutating func box() -> TextBlock {
        let quoted = take { $0.text.hasPrefix(">") }.map { line in
            SourceLine(
                number: line.number,
                text: line.text.after("> ") ?? String(line.text.dropFirst()))
        }
        let first = quoted[0]
        guard let match = first.text.trimmed.wholeMatch(of: /\*\*(Deeper: )?(.+)\*\*/) else {
            report(first.number, "a box begins with its title: > **Basics: ...**")
            return .box(title: TextTemplate(plain: ""), isDeeper: false, blocks: blocks(quoted))
        }
        return .box(
            title: template(String(match.2), line: first.number), isDeeper: match.1 != nil,
            blocks: blocks(Array(quoted.dropFirst())))
    }

    /// Group and name of a line that is nothing but "{when group.name}".
    private static func alternative(_ line: String) -> (group: String, name: String)? {
        line.trimmed.wholeMatch(of: /\{when ([A-Za-z]\w*)\.([A-Za-z]\w*)\}/)
            .map { (String($0.1), String($0.2)) }
    }

    private mutating func alternatives() -> TextBlock {
        let first = lines.removeFirst()
        guard let start = Self.alternative(first.text) else { return .verbatim(first.text) }
        var texts: [TextBlock.Alternative] = []
        var (name, inner) = (start.name, [SourceLine]())
        func close(_ parser: inout BlockParser) {
            if texts.contains(where: { $0.name == name }) {
                parser.report(first.number, "{when \(start.group).\(name)} stands twice")
            }
            texts.append(TextBlock.Alternative(name: name, blocks: parser.blocks(inner)))
        }
        var isFenced = false
        while let line = lines.popFirst() {
            if line.text.hasPrefix("```") { isFenced.toggle() }
            if !isFenced, line.text.trimmed == "{end}" {
                close(&self)
                return .alternatives(group: start.group, texts)
            }
            if !isFenced, let next = Self.alternative(line.text) {
                if next.group != start.group {
                    report(
                        line.number,
                        "{when \(next.group)...} inside {when \(start.group)...}: end that first")
                }
                close(&self)
                (name, inner) = (next.name, [])
            } else {
                inner.append(line)
            }
        }
        report(first.number, "{when \(start.group).\(name)} without an {end}")
        close(&self)
        return .alternatives(group: start.group, texts)
    }
}

// MARK: Tables and fences

extension BlockParser {
    private mutating func table() -> [TextBlock] {
        let rows = take { $0.text.hasPrefix("|") }
        var caption = TextTemplate(plain: "")
        let between = lines.prefix(while: \.isBlank)
        if let line = lines.dropFirst(between.count).first, line.text.hasPrefix("Table: ") {
            lines = lines.dropFirst(between.count)
            let first = lines.removeFirst()
            let words = ([first] + take { !Self.beginsBlock($0) }).joined
            caption = template(String(words.dropFirst("Table: ".count)), line: first.number)
        }
        var parser = TableParser(rows)
        guard let table = parser.table(caption: caption) else {
            report(rows[0].number, "a table needs its names, then a line |---|---|, then its rows")
            return []
        }
        for (line, words) in parser.problems { report(line, words) }
        return [.table(table)]
    }

    private mutating func fence() -> [TextBlock] {
        let first = lines.removeFirst()
        let inner = take { !$0.text.hasPrefix("```") }
        if lines.isEmpty {
            report(first.number, "a fence that is not closed: ``` is missing")
        } else {
            lines.removeFirst()
        }
        let fence = Fence(
            line: first.number,
            words: first.text.dropFirst(3).split(separator: " ").map(String.init),
            lines: inner)
        var problems: [(line: Int, words: String)] = []
        defer { for (line, words) in problems { report(line, words) } }
        do {
            return [
                try FenceParser(fence).block { text, line in
                    var parser = TemplateParser(text)
                    let template = parser.parse()
                    problems += parser.problems.map { (line, $0) }
                    return template
                }
            ]
        } catch {
            problems.append((error.line, error.words))
            return []
        }
    }
}
