/// The part of a drawing in which the curves run: where values are, and the grid behind them.
struct PlotPlane {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    private let plot: Plot

    /// Left of it the values of the vertical axis have their room.
    init(_ plot: Plot, top: Double, right: Double, height: Double) {
        self.plot = plot
        self.top = top
        self.right = right
        bottom = top + height
        let labels = AxisScale.ticks(plot.yRange).map { AxisScale.text($0, in: plot.yRange) }
        let longest = labels.map { TextWidth.of($0) }.max() ?? 0
        left = 16 + PlotLegend.letter * Double(longest)
    }

    /// Lines at round values, and the values.
    var grid: [PlotMark] {
        let levels = AxisScale.ticks(plot.yRange).flatMap { value -> [PlotMark] in
            let (y, words) = (y(value), AxisScale.text(value, in: plot.yRange))
            return [
                .path([.move(x: left, y: y), .horizontal(x: right)], .grid),
                .text(words, x: left - 8, y: y + 4, .end, isAxis: false),
            ]
        }
        let uprights = xTicks.flatMap { value, label -> [PlotMark] in
            let x = x(value)
            return [
                .path([.move(x: x, y: top), .vertical(y: bottom)], .grid),
                .text(label, x: x, y: bottom + 18, .middle, isAxis: false),
            ]
        }
        return levels + uprights
    }

    /// Round values, every second one if their words would touch.
    private var xTicks: [(value: Double, label: String)] {
        let ticks =
            plot.xTicks?.filter { plot.xRange.contains($0.value) }.map { ($0.value, $0.label) }
            ?? AxisScale.ticks(plot.xRange).map { ($0, AxisScale.text($0, in: plot.xRange)) }
        let longest = ticks.map { TextWidth.of($0.1) }.max() ?? 0
        let room = (right - left) / Double(max(1, ticks.count))
        if PlotLegend.letter * Double(longest) + 6 <= room { return ticks }
        return ticks.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }

    func x(_ value: Double) -> Double { left + part(value, plot.xRange) * (right - left) }

    func y(_ value: Double) -> Double { bottom - part(value, plot.yRange) * (bottom - top) }

    private func part(_ value: Double, _ range: ClosedRange<Double>) -> Double {
        let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return min(10, max(-10, part))
    }
}
