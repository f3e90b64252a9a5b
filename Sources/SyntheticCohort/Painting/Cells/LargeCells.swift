/// The nuclei that small lymphocytes must keep away from, sorted into squares so that a neighbour
/// is found quickly.
struct LargeCells {
    private var squares: [[Spot]]
    private let left: Float
    private let top: Float
    private let columns: Int
    private let rows: Int
    private static let side: Float = 16

    /// None yet, in a rectangle in micrometres.
    init(left: Float, top: Float, right: Float, bottom: Float) {
        self.left = left
        self.top = top
        columns = Int((right - left) / Self.side) + 1
        rows = Int((bottom - top) / Self.side) + 1
        squares = [[Spot]](repeating: [], count: columns * rows)
    }

    /// Adds a nucleus to every square that it could be too near to.
    mutating func insert(_ nucleus: Spot) {
        let reach = nucleus.semiMajor + 4
        for row in index(nucleus.y - reach, top, rows)...index(nucleus.y + reach, top, rows) {
            for column in index(
                nucleus.x - reach, left, columns)...index(
                    nucleus.x + reach, left, columns)
            {
                squares[row * columns + column].append(nucleus)
            }
        }
    }

    /// Whether a nucleus of a radius up to 4 um would lie free of those here, but for a little.
    func hasRoom(x: Float, y: Float, radius: Float) -> Bool {
        squares[index(y, top, rows) * columns + index(x, left, columns)].allSatisfy { other in
            let dx = other.x - x
            let dy = other.y - y
            let apart = (other.semiMajor + other.semiMinor) / 2 + 0.7 * radius
            return dx * dx + dy * dy > apart * apart
        }
    }

    private func index(_ place: Float, _ start: Float, _ count: Int) -> Int {
        min(max(Int((place - start) / Self.side), 0), count - 1)
    }
}
