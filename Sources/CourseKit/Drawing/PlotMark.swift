/// One thing that a plot's drawing consists of. Points are counted from the top left; the drawing is the
/// same on a page and in a picture, only the pens differ.
indirect enum PlotMark {
    /// A line without a fill.
    case path([PathStep], PlotPen)
    /// A filled dot in the colour of a curve.
    case dot(x: Double, y: Double, curve: Int)
    /// Words; `x` is where they begin, end, or have their middle.
    case text(String, x: Double, y: Double, TextAnchor, isAxis: Bool)
    /// What lies outside a rectangle is cut off.
    case clipped(PlotRectangle, [PlotMark])
}

/// How the pen of a path goes on.
enum PathStep {
    /// Lifted, to a point.
    case move(x: Double, y: Double)
    /// Straight to a point.
    case line(x: Double, y: Double)
    /// Level.
    case horizontal(x: Double)
    /// Upright.
    case vertical(y: Double)
}

/// What a path is drawn with.
enum PlotPen {
    case grid
    case curve(Int, isDashed: Bool)
}

/// Which end of some words is at their place; called as in SVG.
enum TextAnchor: String {
    case start, middle, end
}

/// A part of a drawing.
struct PlotRectangle {
    let x, y, width, height: Double
}
