/// How a lesson looks in a terminal or a pipe: text for each of its blocks.
struct TerminalView {
    let abilities: TerminalAbilities
    let outputPath: String

    /// Whether boxes for the curious wait until somebody asks for them.
    var hidesDeeper = false

    var palette: Palette {
        Palette(usesColor: abilities.usesColor, showsLinks: abilities.showsLinks)
    }

    /// The whole of a step, as it was shown when it ran.
    func text(of step: Step) -> String {
        heading(number: step.number, title: step.title)
            + step.blocks.indices.map { index in
                text(of: step.blocks[index], after: step.blocks[..<index])
            }.joined()
    }

    /// One block, after the empty line that parts it from the blocks before.
    func text(of block: Block, after shown: ArraySlice<Block>) -> String {
        if hidesDeeper, case .box(_, isDeeper: true, _) = block { return "" }
        let isJoined = shown.last.map { isListItem($0) && isListItem(block) } ?? false
        return echo(block, after: shown)
            + text(lines(of: block, width: abilities.width), isJoined: isJoined)
    }

    /// What the learner said, just before the answer to it.
    private func echo(_ block: Block, after shown: ArraySlice<Block>) -> String {
        guard case .answer(let answer) = block,
            let question = shown.compactMap(\.question).last(where: answer.belongs(to:)),
            let words = Guess.echo(question, answer)
        else { return "" }
        return text(plain(words).map { palette.paint($0, .value) })
    }

    /// Lines after an empty one.
    func text(_ lines: [String], isJoined: Bool = false) -> String {
        lines.isEmpty ? "" : (isJoined ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }

    /// Numbers stand below each other without empty lines.
    private func isListItem(_ block: Block) -> Bool {
        switch block {
        case .number, .duration: return true
        default: return false
        }
    }

    func lines(of block: Block, width: Int) -> [String] {
        switch block {
        case .words(let text): return wrapped(text, width: width)
        case .list(let items, let isOrdered):
            return list(items, isOrdered: isOrdered, width: width)
        case .equation(let equation): return self.equation(equation, width: width)
        case .code(let listing): return code(listing, width: width)
        case .number(let number): return self.number(number, width: width)
        case .duration(let words, let seconds):
            return duration(words, seconds, width: width)
        case .table(let table):
            return indented(TableText(table: table, palette: palette, width: width - 2).lines)
                + caption(table.caption, width: width)
        case .figure(let figure): return self.figure(figure, width: width)
        case .plot(let plot): return self.plot(plot, width: width)
        case .diagram(let diagram): return self.diagram(diagram, width: width)
        case .question(let question): return self.question(question, width: width)
        case .answer(let answer): return self.answer(answer, width: width)
        case .box(let title, _, let blocks): return box(title, blocks, width: width)
        case .glossary(let term, let meaning):
            return wrapped("**\(term)**: \(meaning)", width: width)
        case .reference(let reference):
            let address = reference.address.map { " " + $0 } ?? ""
            return hanging("[\(reference.key)] ", reference.text + address, width: width)
        case .exercise(let function, let path):
            return exercise(function, path, width: width)
        case .api(let links):
            return links.flatMap {
                hanging("  ", "In the library: [\($0.words)](\($0.path))", width: width)
            }
        }
    }

    // MARK: Text

    func wrapped(_ text: String, width: Int) -> [String] {
        let runs = InlineText(text).runs.flatMap { shown($0) }
        return TextWrapping(width: width, palette: palette).lines(runs)
    }

    /// Text without marks, as wide as the terminal.
    func plain(_ text: String) -> [String] {
        TextWrapping(width: abilities.width, palette: palette).lines(text)
    }

    /// Where words cannot be a link, its target stands behind them.
    private func shown(_ run: InlineText.Run) -> [InlineText.Run] {
        guard case .link(let target) = run.style, !abilities.showsLinks else { return [run] }
        let words = InlineText.Run(text: run.text, style: .plain)
        return run.text == target
            ? [words] : [words, InlineText.Run(text: " (\(target))", style: .plain)]
    }

    /// A paragraph whose further lines stand under its first word.
    func hanging(_ mark: String, _ text: String, width: Int) -> [String] {
        let indent = TextWidth.of(mark)
        let lines = wrapped(text, width: max(10, width - indent))
        return lines.enumerated().map { index, line in
            (index == 0 ? mark : String(repeating: " ", count: indent)) + line
        }
    }

    func indented(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? "" : "  " + $0 } }

    func caption(_ caption: String, width: Int) -> [String] {
        guard !caption.isEmpty else { return [] }
        return indented(wrapped(caption, width: width - 2)).map { palette.paint($0, .quiet) }
    }
}

extension Block {
    /// The question, if the block is one.
    var question: Question? {
        if case .question(let question) = self { return question }
        return nil
    }
}

extension Question.Answer {
    /// Whether it answers this question.
    func belongs(to question: Question) -> Bool {
        self.question.isEmpty || self.question == question.name
    }
}
