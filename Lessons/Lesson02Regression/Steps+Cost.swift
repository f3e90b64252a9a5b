import CourseKit
import Curriculum
import DeepTeaching

/// Steps 3 and 4: the cost, its surface and its slopes.
extension RegressionCourse {
    func showCost() throws {
        try lesson.step("cost") { step in
            let best = raw.best
            step.number("bestSlope", best.slope, .decimals(1))
            step.number("bestIntercept", best.intercept, .decimals(1))
            step.number("bestCost", raw.cost(of: best), .decimals(1))
            step.number("bestDistance", meanDistance(of: best), .decimals(1))
            let valley = surface(of: raw, isSquare: false)
            let bowl = surface(of: scaled, isSquare: true)
            step.figure(
                "surface",
                Image.sideBySide(
                    [
                        valley.image(path: raw.descend(from: start, learningRate: 1, steps: 60)),
                        bowl.image(path: scaled.descend(from: start, learningRate: 0.1, steps: 60)),
                    ], spacing: 12))
            let errors = residuals(of: best)
            step.number("wrongSignedCost", errors.reduce(0, +) / Double(errors.count))
            let mean = fields.nuclei.reduce(0, +) / Double(fields.count)
            step.number(
                "flatMeanCost", raw.cost(of: Line(slope: 0, intercept: mean)), .decimals(1))

            let predictions = fields.hematoxylin.map { 300 * $0 }
            let library = meanSquaredError(
                predictions: Variable(Tensor(predictions, shape: [fields.count])),
                targets: Tensor(fields.nuclei, shape: [fields.count]))
            try step.compare(
                mine, RegressionCalls.meanSquaredCost, predictions, fields.nuclei,
                with: library.value.scalar / 2)
        }
    }

    /// The true numbers of nuclei minus those that a line predicts.
    func residuals(of line: Line) -> [Double] {
        zip(fields.hematoxylin, fields.nuclei).map { x, y in
            y - line.slope * x - line.intercept
        }
    }

    /// The lines around the best, the level one through the origin among them.
    private func surface(of descent: LineDescent, isSquare: Bool) -> CostSurface {
        let best = descent.best
        let up = 1.3 * max(abs(best.intercept), (descent.y.max() ?? 1) / 2)
        let right = isSquare ? up : 1.3 * abs(best.slope)
        return CostSurface(
            descent: descent, slopes: best.slope - right...best.slope + right,
            intercepts: best.intercept - up...best.intercept + up)
    }

    func showSlopes() throws {
        try lesson.step("slopes") { step in
            let slopes = scaled.slopes(of: start)
            step.number("slopeW", slopes.slope, .decimals(2))
            step.number("slopeB", slopes.intercept, .decimals(2))
            let pushed = push(start)
            step.number(
                "pushError",
                max(abs(pushed.slope - slopes.slope), abs(pushed.intercept - slopes.intercept)),
                .scientific(0))
            try step.compare(
                mine, RegressionCalls.gradient, scaled.x.map { [$0] }, scaled.x.map { _ in 0 },
                scaled.y, with: [slopes.slope, slopes.intercept],
                part: { $0.weights + [$0.bias] })
        }
    }

    /// The slopes of the cost by pushing slope and intercept to both sides.
    private func push(_ line: Line) -> Line {
        // listing: RegressionCourse.push
        let h = 1e-3
        func cost(_ slope: Double, _ intercept: Double) -> Double {
            scaled.cost(
                of: Line(
                    slope: line.slope + slope,
                    intercept: line.intercept + intercept))
        }
        return Line(
            slope: (cost(h, 0) - cost(-h, 0)) / (2 * h),
            intercept: (cost(0, h) - cost(0, -h)) / (2 * h))
        // end listing
    }
}
