/// Breaks text into lines of at most some columns.
struct TextWrapping {
    /// A piece of a word, with how it is painted.
    private struct Word {
        var pieces: [(text: String, style: InlineText.Style)] = []
        var width: Int { pieces.reduce(0) { $0 + TextWidth.of($1.text) } }
    }

    let width: Int
    let palette: Palette

    /// The lines of a paragraph. A word wider than a line is broken, so that none is longer; code
    /// that fits into a line, such as `--data FOLDER`, is not broken.
    func lines(_ runs: [InlineText.Run]) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in words(runs).flatMap(broken) {
            if used > 0 && used + 1 + word.width > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word.pieces.map { palette.paint($0.text, inline: $0.style) }.joined()
            used += word.width
        }
        return used > 0 ? lines + [line] : lines
    }

    /// The lines of plain text.
    func lines(_ text: String) -> [String] {
        lines([InlineText.Run(text: text, style: .plain)])
    }

    private func words(_ runs: [InlineText.Run]) -> [Word] {
        var words: [Word] = []
        var current = Word()
        for run in runs {
            let isWhole = run.style == .code && TextWidth.of(run.text) <= min(40, width)
            let parts = run.text.split(omittingEmptySubsequences: false) {
                $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" && !isWhole
            }
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    if !current.pieces.isEmpty { words.append(current) }
                    current = Word()
                }
                if !part.isEmpty { current.pieces.append((String(part), run.style)) }
            }
        }
        return current.pieces.isEmpty ? words : words + [current]
    }

    /// The parts of a word that is wider than a line: it is broken after a slash, as paths and
    /// addresses are, else where the line is full.
    private func broken(_ word: Word) -> [Word] {
        guard word.width > width else { return [word] }
        var letters = word.pieces.flatMap { piece in piece.text.map { (String($0), piece.style) } }
        var words: [Word] = []
        while !letters.isEmpty {
            var used = 0
            let fitting = letters.prefix { letter in
                used += TextWidth.of(letter.0)
                return used <= width
            }
            let slash = fitting.count < letters.count ? fitting.lastIndex { $0.0 == "/" } : nil
            let part = letters.prefix(max(1, slash.map { $0 + 1 } ?? fitting.count))
            words.append(Word(pieces: part.map { (text: $0.0, style: $0.1) }))
            letters.removeFirst(part.count)
        }
        return words
    }
}
