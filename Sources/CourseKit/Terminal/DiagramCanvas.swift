/// Cells of a terminal on which lines meet: each cell knows in which directions lines leave it.
struct DiagramCanvas {
    private let flow: DiagramPlan.Flow
    private var lines: [Cell: Directions] = [:]
    private var letters: [Cell: (text: String, role: Palette.Role?)] = [:]

    private struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    private struct Directions: OptionSet, Hashable {
        let rawValue: Int
        static let up = Directions(rawValue: 1)
        static let down = Directions(rawValue: 2)
        static let left = Directions(rawValue: 4)
        static let right = Directions(rawValue: 8)
    }

    /// The letter for each set of directions, by its number.
    private static let signs = Array(" │││─┘┐┤─└┌├─┴┬┼")

    init(flow: DiagramPlan.Flow) { self.flow = flow }

    private func cell(_ along: Int, _ across: Int) -> Cell {
        flow == .right ? Cell(row: across, column: along) : Cell(row: along, column: across)
    }

    /// A box with its lines of text in the middle.
    mutating func box(
        along: Int, across: Int, size: (along: Int, across: Int),
        content: [(text: String, role: Palette.Role?)]
    ) {
        let (first, last) = (
            cell(along, across), cell(along + size.along - 1, across + size.across - 1)
        )
        let corners = [
            first, Cell(row: first.row, column: last.column), last,
            Cell(row: last.row, column: first.column), first,
        ]
        for (start, end) in zip(corners, corners.dropFirst()) { join(start, end) }
        let inside = last.column - first.column - 1
        let top = first.row + (last.row - first.row + 1 - content.count) / 2
        for (number, line) in content.enumerated() {
            let text = TextWidth.padded(line.text, to: inside, .center)
            write(text, line.role, Cell(row: top + number, column: first.column + 1))
        }
    }

    /// A line of a channel; one that passes a rank begins before it.
    mutating func line(
        _ line: DiagramChannel.Line, from end: Int, length: Int, passing rank: Int
    ) {
        let begin = line.leavesBox ? end - 1 : end - rank - 1
        let last = end + length - 1
        // Lines that reach no box go on into the next channel.
        let target = line.reachesBox ? last : last + 1
        if line.start == line.end {
            join(cell(begin, line.start), cell(target, line.end))
        } else {
            let turn = end + line.track + (length > 2 && flow == .right ? 1 : 0)
            join(cell(begin, line.start), cell(turn, line.start))
            join(cell(turn, line.start), cell(turn, line.end))
            join(cell(turn, line.end), cell(target, line.end))
        }
        if line.reachesBox { letters[cell(last, line.end)] = (flow == .right ? "→" : "↓", nil) }
    }

    /// A straight line from one cell to another in the same row or column.
    private mutating func join(_ start: Cell, _ end: Cell) {
        var here = start
        while here != end {
            let down = (end.row - here.row).signum()
            let right = (end.column - here.column).signum()
            let next = Cell(row: here.row + down, column: here.column + right)
            let ahead: Directions =
                down > 0 ? .down : down < 0 ? .up : right > 0 ? .right : .left
            let back: Directions =
                down > 0 ? .up : down < 0 ? .down : right > 0 ? .left : .right
            lines[here, default: []].insert(ahead)
            lines[next, default: []].insert(back)
            here = next
        }
    }

    private mutating func write(_ text: String, _ role: Palette.Role?, _ start: Cell) {
        var column = start.column
        for letter in text {
            letters[Cell(row: start.row, column: column)] = (String(letter), role)
            // A wide letter takes the next cell too.
            for extra in 1..<max(1, TextWidth.of(letter)) {
                letters[Cell(row: start.row, column: column + extra)] = ("", role)
            }
            column += TextWidth.of(letter)
        }
    }

    /// The rows, in the colours of the palette.
    func lines(_ palette: Palette) -> [String] {
        let cells = Set(lines.keys).union(letters.keys)
        let (rows, columns) = (cells.map(\.row).max() ?? -1, cells.map(\.column).max() ?? -1)
        return (0..<(rows + 1)).map { row in
            var line = ""
            var run: (text: String, role: Palette.Role?) = ("", nil)
            for column in 0..<(columns + 1) {
                let cell = letter(at: Cell(row: row, column: column))
                if cell.role != run.role {
                    line += painted(run, palette)
                    run = ("", cell.role)
                }
                run.text += cell.text
            }
            return (line + painted(run, palette)).trimmingTrailingSpaces
        }
    }

    private func letter(at cell: Cell) -> (text: String, role: Palette.Role?) {
        letters[cell] ?? (String(Self.signs[lines[cell]?.rawValue ?? 0]), nil)
    }

    private func painted(
        _ run: (text: String, role: Palette.Role?), _ palette: Palette
    ) -> String {
        run.role.map { palette.paint(run.text, $0) } ?? run.text
    }
}
