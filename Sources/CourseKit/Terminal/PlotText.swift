/// Curves in Braille: each character holds 2 x 4 dots. Colours tell curves apart, or else signs.
struct PlotText {
    let plot: Plot
    let columns: Int
    let rows: Int
    let palette: Palette

    /// Nil if colours tell the curves apart.
    private let signs: CurveSigns?

    init(plot: Plot, columns: Int, rows: Int = 12, palette: Palette) {
        self.plot = plot
        self.columns = max(10, columns)
        self.rows = rows
        self.palette = palette
        signs = palette.usesColor ? nil : CurveSigns(plot.curves)
    }

    /// The vertical axis left, the horizontal one below, both with round values, then the key.
    var lines: [String] {
        var grid = BrailleGrid(columns: columns, rows: rows)
        for (index, curve) in plot.curves.enumerated() { draw(curve, index, in: &grid) }
        signs?.put(on: &grid)
        let labels = PlotAxis(range: plot.yRange, places: rows).rows
        let margin = labels.values.map { TextWidth.of($0) }.max() ?? 0
        let body = (0..<rows).map { row in
            let dots = grid.row(row).map { dot in
                dot.curve.map { palette.paint(dot.text, curve: $0) } ?? dot.text
            }
            let label = TextWidth.padded(labels[row] ?? "", to: margin, .right)
            return label + (labels[row] == nil ? " │" : " ┤") + dots.joined().trimmingTrailingSpaces
        }
        return wrapped(plot.yLabel) + body + axis(margin: margin) + key(margin: margin)
    }

    /// The line with its marks, their values, and what the axis counts.
    private func axis(margin: Int) -> [String] {
        let axis = PlotAxis(range: plot.xRange, places: columns, named: plot.xTicks)
        let marks = axis.columns
        let line = (0..<columns).map { marks[$0] == nil ? "─" : "┬" }.joined()
        let indent = String(repeating: " ", count: margin + 1)
        let name = wrapped(plot.xLabel, columns: columns).map {
            (indent + " " + TextWidth.padded($0, to: columns, .center)).trimmingTrailingSpaces
        }
        return [indent + "└" + line, indent + " " + axis.line(of: marks)] + name
    }

    private func key(margin: Int) -> [String] {
        guard plot.curves.count > 1 || !(plot.curves.first?.name ?? "").isEmpty else { return [] }
        return plot.curves.enumerated().flatMap { index, curve in
            let mark = signs?.key(of: index) ?? CurveSigns.stroke(of: curve)
            let indent = String(repeating: " ", count: margin + 2)
            let room = columns + 4 - TextWidth.of(mark)
            return wrapped(curve.name, columns: room).enumerated().map { number, line in
                let head = number == 0 ? palette.paint(mark, curve: index) : "  "
                return indent + head + " " + line
            }
        }
    }

    private func wrapped(_ text: String, columns: Int? = nil) -> [String] {
        TextWrapping(width: max(10, columns ?? self.columns + 8), palette: palette).lines(text)
    }

    private func draw(_ curve: Plot.Curve, _ index: Int, in grid: inout BrailleGrid) {
        var previous: (x: Int, y: Int)?
        for (x, y) in zip(curve.x, curve.y) {
            guard x.isFinite, y.isFinite else {
                previous = nil
                continue
            }
            let column = position(x, plot.xRange, 2 * columns - 1)
            let row = 4 * rows - 1 - position(y, plot.yRange, 4 * rows - 1)
            if curve.style == .points {
                drawPoint(column, row, index, in: &grid)
            } else if let previous {
                let dash = curve.style == .dashed ? 3 : nil
                if curve.style == .steps {
                    grid.line(previous, (column, previous.y), curve: index)
                    grid.line((column, previous.y), (column, row), curve: index)
                } else {
                    grid.line(previous, (column, row), curve: index, dash: dash)
                }
            } else {
                grid.set(column, row, curve: index)
            }
            previous = (column, row)
        }
    }

    /// A single dot is hard to see; a cell that will show a sign needs no more.
    private func drawPoint(_ x: Int, _ y: Int, _ index: Int, in grid: inout BrailleGrid) {
        let reach = signs?.signs[index] == nil ? 1 : 0
        for offset in -reach...reach {
            grid.set(x + offset, y, curve: index)
            grid.set(x, y + offset, curve: index)
        }
    }

    private func position(_ value: Double, _ range: ClosedRange<Double>, _ last: Int) -> Int {
        let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return Int((min(2, max(-1, part)) * Double(last)).rounded())
    }
}
