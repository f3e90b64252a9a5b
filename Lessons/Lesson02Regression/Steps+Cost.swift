import CourseKit
import Curriculum
import DeepTeaching

/// Steps 3 and 4: the cost, its surface and its slopes.
extension RegressionCourse {
    func showCost() throws {
        try lesson.step("How wrong is a line?") { step in
            step.words(
                """
                The *cost* J turns all errors into one number. Each error is squared: its sign \
                does \
                not matter, and twice as wrong is four times as bad. Then comes the mean, so that \
                more fields do not make a worse line. The half is there for convenience: it will \
                cancel.
                """)
            step.equation(
                "J = 1 / (2 m) sum_i (h_i - y_i)^2",
                where: [
                    "m": "number of samples", "h_i": "prediction for sample i",
                    "y_i": "what is true of it",
                ])
            step.box("Standardising a feature") { box in
                box.words(
                    """
                    The amounts of haematoxylin lie between 0 and 1, the numbers of nuclei \
                    between 0 \
                    and a few hundred. It helps to measure a feature in units of its own *standard \
                    deviation* σ from its *mean* μ: then its mean is 0 and its deviation 1, \
                    whatever \
                    it was before.
                    """)
                box.equation("x ← (x - μ) / σ")
            }
            step.words(
                """
                Every pair of slope and intercept is one line, and has one cost. So all lines \
                together form a landscape: the best one lies at its lowest place.
                """)
            let valley = surface(of: raw, isSquare: false)
            let bowl = surface(of: scaled, isSquare: true)
            step.figure(
                Image.sideBySide(
                    [
                        valley.image(
                            path: raw.descend(
                                from: Line(slope: 0, intercept: 0), learningRate: 1, steps: 60)),
                        bowl.image(
                            path: scaled.descend(
                                from: Line(slope: 0, intercept: 0), learningRate: 0.1, steps: 60)),
                    ], spacing: 12), name: "surface",
                caption: "The cost of all lines: slope to the right, intercept upwards, dark is "
                    + "low. Left: haematoxylin as it is. Right: standardised. White: a descent of "
                    + "60 steps. Orange: the best line.",
                alternative: "Left a narrow slanting valley in which the white dots creep; right a "
                    + "round bowl, and the dots run straight to its middle.")
            let best = raw.best
            step.number(
                "bestSlope", best.slope, "Best slope", unit: "nuclei for an amount of 1", digits: 1)
            step.number(
                "bestIntercept", best.intercept, "Best intercept", unit: "nuclei", digits: 1)
            step.number("bestCost", raw.cost(of: best), "Its cost", digits: 1)
            let wrong =
                -(zip(fields.hematoxylin, fields.nuclei).map { x, y in
                    best.slope * x + best.intercept - y
                }.reduce(0, +)) / Double(fields.count)
            step.question(
                "What is the mean of the best line's errors, if they keep their "
                    + "signs?", unit: "nuclei")
            step.number(
                "wrongSignedCost", wrong, "Wrong way: the mean of the errors with their signs",
                unit: "nuclei")
            step.answer(
                "0, as for many bad lines: errors above and below cancel. Only squares, or sizes "
                    + "without sign, can be a cost.")
            try showOwnCost(step)
            step.words("Exercise: `meanSquaredCost` in Exercises/Lesson02Regression.swift.")
            step.glossary("cost", "one number that says how wrong a model is on all samples")
        }
    }

    /// The lines around the best, the flat one through the origin among them.
    private func surface(of descent: LineDescent, isSquare: Bool) -> CostSurface {
        let best = descent.best
        let up = 1.3 * max(abs(best.intercept), (descent.y.max() ?? 1) / 2)
        let right = isSquare ? up : 1.3 * abs(best.slope)
        return CostSurface(
            descent: descent, slopes: best.slope - right...best.slope + right,
            intercepts: best.intercept - up...best.intercept + up)
    }

    private func showOwnCost(_ step: StepWriter) throws {
        let predictions = fields.hematoxylin.map { 300 * $0 }
        guard
            let own = try mine?.value(
                of: RegressionCalls.meanSquaredCost, predictions, fields.nuclei, say: step.words)
        else { return }
        let library = meanSquaredError(
            Variable(Tensor(predictions, shape: [fields.count])),
            targets: Tensor(fields.nuclei, shape: [fields.count]))
        compare("meanSquaredCost", [own], with: [library.value.scalar / 2], in: step)
    }

    func showSlopes() throws {
        try lesson.step("The slopes of the cost") { step in
            step.words(
                """
                Nobody looks at the whole landscape: with a thousand weights it has a thousand \
                dimensions. It is enough to feel the ground under one's feet. The *slope* dJ/dw \
                says \
                by how much J grows for each unit by which w grows. All slopes together are the \
                *gradient*. It points uphill.
                """)
            step.box("A slope, by pushing and by rule") { box in
                box.words(
                    """
                    Push w a tiny step h to both sides: the difference of J over 2 h is nearly the \
                    slope. The rules of differentiation give the same without pushing: the slope \
                    of \
                    e squared is 2 e, and the slope of e = w x + b - y along w is x, along b it \
                    is 1. \
                    Multiplied (the chain rule), with the half of J, that is e x and e.
                    """)
                box.equation("(dJ)/(dw) ≈ (J(w + h) - J(w - h)) / (2 h)")
            }
            step.equation(
                "(dJ)/(dw_j) = 1 / m sum_i (h_i - y_i) x_(i j)",
                where: ["x_(i j)": "feature j of sample i"])
            step.equation("(dJ)/(db) = 1 / m sum_i (h_i - y_i)")
            step.code(
                """
                let errors = zip(predictions, targets).map { h, y in h - y }
                let weights = features[0].indices.map { feature in
                    zip(features, errors).reduce(0) { $0 + $1.1 * $1.0[feature] } / count
                }
                let bias = errors.reduce(0, +) / count
                """, caption: "An error pulls at each weight by its feature, at the bias by 1.")
            step.question(
                "The flat line h = 0 predicts too little everywhere. Is dJ/db positive or negative "
                    + "there?", choices: ["positive", "negative", "0"])
            let start = Line(slope: 0, intercept: 0)
            let slopes = scaled.slopes(of: start)
            step.number("slopeW", slopes.slope, "dJ/dw of the flat line", digits: 2)
            step.number("slopeB", slopes.intercept, "dJ/db of the flat line", digits: 2)
            let pushed = push(start)
            step.number(
                "pushError",
                max(abs(pushed.slope - slopes.slope), abs(pushed.intercept - slopes.intercept)),
                "Largest distance from the slopes by pushing", format: .scientific(0))
            step.answer(
                "Negative: a larger bias makes the cost smaller. So one steps against the slope: "
                    + "minus a negative number, upwards.", choice: 1)
            try showOwnGradient(step)
            step.words("Exercise: `gradient` in Exercises/Lesson02Regression.swift.")
            step.glossary("gradient", "the list of the slopes of the cost along all parameters")
        }
    }

    /// The slopes of the cost by pushing slope and intercept to both sides.
    private func push(_ line: Line) -> Line {
        let h = 1e-3
        func moved(_ slope: Double, _ intercept: Double) -> Double {
            scaled.cost(
                of: Line(slope: line.slope + slope, intercept: line.intercept + intercept))
        }
        return Line(
            slope: (moved(h, 0) - moved(-h, 0)) / (2 * h),
            intercept: (moved(0, h) - moved(0, -h)) / (2 * h))
    }

    private func showOwnGradient(_ step: StepWriter) throws {
        guard
            let own = try mine?.value(
                of: RegressionCalls.gradient, scaled.x.map { [$0] }, scaled.x.map { _ in 0 },
                scaled.y, say: step.words)
        else { return }
        let slopes = scaled.slopes(of: Line(slope: 0, intercept: 0))
        compare(
            "gradient", own.weights + [own.bias], with: [slopes.slope, slopes.intercept], in: step)
    }
}
