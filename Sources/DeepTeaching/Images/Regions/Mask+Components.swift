/// Which pixels count as neighbours.
public enum Connectivity: String, Sendable, Codable, CaseIterable {
    /// Those that share an edge: above, below, left and right.
    case four

    /// Those that share an edge or a corner.
    case eight
}

extension Mask {
    /// The connected regions of the foreground, numbered from 1 in the order in which a scan row by
    /// row from the top left meets them.
    ///
    /// Runs of pixels are joined to the overlapping runs of the row above by union-find, so that
    /// the two arms of a U get one number.
    ///
    /// Source: Rosenfeld and Pfaltz, Sequential operations in digital picture processing, Journal
    /// of the ACM, 1966.
    public func connectedComponents(connectivity: Connectivity) -> LabelImage {
        let runs = Runs(self)
        var sets = DisjointSets(count: runs.runs.count)
        let reach: Int32 = connectivity == .eight ? 1 : 0
        for row in 1..<max(1, size.height) {
            var above = runs.rowStarts[row - 1]
            var current = runs.rowStarts[row]
            while above < runs.rowStarts[row] && current < runs.rowStarts[row + 1] {
                let (upper, lower) = (runs.runs[above], runs.runs[current])
                if upper.start < lower.end + reach && lower.start < upper.end + reach {
                    sets.unite(Int32(above), Int32(current))
                }
                // The run that ends first cannot touch any further run of the other row.
                if upper.end < lower.end { above += 1 } else { current += 1 }
            }
        }
        let (numbers, count) = sets.numbered()
        return LabelImage(runs, numbers: numbers, count: count)
    }
}

extension LabelImage {
    /// Writes the number of each run into its pixels.
    init(_ runs: Runs, numbers: [Int32], count: Int) {
        let width = runs.size.width
        let labels: [Int32] = parallelRows(runs.size.height, elementsPerRow: width) { row, output in
            output.initialize(repeating: 0)
            for index in runs.rowStarts[row]..<runs.rowStarts[row + 1] {
                let (run, number) = (runs.runs[index], numbers[index])
                for x in Int(run.start)..<Int(run.end) { output[x] = number }
            }
        }
        self.init(size: runs.size, sound: labels, count: count)
    }
}
