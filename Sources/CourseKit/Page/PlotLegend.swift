/// The names of curves above a plot, in as many rows as they need.
struct PlotLegend {
    /// The drawing.
    let drawing: String

    /// How much room it takes.
    let height: Double

    /// About 7 points a letter; a little too wide is better than an overlap.
    static let letter = 7.0
    private static let row = 20.0

    /// - Parameter top: where its room begins.
    init(_ curves: [Plot.Curve], left: Double, right: Double, top: Double) {
        var (x, row) = (left, 0)
        var items: [String] = []
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
        drawing = items.joined(separator: "\n")
        height = items.isEmpty ? 0 : Self.row * Double(row + 1)
    }

    /// Words in lines of at most some width.
    static func lines(_ words: String, width: Double) -> [String] {
        TextWrapping(width: max(8, Int(width / letter)), palette: Palette(usesColor: false))
            .lines(words)
    }

    private static func item(
        _ curve: Plot.Curve, _ names: [String], index: Int, x: Double, y: Double
    ) -> String {
        let color = "curve\(index % Stylesheet.curveCount)"
        let (x0, x1, y0) = (
            PlotDrawing.text(x), PlotDrawing.text(x + 24), PlotDrawing.text(y - 4)
        )
        let mark =
            curve.style == .points
            ? "<circle class=\"dot \(color)\" cx=\"\(PlotDrawing.text(x + 12))\" cy=\"\(y0)\" r=\"3.5\" />"
            : "<path class=\"line \(color)\(curve.style == .dashed ? " dashed" : "")\" "
                + "d=\"M\(x0) \(y0)H\(x1)\" />"
        let texts = names.enumerated().map { number, name in
            PlotDrawing.label(name, x + 32, y + row * Double(number), anchor: "start")
        }
        return mark + texts.joined()
    }
}
