import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ColorModelsCalls.normalizeStain

extension ColorModelsGraders {
    static let normalizeStain = ExerciseGrader(
        call,
        checks: [
            call.check(
                "light", "the light behind the amounts of the target, in its colours",
                inputs: { generator in
                    [1, 2, 3, 15].map { count in
                        let amounts = (0..<count).map { _ in
                            [generator.uniform(0.1, 1.4), generator.uniform(0.1, 1)]
                        }
                        return staining(amounts, &generator)
                    } + [staining([], &generator)]
                }, compare: Comparison.exact),
            call.check(
                "bytes", "whole numbers from 0 to 255, whatever the amounts are",
                question: "Which light do a negative amount and a very large one give?",
                inputs: { generator in
                    let odd = [
                        [-2.2, -1.5], [0, 0], [40, 40], [-3, 0.1], [60, 2], [-0.2, -4],
                    ]
                    let amounts = odd.map { $0.map { $0 * generator.uniform(0.9, 1.1) } }
                    return [
                        staining(amounts, &generator), staining(amounts.reversed(), &generator),
                    ]
                }, compare: Comparison.exact),
        ],
        misconceptions: normalizeMisconceptions,
        alternatives: [
            call.answer("a product of the light that each stain lets through") {
                amounts, strength, target in
                amounts.map { amount in
                    (0..<3).map { channel in
                        var light = target.white
                        for stain in 0..<2 {
                            let factor = target.strength[stain] / strength[stain]
                            light *= exp(-amount[stain] * factor * target.stains[stain][channel])
                        }
                        return Int(max(0, min(255, (light - 1).rounded())))
                    }
                }
            }
        ],
        hints: Hints(
            question:
                "A pixel has as much stain as the strength says. How much is it to have "
                + "afterwards?",
            concept:
                "As much as the strength of the target says: amounts are multiplied by target / "
                + "own. "
                + "Then densities add up over the stains, and exp turns them into light.",
            step:
                "Amount 0.5, strength 1, target 2: 0.5 * 2 / 1 = 1. Stain [0.6, 0.8, 0]: densities "
                + "0.6, "
                + "0.8, 0; 240 * exp(-0.6) - 1 = 130.7, which rounds to 131. Int(x.rounded())."))

    /// Strengths, and a target.
    private static func staining(
        _ amounts: [[Double]], _ generator: inout SeededGenerator
    ) -> (amounts: [[Double]], strength: [Double], target: StainTarget) {
        let strength = [generator.uniform(1, 2), generator.uniform(0.6, 1.2)]
        let target = StainTarget(
            stains: stains(&generator),
            strength: [generator.uniform(2.1, 3), generator.uniform(1.3, 2)],
            white: generator.uniform(225, 250))
        return (amounts, strength, target)
    }
}

private let normalizeMisconceptions = [
    call.misconception(
        "the ratio of the strengths is upside down", check: "light",
        hints: Hints(
            question: "This slide is pale, the target dark. Do your amounts grow or shrink?",
            concept: "What counts as strong here must become what counts as strong there.",
            step: "amount * target.strength / strength.")
    ) { amounts, strength, target in
        restained(amounts, target) { $0 * strength[$1] / target.strength[$1] }
    },
    call.misconception(
        "the strength is not brought to that of the target", check: "light",
        hints: Hints(
            question:
                "Two hospitals use the same dyes, one of them twice as long. What does your answer "
                + "change?",
            concept:
                "Nothing, although one is twice as dark. Colour and strength are both changed.",
            step: "Multiply each amount by target.strength[k] / strength[k].")
    ) { amounts, _, target in restained(amounts, target) { amount, _ in amount } },
    call.misconception(
        "haematoxylin gets the colour of eosin", check: "light",
        hints: Hints(
            question: "Which row of target.stains belongs to the first amount?",
            concept: "Haematoxylin is stain 0 in the amounts, the strengths and the stains.",
            step: "amount[0] with target.stains[0].")
    ) { amounts, strength, target in
        var swapped = target
        swapped.stains.reverse()
        return restained(amounts, swapped) { $0 * target.strength[$1] / strength[$1] }
    },
    call.misconception(
        "you raise 10 to the density, not e", check: "light",
        hints: Hints(
            question: "Which logarithm made the densities?",
            concept: "The natural one, so exp undoes it. pow(10, ...) undoes log10.",
            step: "exp(-density).")
    ) { amounts, strength, target in
        restained(amounts, target, light: { pow(10, -$0) }) {
            $0 * target.strength[$1] / strength[$1]
        }
    },
    call.misconception(
        "the 1 is not taken away", check: "light",
        hints: Hints(
            question: "D = -log((I + 1) / white). What is I, then?",
            concept: "white exp(-D) is I + 1.",
            step: "target.white * exp(-density) - 1.")
    ) { amounts, strength, target in
        restained(amounts, target, offset: 0) { $0 * target.strength[$1] / strength[$1] }
    },
    call.misconception(
        "you cut off the decimals", check: "light",
        hints: Hints(
            question: "Int(130.7) is 130. Which whole number is nearest?",
            concept: "Int cuts; that makes every picture darker by half a grey level.",
            step: "Int(light.rounded()).")
    ) { amounts, strength, target in
        restained(amounts, target, rounding: .down) { $0 * target.strength[$1] / strength[$1] }
    },
    call.misconception(
        "you add the light behind each stain", check: "light",
        hints: Hints(
            question:
                "Two filters behind each other: does more light come through than behind one?",
            concept: "Less. Densities are added before exp; light multiplies.",
            step: "Sum the densities of both stains first, then one exp.")
    ) { amounts, strength, target in
        amounts.map { amount in
            (0..<3).map { channel in
                let light = (0..<2).reduce(0.0) { sum, stain in
                    let scaled = amount[stain] * target.strength[stain] / strength[stain]
                    return sum + exp(-scaled * target.stains[stain][channel]) / 2
                }
                return byte(target.white * light - 1)
            }
        }
    },
    call.misconception(
        "light above 255 is not cut", check: "bytes",
        hints: Hints(
            question:
                "Negative amounts make a pixel brighter than glass. How bright can a byte be?",
            concept: "255 at most. UInt8 would trap, and other programs begin again at 0.",
            step: "min(255, ...).")
    ) { amounts, strength, target in
        restained(amounts, target, limits: 0...1e12) { $0 * target.strength[$1] / strength[$1] }
    },
    call.misconception(
        "light below 0 is not cut", check: "bytes",
        hints: Hints(
            question: "So much stain that no light is left: what is 0 - 1?",
            concept: "The 1 that is taken away makes -1 of no light at all.",
            step: "max(0, ...).")
    ) { amounts, strength, target in
        restained(amounts, target, limits: -9...255) { $0 * target.strength[$1] / strength[$1] }
    },
    call.misconception(
        "amounts below 0 become 0", check: "bytes",
        hints: Hints(
            question:
                "Glass is a little brighter here and darker there. What does your answer make of "
                + "the brighter places?",
            concept:
                "Cut at 0, noise remains on one side only, and glass becomes darker on average.",
            step: "Scale all amounts alike; cut the bytes alone.")
    ) { amounts, strength, target in
        restained(amounts, target) { max(0, $0 * target.strength[$1] / strength[$1]) }
    },
]

private func byte(_ light: Double, _ limits: ClosedRange<Double> = 0...255) -> Int {
    Int(min(limits.upperBound, max(limits.lowerBound, light.rounded())))
}

private func restained(
    _ amounts: [[Double]], _ target: StainTarget, offset: Double = 1,
    limits: ClosedRange<Double> = 0...255, rounding: FloatingPointRoundingRule = .toNearestOrEven,
    light: (Double) -> Double = { exp(-$0) }, scale: (Double, Int) -> Double
) -> [[Int]] {
    amounts.map { amount in
        let scaled = amount.indices.map { scale(amount[$0], $0) }
        return (0..<3).map { channel in
            let density =
                scaled[0] * target.stains[0][channel] + scaled[1] * target.stains[1][channel]
            return byte((target.white * light(density) - offset).rounded(rounding), limits)
        }
    }
}
