/// The names of curves above a plot, in as many rows as they need.
struct PlotLegend {
    /// The drawing.
    let drawing: String

    /// How much room it takes.
    let height: Double

    init(_ curves: [Plot.Curve], left: Double, right: Double) {
        var (x, row) = (left, 0)
        var items: [String] = []
        for (index, curve) in curves.enumerated() where !curve.name.isEmpty {
            // About 7 points a letter; a little too wide is better than an overlap.
            let width = 34 + 7 * Double(TextWidth.of(curve.name)) + 16
            if x > left && x + width > right { (x, row) = (left, row + 1) }
            items.append(Self.item(curve, index: index, x: x, y: 14 + 20 * Double(row)))
            x += width
        }
        drawing = items.joined(separator: "\n")
        height = items.isEmpty ? 0 : 20 * Double(row + 1)
    }

    private static func item(_ curve: Plot.Curve, index: Int, x: Double, y: Double) -> String {
        let color = "curve\(index % Stylesheet.curveCount)"
        let (x0, x1, y0) = (
            PlotDrawing.text(x), PlotDrawing.text(x + 24), PlotDrawing.text(y - 4)
        )
        let mark =
            curve.style == .points
            ? "<circle class=\"dot \(color)\" cx=\"\(PlotDrawing.text(x + 12))\" cy=\"\(y0)\" r=\"3.5\" />"
            : "<path class=\"line \(color)\(curve.style == .dashed ? " dashed" : "")\" "
                + "d=\"M\(x0) \(y0)H\(x1)\" />"
        return mark + "<text x=\"\(PlotDrawing.text(x + 32))\" y=\"\(PlotDrawing.text(y))\">"
            + HTMLText.escaped(curve.name) + "</text>"
    }
}
