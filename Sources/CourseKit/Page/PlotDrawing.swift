import Foundation

/// Curves as SVG, drawn in the colours of the page.
struct PlotDrawing: PageDrawing {
    /// How much room a drawing has.
    enum Room {
        case page, phone
    }

    let plot: Plot
    private let width: Double
    private let plane: PlotPlane
    private let legend: PlotLegend

    /// What the axes count, in lines that fit.
    private let names: (x: [String], y: [String])

    private static let line = 17.0

    init(_ plot: Plot, room: Room = .page) {
        self.plot = plot
        width = room == .page ? 640 : 360
        let right = width - 12
        names = (
            PlotLegend.lines(plot.xLabel, width: width - 80),
            PlotLegend.lines(plot.yLabel, width: width - 20)
        )
        let above = Self.line * Double(names.y.count) + 4
        legend = PlotLegend(plot.curves, left: 4, right: right, top: above)
        plane = PlotPlane(
            plot, top: above + legend.height + 12, right: right,
            height: room == .page ? 290 : 220)
    }

    /// The drawing for a wide page, and one for a narrow screen; the page shows one of them.
    static func elements(_ plot: Plot) -> String {
        PlotDrawing(plot).element(look: " wide")
            + PlotDrawing(plot, room: .phone).element(look: " narrow")
    }

    static var name: String { "plot" }

    static var fileStyle: String { Stylesheet.plotFile }

    var words: (caption: String, alternative: String) { (plot.caption, plot.alternative) }

    var size: (width: Double, height: Double) {
        (width, plane.bottom + 28 + Self.line * Double(names.x.count))
    }

    var content: String {
        [axisNames, plane.grid, curves, legend.drawing].joined(separator: "\n")
    }

    private var axisNames: String {
        let above = names.y.enumerated().map { number, name in
            Self.label(name, 4, 14 + Self.line * Double(number), anchor: "start", look: "axis")
        }
        let middle = (plane.left + plane.right) / 2
        let below = names.x.enumerated().map { number, name in
            Self.label(
                name, middle, plane.bottom + 38 + Self.line * Double(number), anchor: "middle",
                look: "axis")
        }
        return (above + below).joined(separator: "\n")
    }

    static func label(
        _ words: String, _ x: Double, _ y: Double, anchor: String, look: String = ""
    ) -> String {
        let look = look.isEmpty ? "" : "class=\"\(look)\" "
        return "<text \(look)x=\"\(text(x))\" y=\"\(text(y))\" text-anchor=\"\(anchor)\">"
            + HTMLText.escaped(words) + "</text>"
    }

    // MARK: Curves

    /// A nested drawing cuts off what lies outside the axes, but no dot that lies on them.
    private var curves: String {
        let rim = 5.0
        let view = [
            plane.left - rim, plane.top - rim, plane.right - plane.left + 2 * rim,
            plane.bottom - plane.top + 2 * rim,
        ].map(Self.text)
        let place = "x=\"\(view[0])\" y=\"\(view[1])\" width=\"\(view[2])\" height=\"\(view[3])\""
        let drawings = plot.curves.enumerated().map { drawing($1, index: $0) }
        return "<svg \(place) viewBox=\"\(view.joined(separator: " "))\">"
            + drawings.joined(separator: "\n") + "</svg>"
    }

    private func drawing(_ curve: Plot.Curve, index: Int) -> String {
        let color = "curve\(index % Stylesheet.curveCount)"
        if curve.style == .points {
            return zip(curve.x, curve.y).filter { $0.isFinite && $1.isFinite }.map {
                let (x, y) = (Self.text(plane.x($0)), Self.text(plane.y($1)))
                return "<circle class=\"dot \(color)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\" />"
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
            let (x, y) = (Self.text(plane.x(horizontal)), Self.text(plane.y(vertical)))
            if isDown && curve.style == .steps {
                path += "H\(x)V\(y)"
            } else {
                path += isDown ? "L\(x) \(y)" : "M\(x) \(y)"
            }
            isDown = true
        }
        return path
    }

    /// A tenth of a point is finer than a screen: more digits only make the page larger.
    static func text(_ value: Double) -> String {
        let text = String(format: "%.1f", value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
