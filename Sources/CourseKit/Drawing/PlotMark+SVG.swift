import Foundation

extension PlotMark {
    /// The mark as an element of SVG, coloured by the stylesheet.
    var svg: String {
        switch self {
        case .path(let steps, let pen):
            return "<path class=\"\(pen.look)\" d=\"\(steps.map(\.svg).joined())\" />"
        case .dot(let x, let y, let curve):
            let look = "dot \(PlotPen.color(curve))"
            return
                "<circle class=\"\(look)\" cx=\"\(svgNumber(x))\" cy=\"\(svgNumber(y))\" r=\"3.5\" />"
        case .text(let words, let x, let y, let anchor, let isAxis):
            let look = isAxis ? "class=\"axis\" " : ""
            return "<text \(look)x=\"\(svgNumber(x))\" y=\"\(svgNumber(y))\" "
                + "text-anchor=\"\(anchor)\">\(HTMLText.escaped(words))</text>"
        case .clipped(let view, let marks):
            let (x, y) = (svgNumber(view.x), svgNumber(view.y))
            let (width, height) = (svgNumber(view.width), svgNumber(view.height))
            // A nested drawing shows its own part only.
            return """
                <svg x="\(x)" y="\(y)" width="\(width)" height="\(height)" \
                viewBox="\(x) \(y) \(width) \(height)">\(marks.svg)</svg>
                """
        }
    }
}

extension [PlotMark] {
    /// The marks as elements of SVG, one below the other.
    var svg: String { map(\.svg).joined(separator: "\n") }
}

extension PathStep {
    fileprivate var svg: String {
        switch self {
        case .move(let x, let y): "M\(svgNumber(x)) \(svgNumber(y))"
        case .line(let x, let y): "L\(svgNumber(x)) \(svgNumber(y))"
        case .horizontal(let x): "H\(svgNumber(x))"
        case .vertical(let y): "V\(svgNumber(y))"
        }
    }
}

extension PlotPen {
    fileprivate var look: String {
        switch self {
        case .grid: "grid"
        case .curve(let curve, let isDashed):
            "line \(Self.color(curve))\(isDashed ? " dashed" : "")"
        }
    }

    fileprivate static func color(_ curve: Int) -> String {
        "curve\(curve % Stylesheet.curveCount)"
    }
}

/// A tenth of a point is finer than a screen: more digits only make the page larger.
func svgNumber(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
