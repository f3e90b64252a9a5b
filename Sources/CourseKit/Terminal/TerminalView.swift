/// How a lesson looks in a terminal or a pipe: text for each of its blocks.
struct TerminalView {
    let abilities: TerminalAbilities
    let outputPath: String

    var palette: Palette { Palette(usesColor: abilities.usesColor) }

    /// The whole of a step, as it was shown when it ran.
    func text(of step: Step) -> String {
        heading(number: step.number, title: step.title)
            + step.blocks.indices.map { index in
                text(of: step.blocks[index], after: index > 0 ? step.blocks[index - 1] : nil)
            }.joined()
    }

    /// One block, after the empty line that parts it from the block before.
    func text(of block: Block, after previous: Block?) -> String {
        let lines = lines(of: block, width: abilities.width)
        let isJoined = previous.map { isListItem($0) && isListItem(block) } ?? false
        return lines.isEmpty ? "" : (isJoined ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }

    /// Numbers stand below each other without empty lines.
    private func isListItem(_ block: Block) -> Bool {
        switch block {
        case .number, .duration, .list: return true
        default: return false
        }
    }

    func lines(of block: Block, width: Int) -> [String] {
        switch block {
        case .words(let text): return wrapped(text, width: width)
        case .list(let items, let isOrdered):
            return items.enumerated().flatMap { index, item in
                hanging(isOrdered ? "  \(index + 1). " : "  • ", item, width: width)
            }
        case .exercise(let function, let path):
            return wrapped("Exercise: `\(function)` in \(path).", width: width)
        case .api(let links):
            let words = links.map { "`\($0.words)` in \($0.path)" }
            return wrapped("In the library: \(words.joined(separator: "; ")).", width: width)
        case .equation(let equation): return self.equation(equation, width: width)
        case .code(let listing): return code(listing, width: width)
        case .number(let number): return self.number(number, width: width)
        case .duration(let words, let seconds): return duration(words, seconds)
        case .table(let table):
            return indented(TableText(table: table, palette: palette).lines)
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
        }
    }

    // MARK: Text

    func wrapped(_ text: String, width: Int) -> [String] {
        TextWrapping(width: width, palette: palette).lines(InlineText(text).runs)
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
