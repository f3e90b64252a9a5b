/// The names of curves above a plot, in as many rows as they need.
struct PlotLegend {
    /// The names, each behind a piece of its curve.
    let marks: [PlotMark]

    /// How much room it takes.
    let height: Double

    /// About 7 points a letter; a little too wide is better than an overlap.
    static let letter = 7.0
    private static let row = 20.0

    /// - Parameter top: where its room begins.
    init(_ curves: [Plot.Curve], left: Double, right: Double, top: Double) {
        var (x, row) = (left, 0)
        var items: [[PlotMark]] = []
        for (index, curve) in curves.enumerated() where !curve.name.isEmpty {
            let names = Self.lines(curve.name, width: right - left - 34)
            let longest = names.map { TextWidth.of($0) }.max() ?? 0
            let width = 34 + Self.letter * Double(longest) + 16
            if x > left && (x + width > right + 16 || names.count > 1) {
                (x, row) = (left, row + 1)
            }
            let y = top + 14 + Self.row * Double(row)
            items.append(Self.item(curve, names, index: index, x: x, y: y))
            x = names.count > 1 ? right : x + width
            row += names.count - 1
        }
        marks = items.flatMap(\.self)
        height = items.isEmpty ? 0 : Self.row * Double(row + 1)
    }

    /// Words in lines of at most some width.
    static func lines(_ words: String, width: Double) -> [String] {
        TextWrapping(width: max(8, Int(width / letter)), palette: Palette(usesColor: false))
            .lines(words)
    }

    private static func item(
        _ curve: Plot.Curve, _ names: [String], index: Int, x: Double, y: Double
    ) -> [PlotMark] {
        let isDashed = curve.style == .dashed
        let piece: PlotMark =
            curve.style == .points
            ? .dot(x: x + 12, y: y - 4, curve: index)
            : .path(
                [.move(x: x, y: y - 4), .horizontal(x: x + 24)],
                .curve(index, isDashed: isDashed))
        let words = names.enumerated().map { number, name in
            PlotMark.text(
                name, x: x + 32, y: y + row * Double(number), .start, isAxis: false)
        }
        return [piece] + words
    }
}
