/// The round values of an axis at rows or columns of text.
struct PlotAxis {
    let range: ClosedRange<Double>

    /// How many rows or columns the axis has.
    let places: Int

    /// Marks that are asked for; nil for round values.
    var named: [Plot.Tick]?

    /// The values of a vertical axis by their rows: the outermost ones first, others where there is
    /// room.
    var rows: [Int: String] {
        let ticks = ticks.reversed()
        let ends = [ticks.first, ticks.last].compactMap { $0 }
        return (ends + ticks).reduce(into: [:]) { rows, tick in
            let row = place(of: tick.value, upwards: true)
            rows[row] = rows[row] ?? tick.label
        }
    }

    /// The values of a horizontal axis by their columns: all, or every second one, every third one
    /// ..., so that they do not touch.
    var columns: [Int: String] {
        let all = ticks.map { (column: place(of: $0.value, upwards: false), label: $0.label) }
        for distance in 1...max(1, all.count) {
            let chosen = all.enumerated().filter { $0.offset.isMultiple(of: distance) }
                .map(\.element)
            let fits = zip(chosen, chosen.dropFirst()).allSatisfy { left, right in
                start(of: left.label, at: left.column) + TextWidth.of(left.label) + 2
                    <= start(of: right.label, at: right.column)
            }
            if fits {
                return Dictionary(chosen.map { ($0.column, $0.label) }) { first, _ in first }
            }
        }
        return [:]
    }

    private var ticks: [(value: Double, label: String)] {
        if let named {
            return named.filter { range.contains($0.value) }.map { ($0.value, $0.label) }
        }
        return AxisScale.ticks(range).map { ($0, AxisScale.text($0, in: range)) }
    }

    /// The values of a horizontal axis, each one below its mark.
    func line(of labels: [Int: String]) -> String {
        labels.sorted { $0.key < $1.key }.reduce(into: "") { line, label in
            let start = start(of: label.value, at: label.key)
            line += String(repeating: " ", count: max(0, start - TextWidth.of(line))) + label.value
        }
    }

    private func place(of value: Double, upwards: Bool) -> Int {
        let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        // Two of four dots lie in the upper half of a row: the place is that of the value's dot.
        let dots = upwards ? 4 : 2
        let dot = Int((part * Double(dots * places - 1)).rounded())
        return (upwards ? dots * places - 1 - dot : dot) / dots
    }

    /// Where a label begins that stands around its mark, and inside of the axis.
    private func start(of label: String, at place: Int) -> Int {
        let width = TextWidth.of(label)
        return max(0, min(places - width, place - (width - 1) / 2))
    }
}
