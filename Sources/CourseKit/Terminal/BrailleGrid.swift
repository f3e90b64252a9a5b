/// Dots on a grid of Braille characters, 2 columns and 4 rows of dots in each.
struct BrailleGrid {
    let columns: Int
    let rows: Int
    private var cells: [UInt8]
    private var owners: [Int?]
    private var signs: [Character?]
    private var passed: [Int: [Int]] = [:]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: 0, count: columns * rows)
        owners = Array(repeating: nil, count: columns * rows)
        signs = Array(repeating: nil, count: columns * rows)
    }

    /// Sets the dot in column `x` and row `y` of dots, from the top left; outside nothing happens.
    mutating func set(_ x: Int, _ y: Int, curve: Int) {
        guard (0..<(2 * columns)).contains(x), (0..<(4 * rows)).contains(y) else { return }
        let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
        let cell = (y / 4) * columns + x / 2
        cells[cell] |= bits[y % 4][x % 2]
        owners[cell] = curve
        passed[curve, default: []].append(cell)
    }

    /// The cells, row after row from the top left, in the order in which a curve passed them.
    func cells(of curve: Int) -> [Int] { passed[curve] ?? [] }

    /// Shows a sign in place of a cell's dots.
    mutating func put(_ sign: Character, in cell: Int) { signs[cell] = sign }

    /// A straight line of dots (Bresenham); with a dash, as many dots are set as are left out.
    mutating func line(
        _ start: (x: Int, y: Int), _ end: (x: Int, y: Int), curve: Int, dash: Int? = nil
    ) {
        let count = max(abs(end.x - start.x), abs(end.y - start.y), 1)
        for step in 0...count {
            if let dash, (step / dash) % 2 == 1 { continue }
            let part = Double(step) / Double(count)
            let x = Double(start.x) + part * Double(end.x - start.x)
            let y = Double(start.y) + part * Double(end.y - start.y)
            set(Int(x.rounded()), Int(y.rounded()), curve: curve)
        }
    }

    /// The characters of a row, in runs that one curve owns.
    func row(_ row: Int) -> [(text: String, curve: Int?)] {
        var runs: [(text: String, curve: Int?)] = []
        for cell in (row * columns)..<((row + 1) * columns) {
            let dots = Unicode.Scalar(0x2800 + UInt32(cells[cell])).map(Character.init)
            let character = signs[cell] ?? (cells[cell] == 0 ? " " : dots ?? " ")
            if let last = runs.last, last.curve == owners[cell] {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append((String(character), owners[cell]))
            }
        }
        return runs
    }
}
