import Curriculum
import DeepTeaching
import GraderKit

private let call = ColorModelsCalls.unmix

extension ColorModelsGraders {
    static let unmix = ExerciseGrader(
        call,
        checks: [
            call.check(
                "amounts", "the amounts whose sum comes closest to the densities",
                inputs: { generator in
                    [1, 2, 3, 13].map { mixtures($0, lengths: [1, 1], rest: 0.01, &generator) }
                        + [([], stains(&generator))]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "lengths", "amounts count in stains of length 1, however long the given ones are",
                question:
                    "How much eosin is in one unit of [3, 4, 0], and how much in one of [0.6, 0.8, "
                    + "0]?",
                inputs: { generator in
                    [
                        mixtures(4, lengths: [generator.uniform(1.5, 3), 1], &generator),
                        mixtures(4, lengths: [1, generator.uniform(0.2, 0.6)], &generator),
                        mixtures(2, lengths: [40, 0.003], &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "negative", "amounts below 0 stay",
                question: "Does the contract want amounts below 0 changed?",
                inputs: { generator in
                    let (densities, stains) = mixtures(
                        5, lengths: [1, 1], from: -0.4, &generator)
                    let pure = [stains[0], stains[1].map { -0.1 * $0 }, [0, 0, 0]]
                    return [(densities + pure, stains)]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: unmixMisconceptions,
        alternatives: [
            call.answer("what the other stain leaves over") { densities, stains in
                let (h, e) = (unit(stains[0]), unit(stains[1]))
                // The part of each stain that the other one does not have.
                let ownH = zip(h, e).map { $0 - dot(h, e) * $1 }
                let ownE = zip(e, h).map { $0 - dot(h, e) * $1 }
                return densities.map {
                    [dot($0, ownH) / dot(ownH, ownH), dot($0, ownE) / dot(ownE, ownE)]
                }
            },
            call.answer("step by step to the least distance") { densities, stains in
                let (h, e) = (unit(stains[0]), unit(stains[1]))
                return densities.map { density in
                    var amounts = [0.0, 0.0]
                    // Each amount in turn is the best one beside the other.
                    for _ in 0..<4000 {
                        amounts[0] = dot(density, h) - amounts[1] * dot(h, e)
                        amounts[1] = dot(density, e) - amounts[0] * dot(h, e)
                    }
                    return amounts
                }
            },
        ],
        hints: Hints(
            question: "What do you get if you subtract c times the second equation from the first?",
            concept:
                "e falls out: h (1 - c c) = D . H - c (D . E). The other way round h falls out. "
                + "Before that, each stain is divided by its length, the root of its product with "
                + "itself.",
            step:
                "c = 0.6, D . H = 2.2, D . E = 2.6: h = (2.2 - 0.6 * 2.6) / (1 - 0.36) = 1, and e "
                + "= "
                + "(2.6 - 0.6 * 2.2) / 0.64 = 2."))

    /// Pixels of two stains, with up to `rest` of something else.
    private static func mixtures(
        _ count: Int, lengths: [Double], from low: Double = 0.1, rest: Double = 0,
        _ generator: inout SeededGenerator
    ) -> (densities: [[Double]], stains: [[Double]]) {
        let units = stains(&generator)
        let densities = (0..<count).map { _ in
            let (h, e) = (generator.uniform(low, 2), generator.uniform(low, 1.5))
            return (0..<3).map { h * units[0][$0] + e * units[1][$0] + generator.uniform(0, rest) }
        }
        return (densities, zip(units, lengths).map { scaled($0, to: $1) })
    }
}

private let unmixMisconceptions = [
    call.misconception(
        "you project on each stain, as if they were at a right angle", check: "amounts",
        hints: Hints(
            question: "A pixel of haematoxylin alone: what is D . E, and is there eosin in it?",
            concept:
                "The two stains share green: their product c is about 0.9. What one of them "
                + "explains "
                + "must not be counted for the other as well.",
            step: "(D . H - c (D . E)) / (1 - c c), not D . H.")
    ) { densities, stains in
        densities.map { density in stains.map { dot(density, unit($0)) } }
    },
    call.misconception(
        "haematoxylin and eosin have changed their places", check: "amounts",
        hints: Hints(
            question: "Which of the two stains comes first in your result?",
            concept: "Haematoxylin is stain 0 wherever stains are numbered here, eosin stain 1.",
            step: "return [h, e].")
    ) { densities, stains in solved(densities, stains.map(unit)).map { $0.reversed() } },
    call.misconception(
        "the matrix is transposed: a row for each stain", check: "amounts",
        hints: Hints(
            question: "How many rows has your result, and how many pixels are there?",
            concept: "Axes [pixel, stain]: a row of two amounts for each pixel.",
            step: "densities.map { density in [h, e] }.")
    ) { densities, stains in
        let amounts = solved(densities, stains.map(unit))
        return [amounts.map { $0[0] }, amounts.map { $0[1] }]
    },
    call.misconception(
        "you do not divide by 1 - c c", check: "amounts",
        hints: Hints(
            question: "Unmix a pixel that is H itself. Is your amount 1?",
            concept:
                "D . H - c (D . E) is 1 - c c for it: the part that eosin does not have. Divided "
                + "by "
                + "itself it is 1.",
            step: "Divide both amounts by 1 - c * c.")
    ) { densities, stains in
        let c = dot(unit(stains[0]), unit(stains[1]))
        return solved(densities, stains.map(unit)).map { $0.map { $0 * (1 - c * c) } }
    },
    call.misconception(
        "you use red and green only", check: "amounts",
        hints: Hints(
            question: "Two unknowns, three colours: what does your answer do with blue?",
            concept:
                "Two equations would do if there were no noise. All three together make the noise "
                + "smaller: least squares.",
            step: "Build the two equations from products over all three colours.")
    ) { densities, stains in
        let (h, e) = (unit(stains[0]), unit(stains[1]))
        let determinant = h[0] * e[1] - h[1] * e[0]
        return densities.map {
            [
                ($0[0] * e[1] - $0[1] * e[0]) / determinant,
                ($0[1] * h[0] - $0[0] * h[1]) / determinant,
            ]
        }
    },
    call.misconception(
        "the stains are not made unit vectors", check: "lengths",
        hints: Hints(
            question: "What is the product of [3, 4, 0] with itself?",
            concept:
                "25, not 1. The two equations hold for stains of length 1, and amounts count in "
                + "them.",
            step: "Divide each stain by the root of its product with itself, before anything else.")
    ) { densities, stains in
        let c = dot(stains[0], stains[1])
        return densities.map {
            let (a, b) = (dot($0, stains[0]), dot($0, stains[1]))
            return [(a - c * b) / (1 - c * c), (b - c * a) / (1 - c * c)]
        }
    },
    call.misconception(
        "amounts count in the stains as they are given", check: "lengths",
        hints: Hints(
            question: "The same stain, written twice as long: does the pixel then hold half of it?",
            concept:
                "It must not, or amounts of two slides could not be compared: whoever measured the "
                + "stains chose their length. So they are made unit vectors first.",
            step: "Divide the stains by their lengths first, not the amounts at the end.")
    ) { densities, stains in
        let lengths = stains.map { dot($0, $0).squareRoot() }
        return solved(densities, stains.map(unit)).map { [$0[0] / lengths[0], $0[1] / lengths[1]] }
    },
    call.misconception(
        "stains are divided by their sum, not by their length", check: "lengths",
        hints: Hints(
            question: "How long is [0.6, 0.8, 0], and what is the sum of its numbers?",
            concept: "Length is the root of the sum of squares, here 1; the sum is 1.4.",
            step: "(x * x + y * y + z * z).squareRoot().")
    ) { densities, stains in
        let sums = stains.map { stain in stain.map { $0 / stain.reduce(0, +) } }
        let lengths = sums.map { dot($0, $0).squareRoot() }
        return solved(densities, sums.map(unit)).map { [$0[0] / lengths[0], $0[1] / lengths[1]] }
    },
    call.misconception(
        "amounts below 0 become 0", check: "negative",
        hints: Hints(
            question:
                "Noise makes some amounts too large and some too small. What does a cut at 0 do to "
                + "their mean?",
            concept: "It becomes too large. Cut for a picture, not for a measurement.",
            step: "Return both amounts as they are.")
    ) { densities, stains in solved(densities, stains.map(unit)).map { $0.map { max(0, $0) } } },
]

private func unit(_ vector: [Double]) -> [Double] { ColorModelsGraders.scaled(vector, to: 1) }

/// The two equations for unit vectors.
private func solved(_ densities: [[Double]], _ stains: [[Double]]) -> [[Double]] {
    let c = dot(stains[0], stains[1])
    return densities.map {
        let (a, b) = (dot($0, stains[0]), dot($0, stains[1]))
        return [(a - c * b) / (1 - c * c), (b - c * a) / (1 - c * c)]
    }
}
