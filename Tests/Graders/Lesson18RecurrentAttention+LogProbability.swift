import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = RecurrentAttentionCalls.gaussianLogProbability

extension RecurrentAttentionGraders {
    static let gaussianLogProbability = ExerciseGrader(
        call,
        checks: [
            call.check(
                "inside", "the logarithm of two normal densities",
                inputs: { generator in
                    [0.1, 0.35, 1.6].map { deviation in
                        (
                            place: numbers(2, &generator), mean: numbers(2, &generator),
                            deviation: deviation * generator.uniform(0.8, 1.2)
                        )
                    } + [
                        // So far away that the density itself is 0 in floating point.
                        (
                            place: [generator.uniform(0.6, 0.9), generator.uniform(-0.9, -0.6)],
                            mean: [generator.uniform(-0.9, -0.6), generator.uniform(0.6, 0.9)],
                            deviation: generator.uniform(0.01, 0.03)
                        )
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "outside", "places beyond the edge as they were drawn",
                question: "What was drawn: 1.3, or the edge?",
                inputs: { generator in
                    (0..<3).map { _ in
                        (
                            place: [generator.uniform(1.1, 1.8), generator.uniform(-1.9, -1.2)],
                            mean: numbers(2, &generator), deviation: generator.uniform(0.2, 0.5)
                        )
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("x and y one after the other") { place, mean, deviation in
                zip(place, mean).map { place, mean in
                    let z = (place - mean) / deviation
                    return -z * z / 2 - log(deviation) - log(2 * Double.pi) / 2
                }.reduce(0, +)
            }
        ],
        hints: Hints(
            question:
                "The density of one normal draw is exp(-(x - mean)^2 / (2 s^2)) / (s sqrt(2 pi)). "
                + "What becomes of a product of two of them under the logarithm?",
            concept:
                "A sum: both squares over 2 s^2, and twice the logarithm of s sqrt(2 pi), which is "
                + "log(2 pi s^2).",
            step:
                "place (1, 0), mean (0, 0), s = 0.5: -(1 + 0) / (2 * 0.25) - log(2 pi * 0.25) = -2 "
                + "- 0.4516 = -2.4516."))
}

private let misconceptions: [Misconception] = [
    call.misconception(
        "the place is moved to the edge before its probability is taken", check: "outside",
        hints: Hints(
            question: "Which place did the normal distribution give?",
            concept: "The one outside. What the retina makes of it afterwards has another "
                + "distribution, with a heap on the edge; the gradient of this formula would be "
                + "wrong for it.",
            step: "No min and max here.")
    ) { place, mean, deviation in
        density(place.map { min(1, max(-1, $0)) }, mean, deviation)
    },
    call.misconception(
        "the constant is left out", check: "inside",
        hints: Hints(
            question: "Is exp of your answer a density: does it add up to 1?",
            concept: "Only with log(2 pi s^2). It changes no gradient of the mean, but the number "
                + "is no log-probability.",
            step: "- log(2 * .pi * s * s).")
    ) { place, mean, deviation in squares(place, mean, deviation) },
    call.misconception(
        "the constant counts once, not for x and for y", check: "inside",
        hints: Hints(
            question: "How many normal distributions are there?",
            concept: "Two. Each brings log(s sqrt(2 pi)), together log(2 pi s^2).",
            step: "log(2 * .pi * s * s), without a half.")
    ) { place, mean, deviation in
        squares(place, mean, deviation) - log(2 * Double.pi * deviation * deviation) / 2
    },
    call.misconception(
        "you divide by the deviation, not by its square", check: "inside",
        hints: Hints(
            question: "The picture is measured in other units, twice as fine. Does z change?",
            concept: "(x - mean) / s must not, so its square has s^2 below.",
            step: "/ (2 * s * s).")
    ) { place, mean, deviation in
        squares(place, mean, deviation.squareRoot()) - log(2 * Double.pi * deviation * deviation)
    },
    call.misconception(
        "the half is forgotten", check: "inside",
        hints: Hints(
            question: "What stands in the exponent of the bell curve?",
            concept: "Half of z^2, with a minus: the slope of -z^2 / 2 is -z.",
            step: "Divide the squares by 2 * s * s, not by s * s.")
    ) { place, mean, deviation in
        2 * squares(place, mean, deviation) - log(2 * Double.pi * deviation * deviation)
    },
    call.misconception(
        "the constant has the wrong sign", check: "inside",
        hints: Hints(
            question: "Is a wide distribution denser or thinner in its middle?",
            concept: "Thinner: the larger s, the smaller log p at the mean.",
            step: "- log(2 * .pi * s * s).")
    ) { place, mean, deviation in
        squares(place, mean, deviation) + log(2 * Double.pi * deviation * deviation)
    },
    call.misconception(
        "far places become likely: the squares have the wrong sign", check: "inside",
        hints: Hints(
            question: "Which place is the most probable one?",
            concept: "The mean. Each step away from it makes log p smaller.",
            step: "-squares / (2 * s * s).")
    ) { place, mean, deviation in
        -squares(place, mean, deviation) - log(2 * Double.pi * deviation * deviation)
    },
    call.misconception(
        "you give the density, not its logarithm", check: "inside",
        hints: Hints(
            question: "Can your answer be below 0?",
            concept: "A logarithm can. exp and log cancel: do not call exp at all.",
            step: "-squares / (2 s^2) - log(2 pi s^2).")
    ) { place, mean, deviation in exp(density(place, mean, deviation)) },
]

private func squares(_ place: [Double], _ mean: [Double], _ deviation: Double) -> Double {
    -zip(place, mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        / (2 * deviation * deviation)
}

private func density(_ place: [Double], _ mean: [Double], _ deviation: Double) -> Double {
    squares(place, mean, deviation) - log(2 * Double.pi * deviation * deviation)
}
