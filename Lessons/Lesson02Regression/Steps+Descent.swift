import CourseKit
import Curriculum
import DeepTeaching

/// Steps 5 and 6: steps downhill, and how long they should be.
extension RegressionCourse {
    private var start: Line { Line(slope: 0, intercept: 0) }

    func showStep() throws {
        try lesson.step("One step, both numbers at once") { step in
            step.words(
                """
                Now walk downhill: from each number subtract its slope times the *learning rate* \
                η, \
                and begin again. That is *gradient descent*. Both slopes belong to the place where \
                one stands. Who changes w first and then measures the slope along b, measures it \
                somewhere else.
                """)
            step.equation("w ← w - η (dJ)/(dw)", where: ["η": "learning rate: how far a step goes"])
            step.equation("b ← b - η (dJ)/(db)")
            step.code(
                """
                let errors = zip(x, y).map { x, y in line.slope * x + line.intercept - y }
                let alongSlope = zip(errors, x).reduce(0) { $0 + $1.0 * $1.1 } / count
                let alongIntercept = errors.reduce(0, +) / count
                return Line(
                    slope: line.slope - learningRate * alongSlope,
                    intercept: line.intercept - learningRate * alongIntercept)
                """, caption: "First the errors of the old line, at the end the new line.")
            step.question(
                "One number after the other: does the cost still fall?",
                choices: ["yes, to the same place", "it falls, to another place", "it grows"])
            showOneAfterTheOther(step)
            let uphill = raw.step(from: start, learningRate: -1)
            step.number("startCost", raw.cost(of: start), "Cost of the flat line", digits: 0)
            step.number(
                "wrongUphillCost", raw.cost(of: uphill), "Wrong way: after one step uphill",
                digits: 0)
            let summed = raw.step(from: start, learningRate: Double(fields.count))
            step.number(
                "wrongSummedCost", raw.cost(of: summed),
                "Wrong way: after one step with the sum in place of the mean",
                format: .scientific(1))
            step.answer(
                "It falls to the same place, so its cost does not reveal the mistake. But the way "
                    + "is another one, and nobody else will get your numbers after ten "
                    + "steps.", choice: 0)
            try showOwnStep(step)
            step.words("Exercise: `gradientStep` in Exercises/Lesson02Regression.swift.")
        }
    }

    private func showOneAfterTheOther(_ step: StepWriter) {
        let together = raw.step(from: start, learningRate: 1)
        let apart = raw.stepOneAfterTheOther(from: start, learningRate: 1)
        step.number("togetherIntercept", together.intercept, "Intercept after one step", digits: 2)
        step.number(
            "wrongApartIntercept", apart.intercept, "Wrong way: one after the other", digits: 2)
        let end = (0..<5000).reduce(start) { line, _ in
            raw.stepOneAfterTheOther(from: line, learningRate: 1)
        }
        step.number(
            "wrongApartExcess", raw.cost(of: end) / raw.cost(of: raw.best) - 1,
            "Its cost after 5000 steps, above the lowest", format: .percent(2))
    }

    private func showOwnStep(_ step: StepWriter) throws {
        guard
            let own = try mine?.value(
                of: RegressionCalls.gradientStep, raw.x, raw.y, start, 0.5, say: step.words)
        else { return }
        let right = raw.step(from: start, learningRate: 0.5)
        compare(
            "gradientStep", [own.slope, own.intercept], with: [right.slope, right.intercept],
            in: step)
    }

    func showRates() throws {
        try lesson.step("Too small, right, too large") { step in
            step.words(
                """
                How long should a step be? Too short, and one arrives tomorrow. Too long, and one \
                lands on the other side of the valley, higher than before. Here are descents on \
                the \
                round bowl, where x is standardised.
                """)
            step.question(
                "From which learning rate on does the cost grow with every step?", unit: "")
            let rates = [0.01, 0.1, 1, 1.9, 2.1]
            let descents = rates.map { scaled.descend(from: start, learningRate: $0, steps: 100) }
            let format = NumberFormat.decimals(1)
            step.table(
                header: ["learning rate", "first cost", "after 1 step", "after 10", "after 100"],
                rows: zip(rates, descents).map { rate, lines in
                    ["\(rate)"] + [0, 1, 10, 100].map { cost(lines[$0], format) }
                },
                caption: "The lowest cost that a line can have is "
                    + "\(format.text(scaled.cost(of: scaled.best))).")
            step.plot(
                Plot(
                    name: "rates", x: "step", y: "cost",
                    curves: zip(rates, descents).map { rate, lines in
                        let costs = lines.prefix(31).map { scaled.cost(of: $0) }
                        return Plot.Curve(
                            "\(rate)", x: costs.indices.map(Double.init), y: Array(costs))
                    },
                    caption: "The cost of five learning rates.",
                    alternative: "0.01 falls slowly, 0.1 faster, 1 is down after one step, 1.9 "
                        + "falls slowly, 2.1 rises.",
                    yRange: 0...1.5 * scaled.cost(of: start)))
            for (name, index) in [("Small", 0), ("Right", 2)] {
                step.number(
                    "rate\(name)", scaled.cost(of: descents[index][10]),
                    "Cost after 10 steps of \(rates[index])", digits: 1)
            }
            step.number(
                "wrongRateLarge", scaled.cost(of: descents[4][100]),
                "Wrong way: cost after 100 steps of 2.1", format: .scientific(1))
            step.answer(
                "From 2. On this bowl the slope grows by 1 for each unit that one goes: a step of "
                    + "rate 1 leads exactly to the bottom, one of rate 2 to the other side, just "
                    + "as high, and beyond that each step leads higher.")
            showScaling(step)
        }
    }

    private func cost(_ line: Line, _ format: NumberFormat) -> String {
        let cost = scaled.cost(of: line)
        return cost < 1e6 ? format.text(cost) : NumberFormat.scientific(1).text(cost)
    }

    /// How many steps it takes to come within a hundredth of the way down.
    private func showScaling(_ step: StepWriter) {
        step.words(
            """
            Without standardising, the bowl is a narrow valley: the steps must be short because of \
            its walls, and then creep along its floor.
            """)
        step.number("scaledSteps", steps(on: scaled), "Standardised: steps to 99 % of the way down")
        step.number("wrongRawSteps", steps(on: raw), "Wrong way: not standardised")
        step.plot(
            Plot(
                name: "line", x: "mean amount of haematoxylin", y: "nuclei in the field",
                curves: [
                    Plot.Curve(
                        "fields", x: fields.hematoxylin, y: fields.nuclei, style: .points),
                    Plot.Curve(
                        "the line", x: ends,
                        y: ends.map { raw.best.slope * $0 + raw.best.intercept }),
                ],
                caption: "The line, learnt.",
                alternative: "A line through the middle of the points."))
        step.number(
            "explained", raw.explained(by: raw.best), "Of the variance of the counts, explained",
            format: .percent(1))
        showTumor(step)
    }

    private var ends: [Double] {
        [fields.hematoxylin.min() ?? 0, fields.hematoxylin.max() ?? 1]
    }

    private func steps(on descent: LineDescent) -> Int {
        let lowest = descent.cost(of: descent.best)
        let goal = lowest + 0.01 * (descent.cost(of: start) - lowest)
        var line = start
        var count = 0
        while descent.cost(of: line) > goal, count < 100_000 {
            line = descent.step(from: line, learningRate: 1)
            count += 1
        }
        return count
    }

    /// What the line does not know: tumour nuclei are larger, so fewer of them hold as much stain.
    private func showTumor(_ step: StepWriter) {
        let residuals = zip(fields.hematoxylin, fields.nuclei).map { x, y in
            y - raw.best.slope * x - raw.best.intercept
        }
        let tumor = residuals.indices.filter { fields.isTumor[$0] }
        guard !tumor.isEmpty else { return }
        step.number(
            "tumorResidual", tumor.reduce(0) { $0 + residuals[$1] } / Double(tumor.count),
            "Fields of mostly tumour cells: nuclei above the line, on average", digits: 1)
        step.glossary("residual", "what is true less what a model predicts")
        guard tumor.reduce(0, { $0 + residuals[$1] }) < 0 else { return }
        step.words(
            """
            A surprise: there the line promises too many. The nuclei of tumour cells are \
            larger, so fewer of them hold the same amount of stain. A residual that has a pattern \
            is knowledge that the model does not have yet.
            """)
    }
}
