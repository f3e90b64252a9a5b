import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = RegressionCalls.gradientStep

extension RegressionGraders {
    static let gradientStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "slope", "the slope steps against dJ/dslope of the old line",
                question:
                    "Along the slope each error counts times something. Times what, and is the "
                    + "sum then a mean?",
                inputs: { generator in steps(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.slope, got.slope).about("the slope")
                }),
            call.check(
                "intercept", "the intercept steps against dJ/dintercept of the old line",
                question: "When you compute the second number, is the first one still the old one?",
                inputs: { generator in steps(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.intercept, got.intercept)
                        .about("the intercept")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the means of x, y, x x and x y, without any error") {
                x, y, line, learningRate in
                func mean(_ values: [Double]) -> Double {
                    values.reduce(0, +) / Double(values.count)
                }
                let (meanX, meanY) = (mean(x), mean(y))
                let squares = mean(x.map { $0 * $0 })
                let products = mean(zip(x, y).map { $0 * $1 })
                return Line(
                    slope: line.slope
                        - learningRate * (line.slope * squares + line.intercept * meanX - products),
                    intercept: line.intercept
                        - learningRate * (line.slope * meanX + line.intercept - meanY))
            }
        ],
        hints: Hints(
            question: "From where does the step start, in which direction does it go, and how far?",
            concept: "First the errors of the old line, then both slopes of the cost from them, "
                + "and only then the new line.",
            step: "errors -2 and -4 at x = 1 and 3: along the slope (-2 * 1 - 4 * 3) / 2 = -7, "
                + "along the intercept (-2 - 4) / 2 = -3. With a rate of 0.1: 0 + 0.7 and 0 + "
                + "0.3."))

    /// Points above a line, to the right of 0.
    private static func steps(
        _ generator: inout SeededGenerator
    ) -> [([Double], [Double], Line, Double)] {
        [4 + generator.index(below: 5), 2, 1].map { count in
            let line = numbers(2, in: 0.5...2, &generator)
            var x = numbers(count, in: 1...3, &generator)
            // A point at 0 does not turn the line, but it lifts it.
            if count > 2 { x[1] = 0 }
            let y = numbers(count, in: 10...15, &generator)
            // One step is too long, and the cost rises: it is made all the same.
            let learningRate = numbers(1, in: count == 2 ? 2...3 : 0.05...0.2, &generator)[0]
            return (x, y, Line(slope: line[0], intercept: line[1]), learningRate)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you step uphill", check: "slope",
            hints: Hints(
                question: "The gradient points to where the cost grows. Where do you want to go?",
                concept: "Against it: minus.",
                step: "slope - learningRate * ..., with error = line less point.")
        ) { x, y, line, learningRate in
            try step(x, y, line, -learningRate)
        },
        call.misconception(
            "the intercept moves by the errors of a line that has the new slope already",
            check: "intercept",
            hints: Hints(
                question: "At which place is the gradient measured: where you stand, or somewhere "
                    + "on the way?",
                concept: "Both slopes belong to one place, the old line. Updated one after the "
                    + "other, the second sees a line that nobody measured. It often works, only "
                    + "differently: the cost falls, and does not reveal it.",
                step: "Compute all errors first; change slope and intercept at the end.")
        ) { x, y, line, learningRate in
            var moved = line
            moved.slope = try step(x, y, line, learningRate).slope
            moved.intercept = try step(x, y, moved, learningRate).intercept
            return moved
        },
        call.misconception(
            "the slope moves by the errors of a line that has the new intercept already",
            check: "slope",
            hints: Hints(
                question: "At which place is the gradient measured: where you stand, or somewhere "
                    + "on the way?",
                concept: "Both slopes belong to one place, the old line. A gradient is a list, and "
                    + "its numbers are computed together.",
                step: "let errors = ... with the old line, before anything is assigned.")
        ) { x, y, line, learningRate in
            var moved = line
            moved.intercept = try step(x, y, line, learningRate).intercept
            moved.slope = try step(x, y, moved, learningRate).slope
            return moved
        },
        call.misconception(
            "you take the sum over the points, not their mean", check: "slope",
            hints: Hints(
                question: "A thousand points instead of ten: should the step be a hundred times as "
                    + "long?",
                concept: "The cost is a mean, and so is its gradient.",
                step: "Divide both sums by Double(x.count).")
        ) { x, y, line, learningRate in
            try step(x, y, line, learningRate * Double(x.count))
        },
        call.misconception(
            "the intercept stays where it is", check: "intercept",
            hints: Hints(
                question: "All points lie 5 above the line. Which number should change most?",
                concept: "The intercept lifts the whole line. It is learnt as the slope is.",
                step: "intercept - learningRate * errors.reduce(0, +) / count.")
        ) { x, y, line, learningRate in
            Line(slope: try step(x, y, line, learningRate).slope, intercept: line.intercept)
        },
        call.misconception(
            "you return the step, not where it leads", check: "slope",
            hints: Hints(
                question: "What is the new line if the gradient is 0?",
                concept: "The old one. A step is added to where one stands.",
                step: "line.slope - ..., line.intercept - ....")
        ) { x, y, line, learningRate in
            let moved = try step(x, y, line, learningRate)
            return Line(
                slope: moved.slope - line.slope, intercept: moved.intercept - line.intercept)
        },
        call.misconception(
            "you step after each point, on a line that the point before has moved", check: "slope",
            hints: Hints(
                question: "In which order do you go through the points, and does it matter?",
                concept: "Steps point by point are stochastic gradient descent: useful, and "
                    + "another method. A step on all points does not depend on their order.",
                step: "Add up over all points first, then change the line once.")
        ) { x, y, line, learningRate in
            let rate = learningRate / Double(x.count)
            return try zip(x, y).reduce(line) { try step([$1.0], [$1.1], $0, rate) }
        },
    ]
}

private func step(_ x: [Double], _ y: [Double], _ line: Line, _ rate: Double) throws -> Line {
    try RegressionSolution.gradientStep(x: x, y: y, line: line, learningRate: rate)
}
