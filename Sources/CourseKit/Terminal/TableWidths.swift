/// How wide the columns of a table must be, and may be.
struct TableWidths {
    /// The width of each column at which no word is broken, at which no cell is wrapped, and at which
    /// no header is either.
    private let columns: [(least: Int, cells: Int, natural: Int)]

    /// Longer words may be broken.
    private static let longestWord = 16

    init(table: Table) {
        columns = table.header.indices.map { column in
            let header = table.header[column]
            let cells = table.rows.map { $0[column] }
            // A number is never wrapped.
            let isNumber = table.alignment[column] == .right
            let words = cells.map { isNumber ? Self.width($0) : Self.word($0) }
            let least = (words + [Self.word(header)]).max() ?? 0
            let widest = max(least, cells.map(Self.width).max() ?? 0)
            return (least, widest, max(widest, Self.width(header)))
        }
    }

    private static func width(_ cell: String) -> Int {
        TextWidth.of(InlineText(cell).plainText)
    }

    private static func word(_ cell: String) -> Int {
        let words = InlineText(cell).plainText.split(separator: " ")
        return min(longestWord, words.map { TextWidth.of($0) }.max() ?? 0)
    }

    /// Widths that fit, with two columns of air between them; nil if there are none. Headers are
    /// wrapped before cells are.
    func fitting(_ width: Int) -> [Int]? {
        var room = width - 2 * max(0, columns.count - 1)
        var widths = columns.map(\.least)
        room -= widths.reduce(0, +)
        if room < 0 { return nil }
        for wanted in [columns.map(\.cells), columns.map(\.natural)] {
            while room > 0 {
                let missing = zip(wanted, widths).map { $0 - $1 }
                guard let most = missing.max(), most > 0, let column = missing.firstIndex(of: most)
                else { break }
                widths[column] += 1
                room -= 1
            }
        }
        return widths
    }
}
