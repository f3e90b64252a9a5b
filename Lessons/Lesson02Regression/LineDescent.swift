import Curriculum

/// Points, and a line that descends along the slopes of its cost.
struct LineDescent: Sendable {
    /// Where the points lie to the right.
    let x: [Double]

    /// How high they lie.
    let y: [Double]

    /// Means over all points, from which cost and gradient of any line follow.
    private let mean: (x: Double, y: Double, xx: Double, xy: Double, yy: Double)

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        func mean(_ value: (Int) -> Double) -> Double {
            x.indices.reduce(0) { $0 + value($1) } / Double(x.count)
        }
        self.mean = (
            mean { x[$0] }, mean { y[$0] }, mean { x[$0] * x[$0] }, mean { x[$0] * y[$0] },
            mean { y[$0] * y[$0] }
        )
    }

    /// J = 1/(2m) sum (slope x + intercept - y)^2.
    func cost(of line: Line) -> Double {
        let (s, b) = (line.slope, line.intercept)
        let squares = s * s * mean.xx + b * b + mean.yy
        return squares / 2 + s * b * mean.x - s * mean.xy - b * mean.y
    }

    /// One step with both slopes of the old line.
    func step(from line: Line, learningRate: Double) -> Line {
        Line(
            slope: line.slope - learningRate * slopes(of: line).slope,
            intercept: line.intercept - learningRate * slopes(of: line).intercept)
    }

    /// The wrong way: the intercept sees the new slope already.
    func stepOneAfterTheOther(from line: Line, learningRate: Double) -> Line {
        // listing: LineDescent.oneAfterTheOther
        var line = line
        line.slope -= learningRate * slopes(of: line).slope
        line.intercept -= learningRate * slopes(of: line).intercept
        return line
        // end listing
    }

    /// The lines of a descent, the first included.
    func descend(from line: Line, learningRate: Double, steps: Int) -> [Line] {
        (0..<steps).reduce(into: [line]) { lines, _ in
            lines.append(step(from: lines[lines.count - 1], learningRate: learningRate))
        }
    }

    /// dJ/dslope and dJ/dintercept.
    func slopes(of line: Line) -> (slope: Double, intercept: Double) {
        (
            line.slope * mean.xx + line.intercept * mean.x - mean.xy,
            line.slope * mean.x + line.intercept - mean.y
        )
    }

    /// The line of the lowest cost, which has an equation of its own.
    var best: Line {
        // listing: LineDescent.best
        let slope = (mean.xy - mean.x * mean.y) / (mean.xx - mean.x * mean.x)
        return Line(slope: slope, intercept: mean.y - slope * mean.x)
        // end listing
    }

    /// How much more strongly the cost is curved in its steepest direction than in its flattest:
    /// the quotient of the eigenvalues of [[mean x x, mean x], [mean x, 1]].
    var condition: Double {
        let half = (mean.xx + 1) / 2
        let root = (half * half - (mean.xx - mean.x * mean.x)).squareRoot()
        return (half + root) / (half - root)
    }

    /// The share of the variance of y that the line explains: R squared.
    func explained(by line: Line) -> Double {
        1 - 2 * cost(of: line) / (mean.yy - mean.y * mean.y)
    }
}
