import CourseKit
import Curriculum
import DeepTeaching

/// Steps 5 and 6: steps downhill, and how long they should be.
extension RegressionCourse {
    func showStep() throws {
        try lesson.step("step") { step in
            let apart = raw.stepOneAfterTheOther(from: start, learningRate: 1)
            let together = raw.step(from: start, learningRate: 1)
            step.number("togetherIntercept", together.intercept, .decimals(2))
            step.number("wrongApartIntercept", apart.intercept, .decimals(2))
            let steps = 5000
            step.number("apartSteps", steps)
            let end = (0..<steps).reduce(start) { line, _ in
                raw.stepOneAfterTheOther(from: line, learningRate: 1)
            }
            step.number(
                "wrongApartExcess", raw.cost(of: end) / raw.cost(of: raw.best) - 1, .percent(2))

            let uphill = raw.step(from: start, learningRate: -1)
            let summed = raw.step(from: start, learningRate: Double(fields.count))
            step.number("startCost", raw.cost(of: start), .decimals(0))
            step.number("wrongUphillCost", raw.cost(of: uphill), .decimals(0))
            step.number("wrongSummedCost", raw.cost(of: summed), .scientific(1))

            let right = raw.step(from: start, learningRate: 0.5)
            try step.compare(
                mine, RegressionCalls.gradientStep, raw.x, raw.y, start, 0.5,
                with: [right.slope, right.intercept], part: { [$0.slope, $0.intercept] })
        }
    }

    func showRates() throws {
        try lesson.step("rates") { step in
            let rates = [0.01, 0.1, 1, 1.9, 2.1]
            let descents = rates.map { scaled.descend(from: start, learningRate: $0, steps: 100) }
            let costs = descents.map { $0.map(scaled.cost) }
            step.table(
                "rateCosts",
                rows: zip(rates, costs).map { rate, costs in
                    [rate == 1 ? "1" : "\(rate)"] + [0, 1, 10, 100].map { Self.text(costs[$0]) }
                })
            step.number("lowestCost", scaled.cost(of: scaled.best), .decimals(1))
            let difference = zip(costs[1], costs[3]).map { abs($0 - $1) / costs[1][0] }.max() ?? 0
            step.choose("mirror", difference < 1e-6 ? "coincide" : "differ")
            step.plot(
                "rates",
                zip(rates, costs).map { rate, costs in
                    curve(rate == 1 ? "1" : "\(rate)", costs, rate == 1.9 ? .points : .line)
                }, yRange: 0...1.5 * costs[0][0])
            step.number("rateSmall", costs[0][10], .decimals(1))
            step.number("rateRight", costs[2][10], .decimals(1))
            step.number("wrongRateLarge", costs[4][100], .scientific(1))
            step.plot(
                "weights",
                [
                    curve("0.1", descents[1].map(\.slope)), curve("1.9", descents[3].map(\.slope)),
                    curve("best", descents[0].map { _ in scaled.best.slope }, .dashed),
                ])
            step.number("mirrorDifference", difference, .scientific(0))
            showValley(step)
            showResiduals(step)
        }
    }

    private static func text(_ cost: Double) -> String {
        (cost < 1e6 ? NumberFormat.decimals(1) : .scientific(1)).text(cost)
    }

    /// The first steps of a descent.
    private func curve(
        _ name: String, _ values: [Double], _ style: Plot.Curve.Style = .line
    ) -> Plot.Curve {
        let shown = values.prefix(31)
        return Plot.Curve(name, x: shown.indices.map(Double.init), y: Array(shown), style: style)
    }

    /// What happens without standardising, even with the rate that suits best.
    private func showValley(_ step: LessonStep) {
        step.number("rawCondition", raw.condition, .decimals(0))
        step.number("scaledSteps", steps(on: scaled, learningRate: 1))
        step.number("wrongRawSteps", steps(on: raw, learningRate: 1))
        let rates = (1...40).map { Double($0) / 20 }
        let counts = rates.map { steps(on: raw, learningRate: $0) }
        let fewest = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        step.number("rawRates", rates.count)
        step.number("rawBestRate", rates[fewest], .decimals(2))
        step.number("rawBestSteps", counts[fewest])
    }

    /// How many steps it takes to come within a hundredth of the way down; at most ten thousand.
    private func steps(on descent: LineDescent, learningRate: Double) -> Int {
        // listing: RegressionCourse.steps
        let lowest = descent.cost(of: descent.best)
        let goal = lowest + 0.01 * (descent.cost(of: start) - lowest)
        var (line, count) = (start, 0)
        while !(descent.cost(of: line) <= goal), count < 10_000 {
            line = descent.step(from: line, learningRate: learningRate)
            count += 1
        }
        return count
        // end listing
    }

    /// The line, and what it does not know: how large the nuclei are.
    private func showResiduals(_ step: LessonStep) {
        let ends = [fields.hematoxylin.min() ?? 0, fields.hematoxylin.max() ?? 1]
        step.plot(
            "line",
            [
                Plot.Curve("fields", x: fields.hematoxylin, y: fields.nuclei, style: .points),
                Plot.Curve(
                    "line", x: ends, y: ends.map { raw.best.slope * $0 + raw.best.intercept }),
            ])
        step.number("explained", raw.explained(by: raw.best), .percent(1))
        let tumor = fields.indices(isTumor: true)
        guard !tumor.isEmpty else { return step.choose("residuals", "none") }
        let residuals = residuals(of: raw.best)
        let mean = tumor.reduce(0) { $0 + residuals[$1] } / Double(tumor.count)
        step.choose("residuals", mean < 0 ? "below" : "above")
        step.number("tumorResidual", mean, .decimals(1))
    }
}
