/// The lines between a rank of boxes and the next one.
struct DiagramChannel {
    /// A line that comes in at one place across the flow and leaves at another.
    struct Line: Equatable {
        let start: Int
        let end: Int

        /// Whether it comes from a box, or passes a rank.
        let leavesBox: Bool

        /// Whether it ends at a box, in a point.
        let reachesBox: Bool

        /// How far from the rank it changes its place, from 0.
        fileprivate(set) var track = 0
    }

    private(set) var lines: [Line]

    /// How many cells there are from rank to rank.
    let length: Int

    /// Nil if two lines would run in the same cells, whatever their tracks.
    init?(_ lines: [Line], shortest: Int) {
        guard let routed = Self.routed(lines) else { return nil }
        self.lines = routed
        let tracks = routed.filter { $0.start != $0.end }.map { $0.track + 1 }.max() ?? 0
        // One more cell for the points; a line from left to right leaves its box before it turns.
        length = max(shortest, tracks + (shortest > 1 ? 2 : 1))
    }

    /// Gives each line that changes its place a track. Where one line comes in at the place at
    /// which another leaves, it must turn before that one does.
    private static func routed(_ lines: [Line]) -> [Line]? {
        var lines = lines
        var waiting = lines.indices.filter { lines[$0].start != lines[$0].end }
        var done: [Int] = []
        while !waiting.isEmpty {
            let next = waiting.firstIndex { index in
                !waiting.contains { $0 != index && lines[$0].start == lines[index].end }
            }
            guard let next else { return nil }
            let index = waiting.remove(at: next)
            let before = done.filter { lines[$0].start == lines[index].end }
            var track = before.map { lines[$0].track + 1 }.max() ?? 0
            while done.contains(where: {
                lines[$0].track == track && touch(lines[$0], lines[index])
            }) {
                track += 1
            }
            lines[index].track = track
            done.append(index)
        }
        return lines
    }

    private static func touch(_ one: Line, _ other: Line) -> Bool {
        let (low, high) = (min(one.start, one.end), max(one.start, one.end))
        let (second, last) = (min(other.start, other.end), max(other.start, other.end))
        return low <= last + 1 && second <= high + 1
    }
}
