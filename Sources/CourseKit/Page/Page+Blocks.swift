/// The blocks of a step as elements of the page.
extension Page {
    /// Blocks in order; numbers that follow each other share one list.
    func content(_ blocks: [Block]) throws -> String {
        var elements: [String] = []
        var numbers: [MeasuredNumber] = []
        func closeNumbers() {
            if !numbers.isEmpty { elements.append(list(numbers)) }
            numbers = []
        }
        for block in blocks {
            if case .number(let number) = block {
                numbers.append(number)
            } else {
                closeNumbers()
                let element = try element(block)
                if !element.isEmpty { elements.append(element) }
            }
        }
        closeNumbers()
        return elements.joined(separator: "\n")
    }

    private func element(_ block: Block) throws -> String {
        switch block {
        case .words(let text): return "<p>\(inline(text))</p>"
        case .list(let items, let isOrdered):
            let name = isOrdered ? "ol" : "ul"
            return "<\(name)>\(items.map { "<li>\(inline($0))</li>" }.joined())</\(name)>"
        case .exercise(let function, let path):
            return "<p class=\"exercise\">Exercise: <code>\(escaped(function))</code> in "
                + "\(escaped(path)).</p>"
        case .equation(let equation): return self.equation(equation)
        case .code(let listing): return code(listing)
        case .number(let number): return list([number])
        case .table(let table): return self.table(table)
        case .figure(let figure): return try self.figure(figure)
        case .plot(let plot):
            return framed(
                PlotDrawing(plot).element, caption: plot.caption, seen: plot.alternative,
                path: plot.path)
        case .diagram(let diagram):
            return framed(
                DiagramDrawing(diagram).element, caption: diagram.caption,
                seen: diagram.alternative, path: diagram.path)
        case .question(let question): return self.question(question)
        case .box(let title, _, let blocks):
            return "<details class=\"box\"><summary>\(escaped(title))</summary>\n"
                + (try content(blocks)) + "\n</details>"
        // Answers stand with their questions, terms and sources at the end; a time differs from
        // run to run and stands nowhere.
        case .answer, .glossary, .reference, .duration, .api: return ""
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
        let lines = "<pre><code>\(escaped(listing.code))</code></pre>"
        if listing.caption.isEmpty { return lines }
        return "<figure class=\"code\">\(lines)<figcaption>\(inline(listing.caption))</figcaption>"
            + "</figure>"
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
        func row(_ cells: [String], _ name: String) -> String {
            let scope = name == "th" ? " scope=\"col\"" : ""
            let cells = zip(cells, table.alignment).map { cell, alignment in
                "<\(name)\(scope) class=\"\(alignment)\">\(inline(cell))</\(name)>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        let caption = table.caption.isEmpty ? "" : "<caption>\(inline(table.caption))</caption>"
        let hasHeader = table.header.contains { !$0.isEmpty }
        let head = hasHeader ? "<thead>\(row(table.header, "th"))</thead>" : ""
        let body = table.rows.map { row($0, "td") }.joined(separator: "\n")
        return "<div class=\"table\"><table>\(caption)\(head)\n<tbody>\(body)</tbody></table></div>"
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
        return framed(picture, caption: figure.caption, seen: "", path: figure.path)
    }

    private func framed(
        _ picture: String, caption: String, seen: String, path: String
    ) -> String {
        let number = figureNumbers[path].map(String.init) ?? ""
        let words = [caption, seen].filter { !$0.isEmpty }.map(inline).joined(separator: " ")
        return
            "<figure>\(picture)<figcaption><b>Figure \(number).</b> \(words)</figcaption></figure>"
    }

    private func question(_ question: Question) -> String {
        var choices = ""
        if case .choices(let words) = question.kind {
            choices = "<ol>" + words.map { "<li>\(inline($0))</li>" }.joined() + "</ol>"
        }
        let guess = question.guess.map { "<p class=\"guess\">Your guess: \(escaped($0))</p>" } ?? ""
        let answer = question.answer.map { answer -> String in
            let choice = answer.choice.map { "<b>\($0 + 1).</b> " } ?? ""
            return "<details><summary>Show the answer</summary>"
                + "<p>\(choice)\(inline(answer.words))</p></details>"
        }
        return "<div class=\"question\"><p class=\"label\">Predict first</p>"
            + "<p>\(inline(question.words))</p>\(choices)\(guess)\(answer ?? "")</div>"
    }
}
