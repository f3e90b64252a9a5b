/// Where the parts of a plot lie: as SVG in the colours of the page, or for ``PlotPicture``.
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

    var content: String { marks.svg }

    /// Everything that is drawn, what lies below first.
    var marks: [PlotMark] { axisNames + plane.grid + [curves] + legend.marks }

    private var axisNames: [PlotMark] {
        let above = names.y.enumerated().map { number, name in
            PlotMark.text(name, x: 4, y: 14 + Self.line * Double(number), .start, isAxis: true)
        }
        let middle = (plane.left + plane.right) / 2
        let below = names.x.enumerated().map { number, name in
            PlotMark.text(
                name, x: middle, y: plane.bottom + 38 + Self.line * Double(number), .middle,
                isAxis: true)
        }
        return above + below
    }

    // MARK: Curves

    /// What lies outside the axes is cut off, but no dot that lies on them.
    private var curves: PlotMark {
        let rim = 5.0
        let view = PlotRectangle(
            x: plane.left - rim, y: plane.top - rim, width: plane.right - plane.left + 2 * rim,
            height: plane.bottom - plane.top + 2 * rim)
        return .clipped(view, plot.curves.enumerated().flatMap { marks(of: $1, index: $0) })
    }

    private func marks(of curve: Plot.Curve, index: Int) -> [PlotMark] {
        if curve.style == .points {
            return zip(curve.x, curve.y).filter { $0.isFinite && $1.isFinite }.map {
                .dot(x: plane.x($0), y: plane.y($1), curve: index)
            }
        }
        return [.path(path(curve), .curve(index, isDashed: curve.style == .dashed))]
    }

    private func path(_ curve: Plot.Curve) -> [PathStep] {
        var path: [PathStep] = []
        var isDown = false
        for (horizontal, vertical) in zip(curve.x, curve.y) {
            guard horizontal.isFinite, vertical.isFinite else {
                isDown = false
                continue
            }
            let (x, y) = (plane.x(horizontal), plane.y(vertical))
            if !isDown {
                path.append(.move(x: x, y: y))
            } else if curve.style == .steps {
                path += [.horizontal(x: x), .vertical(y: y)]
            } else {
                path.append(.line(x: x, y: y))
            }
            isDown = true
        }
        return path
    }
}
