/// The blocks that are more than a paragraph.
extension TerminalView {
    func equation(_ equation: Equation, width: Int) -> [String] {
        let box = EquationBox(equation.expression)
        let formula =
            box.width + 4 <= width
            ? box.lines
            : TextWrapping(width: width - 4, palette: palette)
                .lines(EquationLine.text(equation.expression))
        let symbols = equation.meanings.map { EquationLine.text(Expression(reading: $0.symbol)) }
        let column = symbols.map(TextWidth.of).max() ?? 0
        let meanings = zip(symbols, equation.meanings).flatMap { symbol, meaning in
            hanging(
                TextWidth.padded(symbol, to: column + 2, .left), meaning.words, width: width - 4)
        }
        return formula.map { ("    " + $0).trimmingTrailingSpaces } + (meanings.isEmpty ? [] : [""])
            + meanings.map { "    " + $0 }
    }

    func code(_ listing: Listing, width: Int) -> [String] {
        let lines = CodeText.lines(listing.code, width: width - 4)
        return lines.map { $0.isEmpty ? "" : "    " + palette.paint($0, .code) }
            + caption(listing.caption, width: width) + indented(place(listing.place))
    }

    private func place(_ place: SourcePlace?) -> [String] {
        place.map { [arrow(to: $0.file, words: $0.description)] } ?? []
    }

    /// The line that leads to a file; it is not wrapped, so that it can be copied.
    private func arrow(to path: String, words: String) -> String {
        palette.paint("→ ", .quiet) + palette.link(palette.paint(words, .quiet), to: path)
    }

    func list(_ items: [String], isOrdered: Bool, width: Int) -> [String] {
        items.enumerated().flatMap { number, item in
            hanging(isOrdered ? "  \(number + 1). " : "  • ", item, width: width)
        }
    }

    func exercise(_ function: String, _ path: String, width: Int) -> [String] {
        let place = ExercisePlace.text(function: function, path: path)
        return hanging("  ", "Exercise: `\(function)`", width: width)
            + ["  " + arrow(to: path, words: place)]
    }

    func number(_ number: MeasuredNumber, width: Int) -> [String] {
        let value = "**\(number.text)**"
        return hanging("  ", "\(number.words): \(value)", width: width)
    }

    /// A time differs from run to run: a pipe, whose text is compared, does not get it.
    func duration(_ words: String, _ seconds: Double, width: Int) -> [String] {
        guard abilities.isTerminal else { return [] }
        let time =
            seconds < 0.1
            ? "\(NumberFormat.decimals(2).text(1000 * seconds)) ms"
            : "\(NumberFormat.decimals(1).text(seconds)) s"
        return hanging("  ", "\(words): \(time)", width: width).map { palette.paint($0, .quiet) }
    }

    func question(_ question: Question, width: Int) -> [String] {
        var lines = hanging("? ", question.words, width: width)
        switch question.kind {
        case .choices(let choices):
            for (index, choice) in choices.enumerated() {
                lines += hanging("  \(index + 1)) ", choice, width: width)
            }
        case .number(let unit) where !unit.isEmpty: lines.append("  (a number, \(unit))")
        case .number: lines.append("  (a number)")
        case .free: break
        }
        return lines.map { palette.paint($0, .question) }
    }

    func answer(_ answer: Question.Answer, width: Int) -> [String] {
        let choice = answer.choice.map { "\($0 + 1)) " } ?? ""
        return hanging("> ", choice + answer.words, width: width)
            .map { palette.paint($0, .answer) }
    }

    func box(_ title: String, _ blocks: [Block], width: Int) -> [String] {
        let inner = blocks.map { lines(of: $0, width: width - 2) }.filter { !$0.isEmpty }
        let body = inner.enumerated().flatMap { $0 == 0 ? $1 : [""] + $1 }
        let head = wrapped(title, width: width - 2).enumerated().map { index, line in
            (index == 0 ? "┌ " : "│ ") + palette.paint(line, .value)
        }
        return head
            + body.map { $0.isEmpty ? "│" : "│ " + $0 } + ["└"]
    }

    /// Who sees the picture needs no words for what is to be seen in it.
    func figure(_ figure: Figure, width: Int) -> [String] {
        let picture = PictureText(
            image: figure.image, style: abilities.pictures, columns: min(width, 72)
        ).lines
        let seen = picture.isEmpty || abilities.pictures == .ascii ? figure.alternative : ""
        return picture + mediaWords(figure.caption, seen, figure.path, width: width)
    }

    /// Dots are coarse: the words say what to see in them.
    func plot(_ plot: Plot, width: Int) -> [String] {
        let curves = PlotText(plot: plot, columns: min(width - 12, 60), palette: palette).lines
        return curves + mediaWords(plot.caption, plot.alternative, plot.path, width: width)
    }

    /// A drawing that fits needs no words; where only a list fits, they stand.
    func diagram(_ diagram: Diagram, width: Int) -> [String] {
        let drawing = DiagramText(diagram: diagram, width: width - 2, palette: palette)
        let seen = drawing.isDrawn ? "" : diagram.alternative
        return indented(drawing.lines) + [""]
            + mediaWords(diagram.caption, seen, diagram.path, width: width)
    }

    /// Caption, what is seen in words, and where the file is.
    private func mediaWords(
        _ caption: String, _ alternative: String, _ path: String, width: Int
    ) -> [String] {
        let words = [caption, alternative].filter { !$0.isEmpty }.joined(separator: " ")
        let file = "\(outputPath)/\(path)"
        return wrapped("**Figure:** " + words, width: width) + [arrow(to: file, words: file)]
    }
}
