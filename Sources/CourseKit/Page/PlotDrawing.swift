import Foundation

/// Curves as SVG, drawn in the colours of the page.
struct PlotDrawing: PageDrawing {
    let plot: Plot
    private let width = 640.0
    private let height = 380.0
    private let left = 64.0
    private let right = 16.0
    private let bottom = 52.0
    private let legend: PlotLegend

    init(_ plot: Plot) {
        self.plot = plot
        legend = PlotLegend(plot.curves, left: left, right: width - right)
    }

    static var fileStyle: String { Stylesheet.plotFile }

    func svg(head: String) -> String {
        let words = HTMLText.escaped(plot.caption + " " + plot.alternative)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 \(text(width)) \
            \(text(height))" role="img"><title>\(words)</title>\(head)
            \(frame)
            \(curves)
            \(legend.drawing)
            </svg>
            """
    }

    // MARK: Axes

    private var top: Double { legend.height + 12 }

    private var frame: String {
        let horizontal = AxisScale.ticks(plot.yRange).map { value in
            "<path class=\"grid\" d=\"M\(text(left)) \(text(y(value)))H\(text(width - right))\" />"
                + label(value, plot.yRange, left - 8, y(value) + 4, anchor: "end")
        }
        let vertical = AxisScale.ticks(plot.xRange).map { value in
            "<path class=\"grid\" d=\"M\(text(x(value))) \(text(top))V\(text(height - bottom))\" />"
                + label(value, plot.xRange, x(value), height - bottom + 18, anchor: "middle")
        }
        let middle = text((top + height - bottom) / 2)
        let names = """
            <text class="axis" x="\(text((left + width - right) / 2))" y="\(text(height - 10))" \
            text-anchor="middle">\(HTMLText.escaped(plot.xLabel))</text>
            <text class="axis" x="16" y="\(middle)" text-anchor="middle" \
            transform="rotate(-90 16 \(middle))">\(HTMLText.escaped(plot.yLabel))</text>
            """
        return (horizontal + vertical + [names]).joined(separator: "\n")
    }

    private func label(
        _ value: Double, _ range: ClosedRange<Double>, _ x: Double, _ y: Double, anchor: String
    ) -> String {
        "<text x=\"\(text(x))\" y=\"\(text(y))\" text-anchor=\"\(anchor)\">"
            + AxisScale.text(value, in: range) + "</text>"
    }

    // MARK: Curves

    /// A nested drawing cuts off what lies outside the axes.
    private var curves: String {
        let size =
            "width=\"\(text(width - left - right))\" height=\"\(text(height - bottom - top))\""
        let place = "x=\"\(text(left))\" y=\"\(text(top))\""
        let view = [left, top, width - left - right, height - bottom - top].map(text)
        let drawings = plot.curves.enumerated().map { drawing($1, index: $0) }
        return "<svg \(place) \(size) viewBox=\"\(view.joined(separator: " "))\">"
            + drawings.joined(separator: "\n") + "</svg>"
    }

    private func drawing(_ curve: Plot.Curve, index: Int) -> String {
        let color = "curve\(index % Stylesheet.curveCount)"
        if curve.style == .points {
            return zip(curve.x, curve.y).filter { $0.isFinite && $1.isFinite }.map {
                "<circle class=\"dot \(color)\" cx=\"\(text(x($0)))\" cy=\"\(text(y($1)))\" r=\"3.5\" />"
            }.joined()
        }
        let dashes = curve.style == .dashed ? " dashed" : ""
        return "<path class=\"line \(color)\(dashes)\" d=\"\(path(curve))\" />"
    }

    private func path(_ curve: Plot.Curve) -> String {
        var path = ""
        var isDown = false
        for (horizontal, vertical) in zip(curve.x, curve.y) {
            guard horizontal.isFinite, vertical.isFinite else {
                isDown = false
                continue
            }
            let (x, y) = (text(x(horizontal)), text(y(vertical)))
            if isDown && curve.style == .steps {
                path += "H\(x)V\(y)"
            } else {
                path += isDown ? "L\(x) \(y)" : "M\(x) \(y)"
            }
            isDown = true
        }
        return path
    }

    // MARK: Coordinates

    private func x(_ value: Double) -> Double {
        left + part(value, plot.xRange) * (width - left - right)
    }

    private func y(_ value: Double) -> Double {
        height - bottom - part(value, plot.yRange) * (height - bottom - top)
    }

    private func part(_ value: Double, _ range: ClosedRange<Double>) -> Double {
        let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return min(10, max(-10, part))
    }

    private func text(_ value: Double) -> String { PlotDrawing.text(value) }

    /// A tenth of a point is finer than a screen: more digits only make the page larger.
    static func text(_ value: Double) -> String {
        let text = String(format: "%.1f", value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
