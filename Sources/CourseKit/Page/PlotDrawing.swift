/// Curves as SVG.
struct PlotDrawing {
    let plot: Plot

    init(_ plot: Plot) { self.plot = plot }

    var standaloneFile: String { "" }
}
