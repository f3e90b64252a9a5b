/// Curves over one axis: a loss, a ROC, a histogram.
public struct Plot: Sendable, Equatable {
    /// A named row of points.
    public struct Curve: Sendable, Equatable {
        /// How the points are drawn.
        public enum Style: Sendable, Equatable {
            /// Joined by straight lines.
            case line
            /// Joined by level lines with jumps, as an empirical distribution.
            case steps
            /// Single dots.
            case points
            /// Joined by dashes: a reference, such as chance in a ROC.
            case dashed
        }

        /// The name in the key of the plot.
        public let name: String
        /// Horizontal positions.
        public let x: [Double]
        /// Vertical positions, as many as `x`; those that are not finite leave a gap.
        public let y: [Double]
        /// How the points are drawn.
        public let style: Style

        /// A curve through points.
        public init(_ name: String, x: [Double], y: [Double], style: Style = .line) {
            let count = min(x.count, y.count)
            self.name = name
            self.x = Array(x.prefix(count))
            self.y = Array(y.prefix(count))
            self.style = style
        }

        /// The same points under another name.
        func named(_ name: String) -> Curve { Curve(name, x: x, y: y, style: style) }

        /// A curve over 1, 2, 3 ...: a value for each epoch.
        public init(_ name: String, _ y: [Double], style: Style = .line) {
            self.init(name, x: y.indices.map { Double($0 + 1) }, y: y, style: style)
        }
    }

    /// A mark of an axis, with words of its own.
    public struct Tick: Sendable, Equatable {
        /// Where it stands on the axis.
        public let value: Double
        /// What is written there.
        public let label: String

        /// A mark with its words.
        public init(_ value: Double, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    /// The stable name of the file, without ending: "loss" becomes `figures/loss.svg`.
    public let name: String

    /// What the horizontal axis counts, with its unit.
    public let xLabel: String

    /// What the vertical axis counts, with its unit.
    public let yLabel: String

    /// The curves, drawn in this order.
    public let curves: [Curve]

    /// What the plot shows.
    public let caption: String

    /// What is to be seen in it, for those who do not see it.
    public let alternative: String

    /// The smallest and largest value of the horizontal axis.
    public let xRange: ClosedRange<Double>

    /// The smallest and largest value of the vertical axis.
    public let yRange: ClosedRange<Double>

    /// The marks of the horizontal axis; nil for round values. An axis of logarithms names here what
    /// they are logarithms of.
    public let xTicks: [Tick]?

    /// Curves over one axis; a horizontal range that is not given spans all points, a
    /// vertical one reaches to the next round values.
    public init(
        name: String, x xLabel: String, y yLabel: String, curves: [Curve], caption: String,
        alternative: String, xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
        xTicks: [Tick]? = nil
    ) {
        self.name = name
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.curves = curves
        self.caption = caption
        self.alternative = alternative
        self.xRange = xRange ?? Plot.span(curves.flatMap(\.x))
        self.xTicks = xTicks
        self.yRange = yRange ?? AxisScale.rounded(Plot.span(curves.flatMap(\.y)))
    }

    /// The path of the file inside the output folder.
    public var path: String { "figures/\(name).svg" }

    /// The path of the same plot as a picture of pixels.
    public var picturePath: String { "figures/\(name).png" }

    /// The range of the finite values; never empty, so that a constant curve has an axis.
    private static func span(_ values: [Double]) -> ClosedRange<Double> {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return 0...1 }
        if low < high { return low...high }
        return (low - 0.5)...(high + 0.5)
    }
}
