import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ClusteringCalls.gaussianLogDensity

extension ClusteringGraders {
    static let gaussianLogDensity = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one feature", "the logarithm of the density of one feature",
                question: "|z|, or its square?",
                inputs: { generator in
                    [
                        gaussian(1, scale: 0.3, &generator), gaussian(1, scale: 4, &generator),
                        gaussian(1, scale: 90, &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "many features", "the logarithm of the density of features that vary together",
                inputs: { generator in
                    [
                        gaussian(2, scale: 0.4, &generator), gaussian(2, scale: 3, &generator),
                        gaussian(3, scale: 5, &generator), gaussian(5, scale: 2, &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "far away", "a number also where the density is too small or too large for one",
                question: "What is exp(-1000) in floating point, and what its logarithm?",
                inputs: { generator in
                    [
                        gaussian(1, scale: 0.5, away: 60, &generator),
                        gaussian(2, scale: 2, away: 400, &generator),
                        gaussian(3, scale: 1e-120, away: 1, &generator),
                        gaussian(3, scale: 1e130, away: 1, &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: densityMisconceptions,
        alternatives: [
            call.answer("the product of the diagonal's logarithms first, then z feature by feature")
            {
                point, mean, factor in
                let logs = factor.indices.map { log(factor[$0][$0]) }.reduce(0, +)
                var left = zip(point, mean).map { $0 - $1 }
                var squares = 0.0
                for column in left.indices {
                    let z = left[column] / factor[column][column]
                    squares += z * z
                    for row in left.indices.dropFirst(column + 1) {
                        left[row] -= factor[row][column] * z
                    }
                }
                return -0.5 * Double(mean.count) * log(2 * Double.pi) - logs - squares / 2
            }
        ],
        hints: Hints(
            question: "Which of the three parts of the sum depend on the point?",
            concept:
                "Only |z|^2. d log(2 pi) counts features; log det S says how wide the cloud is: "
                + "the wider, the lower it lies everywhere, for it always holds the same in all.",
            step:
                "L = [[2, 0], [1, 3]], x - m = (4, 8): z[0] = 4 / 2 = 2, z[1] = (8 - 1 * 2) / 3 = "
                + "2. |z|^2 = 8, log det S = 2 log 2 + 2 log 3."))

    /// A point about `away` deviations from the mean.
    private static func gaussian(
        _ features: Int, scale: Double, away: Double = 1, _ generator: inout SeededGenerator
    ) -> (point: [Double], mean: [Double], factor: [[Double]]) {
        let factor = (0..<features).map { row in
            (0..<features).map { column in
                let size = scale * generator.uniform(0.5, 0.9)
                return column > row
                    ? 0 : column == row ? size : generator.uniform() < 0.5 ? size : -size
            }
        }
        let mean = (0..<features).map { _ in scale * generator.uniform(-3, 3) }
        let z = (0..<features).map { _ in
            away * generator.uniform(0.7, 2) * (generator.uniform() < 0.5 ? 1 : -1)
        }
        let point = zip(mean, factor).map { mean, row in
            mean + zip(row, z).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return (point, mean, factor)
    }
}

private let densityMisconceptions = [
    call.misconception(
        "2 pi is forgotten", check: "one feature",
        hints: Hints(
            question: "What is the area under exp(-x^2 / 2)?",
            concept:
                "The root of 2 pi, not 1. A density must hold 1 in all, so it is divided by that "
                + "root, once for each feature.",
            step: "Add Double(mean.count) * log(2 * Double.pi) to the sum before you halve it.")
    ) { point, mean, factor in -(logDeterminant(factor) + squares(point, mean, factor)) / 2 },
    call.misconception(
        "the determinant is forgotten", check: "one feature",
        hints: Hints(
            question:
                "Two clouds of 100 points, one small, one wide. Which is denser in its middle?",
            concept: "The small one. The determinant of the covariance says how much room a cloud "
                + "takes; without it a wide cloud costs nothing and swallows all points.",
            step: "Add 2 * log(factor[i][i]) for each feature.")
    ) { point, mean, factor in -(constant(mean) + squares(point, mean, factor)) / 2 },
    call.misconception(
        "you take the determinant of the factor for that of the covariance", check: "one feature",
        hints: Hints(
            question:
                "The factor is the deviation 2. What is the variance, and what its logarithm?",
            concept: "S = L L', so det S = (det L)^2 and log det S = 2 log det L.",
            step: "2 * log(factor[i][i]), not log(factor[i][i]), inside the half.")
    ) { point, mean, factor in
        -(constant(mean) + logDeterminant(factor) / 2 + squares(point, mean, factor)) / 2
    },
    call.misconception(
        "the determinant has the wrong sign", check: "one feature",
        hints: Hints(
            question: "Does a wider cloud make its middle denser in your function?",
            concept: "The root of the determinant stands below the line: a wide cloud is thin.",
            step: "-(d log(2 pi) + log det S + |z|^2) / 2: all three have the same sign.")
    ) { point, mean, factor in
        -(constant(mean) - logDeterminant(factor) + squares(point, mean, factor)) / 2
    },
    call.misconception(
        "the half of the squares is forgotten", check: "one feature",
        hints: Hints(
            question: "Which parts of the equation does the division by 2 reach?",
            concept: "exp(-z^2 / 2) is the bell curve whose deviation is 1; exp(-z^2) is narrower.",
            step: "Put the parentheses around all three parts, then divide by 2.")
    ) { point, mean, factor in
        -(constant(mean) + logDeterminant(factor)) / 2 - squares(point, mean, factor)
    },
    call.misconception(
        "you take the factor for the covariance", check: "one feature",
        hints: Hints(
            question: "Is the factor in micrometres, or in square micrometres?",
            concept: "In micrometres, as a deviation. So it divides the difference itself, and the "
                + "quotient is squared.",
            step: "z = (x - m) / factor; then z * z.")
    ) { point, mean, factor in
        let z = solved(factor, zip(point, mean).map { $0 - $1 })
        let product = zip(z, zip(point, mean)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) }
        return -(constant(mean) + logDeterminant(factor) / 2 + product) / 2
    },
    call.misconception(
        "you multiply by the factor instead of solving for z", check: "one feature",
        hints: Hints(
            question:
                "The point lies two deviations from the mean. How large must z be, whatever the "
                + "unit?",
            concept:
                "2. z has no unit: the factor divides. L z = x - m is solved from the first row "
                + "on, each row giving one more z.",
            step: "z[i] = (x[i] - m[i] - what is known) / factor[i][i].")
    ) { point, mean, factor in
        let z = factor.map { row in
            zip(row, zip(point, mean)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) }
        }
        return -(constant(mean) + logDeterminant(factor) + z.reduce(0) { $0 + $1 * $1 }) / 2
    },
    call.misconception(
        "2 pi counts once, not once for each feature", check: "many features",
        hints: Hints(
            question:
                "Two features that do not depend on each other: how do their densities combine?",
            concept: "They multiply, so their logarithms add up: log(2 pi) comes once for each.",
            step: "Double(mean.count) * log(2 * Double.pi).")
    ) { point, mean, factor in
        -(log(2 * Double.pi) + logDeterminant(factor) + squares(point, mean, factor)) / 2
    },
    call.misconception(
        "you look at the diagonal only", check: "many features",
        hints: Hints(
            question:
                "Large nuclei are pale here. Is a large dark one as likely as a large pale one?",
            concept:
                "No: features vary together, and the numbers below the diagonal say how. What the "
                + "features before explain is subtracted first.",
            step: "Subtract factor[i][j] * z[j] for each j < i before you divide.")
    ) { point, mean, factor in
        let z = mean.indices.map { (point[$0] - mean[$0]) / factor[$0][$0] }
        return -(constant(mean) + logDeterminant(factor) + z.reduce(0) { $0 + $1 * $1 }) / 2
    },
    call.misconception(
        "you subtract the differences, not the z, of the features before", check: "many features",
        hints: Hints(
            question: "In L z = x - m, what is multiplied with the numbers of L?",
            concept: "z, which you have found already for the rows above; not x - m.",
            step: "known = sum over j < i of factor[i][j] * z[j].")
    ) { point, mean, factor in
        let differences = zip(point, mean).map { $0 - $1 }
        let z = mean.indices.map { row in
            let known = (0..<row).reduce(0) { $0 + factor[row][$1] * differences[$1] }
            return (differences[row] - known) / factor[row][row]
        }
        return -(constant(mean) + logDeterminant(factor) + z.reduce(0) { $0 + $1 * $1 }) / 2
    },
    call.misconception(
        "you take the logarithm of a density that has become 0", check: "far away",
        hints: Hints(
            question: "What is exp(-1000) in floating point?",
            concept:
                "0, and its logarithm is minus infinity. Logarithms are there so that the density "
                + "itself never has to be a number.",
            step: "Do not call exp at all: add up the three logarithms.")
    ) { point, mean, factor in
        let root = factor.indices.reduce(1) { $0 * factor[$1][$1] }
        let density =
            exp(-squares(point, mean, factor) / 2)
            / (pow(2 * Double.pi, Double(mean.count) / 2) * root)
        return log(density)
    },
    call.misconception(
        "you take the logarithm of a determinant that has left the range", check: "far away",
        hints: Hints(
            question: "Three deviations of 1e-120 each: what is their product?",
            concept:
                "1e-360, which is 0 in floating point. The logarithm of a product is the sum of "
                + "the logarithms, and that stays in range.",
            step: "Add log(factor[i][i]) over i instead of multiplying first.")
    ) { point, mean, factor in
        let root = factor.indices.reduce(1) { $0 * factor[$1][$1] }
        return -(constant(mean) + squares(point, mean, factor)) / 2 - log(root)
    },
]

private func constant(_ mean: [Double]) -> Double { Double(mean.count) * log(2 * Double.pi) }

private func logDeterminant(_ factor: [[Double]]) -> Double {
    factor.indices.reduce(0) { $0 + 2 * log(factor[$1][$1]) }
}

private func squares(_ point: [Double], _ mean: [Double], _ factor: [[Double]]) -> Double {
    solved(factor, zip(point, mean).map { $0 - $1 }).reduce(0) { $0 + $1 * $1 }
}

private func solved(_ factor: [[Double]], _ right: [Double]) -> [Double] {
    var z: [Double] = []
    for row in right.indices {
        let known = z.indices.reduce(0) { $0 + factor[row][$1] * z[$1] }
        z.append((right[row] - known) / factor[row][row])
    }
    return z
}
