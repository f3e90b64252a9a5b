/// The blocks of a step as elements of the page.
extension Page {
    /// Blocks in order; numbers that follow each other share one list. What stands between a
    /// question and its answer is folded with the answer: it would give it away.
    ///
    /// - Parameter asked: the questions before these blocks.
    func content(_ blocks: [Block], asked: [Question] = []) throws -> String {
        let asked = asked + blocks.compactMap(\.question)
        var elements: [String] = []
        var rest = blocks[...]
        while let block = rest.first {
            rest = rest.dropFirst()
            if case .number(let first) = block {
                let numbers = rest.prefix { $0.number != nil }.compactMap(\.number)
                rest = rest.dropFirst(numbers.count)
                elements.append(list([first] + numbers))
            } else if case .question(let question) = block {
                let folded = Self.untilAnswer(of: question, in: rest)
                rest = rest.dropFirst(folded.count)
                elements.append(self.question(question))
                if !folded.isEmpty { elements.append(try fold(Array(folded), asked: asked)) }
            } else {
                elements.append(try element(block, asked: asked))
            }
        }
        return elements.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func element(_ block: Block, asked: [Question]) throws -> String {
        switch block {
        case .words(let text): return "<p>\(inline(text))</p>"
        case .list(let items, let isOrdered):
            let name = isOrdered ? "ol" : "ul"
            return "<\(name)>" + items.map { "<li>\(inline($0))</li>" }.joined() + "</\(name)>"
        case .equation(let equation): return self.equation(equation)
        case .code(let listing): return code(listing)
        case .number(let number): return list([number])
        case .table(let table): return self.table(table)
        case .figure(let figure): return try self.figure(figure)
        case .plot(let plot):
            return framed(PlotDrawing.elements(plot), caption: plot.caption, path: plot.path)
        case .diagram(let diagram):
            return framed(
                DiagramDrawing.elements(diagram), caption: diagram.caption, path: diagram.path)
        case .question(let question): return self.question(question)
        case .answer(let answer): return self.answer(answer, asked: asked)
        case .box(let title, let isDeeper, let blocks):
            let look = isDeeper ? "class=\"box deeper\"" : "class=\"box\" open=\"open\""
            return "<details \(look)><summary>\(escaped(title))</summary>\n"
                + (try content(blocks, asked: asked)) + "\n</details>"
        // Terms and sources stand at the end of the page, exercises and links at that of the step; a
        // time differs from run to run and stands nowhere.
        case .glossary, .reference, .duration, .exercise, .api: return ""
        }
    }

    private func equation(_ equation: Equation) -> String {
        let meanings = equation.meanings.map { meaning in
            "<dt>\(MathML.inline(meaning.symbol))</dt><dd>\(inline(meaning.words))</dd>"
        }
        let list =
            meanings.isEmpty ? "" : "<dl class=\"symbols\">\(meanings.joined(separator: "\n"))</dl>"
        return "<div class=\"equation\">\(MathML.block(equation))\(list)</div>"
    }

    private func code(_ listing: Listing) -> String {
        let lines = listing.code.split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            // What is too wide goes on further right than the line began.
            let indent = line.prefix { $0 == " " }.count
            let style = indent > 0 ? " style=\"--indent: \(indent)\"" : ""
            return "<span class=\"line\"\(style)>\(escaped(String(line)))\n</span>"
        }
        let code = "<pre><code>\(lines.joined())</code></pre>"
        let place = listing.place.map { "<span class=\"place\">\(link(to: $0))</span>" }
        let caption = listing.caption.isEmpty ? nil : inline(listing.caption)
        let words = [caption, place].compactMap { $0 }
        if words.isEmpty { return code }
        return "<figure class=\"code\">\(code)<figcaption>\(words.joined(separator: " "))"
            + "</figcaption></figure>"
    }

    private func list(_ numbers: [MeasuredNumber]) -> String {
        let items = numbers.map { number in
            let unit = number.unit.isEmpty ? "" : " <span>\(escaped(number.unit))</span>"
            let value = escaped(number.format.text(number.value))
            return "<div><dt>\(escaped(number.words))</dt><dd>\(value)\(unit)</dd></div>"
        }
        return "<dl class=\"numbers\">\n\(items.joined(separator: "\n"))\n</dl>"
    }

    private func table(_ table: Table) -> String {
        let hasHeader = table.header.contains { !$0.isEmpty }
        let heads = table.header.indices.map { column in
            "<th scope=\"col\" class=\"\(table.alignment[column])\">"
                + inline(table.header[column]) + "</th>"
        }
        let rows = table.rows.map { cells in
            // A narrow screen shows a wide table row by row, each cell behind the name of its column.
            let row = cells.indices.map { column in
                "<td class=\"\(table.alignment[column])\" "
                    + "data-label=\"\(escaped(InlineText(table.header[column]).plainText))\">"
                    + inline(cells[column]) + "</td>"
            }
            return "<tr>\(row.joined())</tr>"
        }
        let caption = table.caption.isEmpty ? "" : "<caption>\(inline(table.caption))</caption>"
        let head = hasHeader ? "<thead><tr>\(heads.joined())</tr></thead>" : ""
        let look = Self.isWide(table) ? "table wide" : "table"
        return "<div class=\"\(look)\"><table>\(caption)\(head)\n"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
    }

    /// Whether a table needs more letters side by side than a narrow screen shows. Headers are
    /// wrapped, and so are the words of a long cell.
    private static func isWide(_ table: Table) -> Bool {
        let widths = table.header.indices.map { column in
            let words = InlineText(table.header[column]).plainText.split(separator: " ")
            let cells = table.rows.map { TextWidth.of(InlineText($0[column]).plainText) }
            return (words.map { TextWidth.of($0) } + cells.map { min($0, 24) }).max() ?? 0
        }
        return widths.reduce(0) { $0 + $1 + 2 } > 46
    }

    private func figure(_ figure: Figure) throws -> String {
        let size = figure.image.size
        // Small pictures are enlarged by a whole factor, so that their pixels can be seen.
        let factor = size.width > 0 ? max(1, min(16, 384 / size.width)) : 1
        let look = factor > 1 ? " class=\"pixels\"" : ""
        let data = try figure.image.pngData().base64EncodedString()
        let picture =
            "<img\(look) alt=\"\(escaped(figure.alternative))\" width=\"\(size.width * factor)\" "
            + "height=\"\(size.height * factor)\" src=\"data:image/png;base64,\(data)\" />"
        return framed(picture, caption: figure.caption, path: figure.path)
    }

    /// What is seen in a picture is said to those who do not see it, by the picture itself.
    private func framed(_ picture: String, caption: String, path: String) -> String {
        let number = figureNumbers[path].map(String.init) ?? ""
        return "<figure>\(picture)<figcaption><b>Figure \(number).</b> \(inline(caption))"
            + "</figcaption></figure>"
    }
}

extension Block {
    /// The number, if the block is one.
    fileprivate var number: MeasuredNumber? {
        if case .number(let number) = self { return number }
        return nil
    }
}
