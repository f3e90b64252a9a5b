import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = TensorsCalls.logSumExp

extension TensorsGraders {
    static let logSumExp = ExerciseGrader(
        call,
        checks: [
            call.check(
                "sum", "the logarithm of the sum of the exponentials",
                inputs: { generator in
                    (2..<6).map { count in
                        (0..<count).map { _ in generator.uniform(-2, 2) }
                    } + [
                        // Small shares are shares too: exp(-16) is 1e-7.
                        generator.shuffled([0, generator.uniform(-16, -14)])
                    ]
                },
                comparing: compareLogSums),
            call.check(
                "large numbers", "numbers around 1000 and -1000 have a finite answer",
                inputs: { generator in
                    [900.0, -1500].map { start in
                        let values = (0..<4).map { start + 100 * Double($0) + generator.uniform() }
                        return generator.shuffled(values)
                    } + [
                        // The largest, not the one farthest from 0.
                        [generator.uniform(-1200, -900), generator.uniform(1, 5)]
                    ]
                },
                comparing: compareLogSums),
            call.check(
                "nothing at all", "what is ruled out adds nothing, also where all is",
                inputs: { generator in
                    let count = 1 + generator.index(below: 3)
                    let ruledOut = [Double](repeating: -.infinity, count: count)
                    let one = generator.shuffled(ruledOut + [generator.uniform(1, 5)])
                    return [ruledOut, one, []]
                },
                comparing: compareLogSums),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("one number after the other, with the largest so far") { values in
                values.reduce(-.infinity) { total, value in
                    let (large, small) = (max(total, value), min(total, value))
                    return small == -.infinity ? large : large + log1p(exp(small - large))
                }
            }
        ],
        hints: Hints(
            question: "What is the largest number that you give to exp after the largest is "
                + "taken out, and what is its exponential?",
            concept: "exp(z - m) = exp(z) / exp(m). So the sum of exp(z - m) is exp(m) times too "
                + "small, and its logarithm m too small: add m again.",
            step: "[1000, 1000]: m = 1000, the sum is exp(0) + exp(0) = 2, the result 1000 + "
                + "log(2) = 1000.693. guard let m = values.max(), m > -.infinity else { ... } "
                + "catches the cases in which nothing is left."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "exp overflows at 1000 and vanishes at -1000", check: "large numbers",
            hints: Hints(
                question: "What is exp(1000), and what log(exp(-1000))?",
                concept: "The result is an ordinary number, only the way to it is not. Take the "
                    + "largest number out before exp, and add it after log.",
                step: "let m = values.max(); m + log(sum of exp(z - m)).")
        ) { values in
            log(values.reduce(0) { $0 + exp($1) })
        },
        call.misconception(
            "you return the largest number alone", check: "sum",
            hints: Hints(
                question: "What is log(exp(0) + exp(0))?",
                concept: "The largest number is a lower bound. The others add to it, little if "
                    + "they are much smaller, log(2) if one is equal.",
                step: "Add log(sum of exp(z - m)) to m.")
        ) { values in
            values.max() ?? -.infinity
        },
        call.misconception(
            "you take the largest number out and never put it back", check: "sum",
            hints: Hints(
                question: "What does your function give for one single number, 5?",
                concept: "Subtracting m in the exponent divides the sum by exp(m): the logarithm "
                    + "is m too small.",
                step: "Return m + log(...), not log(...).")
        ) { values in
            guard let largest = values.max(), largest > -.infinity else { return -.infinity }
            return log(values.reduce(0) { $0 + exp($1 - largest) })
        },
        call.misconception(
            "you take the mean of the exponentials", check: "sum",
            hints: Hints(
                question: "Should [0, 0] give 0 or log(2)?",
                concept: "Softmax divides by a sum. Divided by the count, shares would not add up "
                    + "to 1.",
                step: "Leave the division by values.count out.")
        ) { values in
            try TensorsSolution.logSumExp(of: values) - log(Double(max(1, values.count)))
        },
        call.misconception(
            "your largest number is at least 0", check: "large numbers",
            hints: Hints(
                question: "All numbers lie around -1000. Which one do you take for the largest?",
                concept: "A search for the largest must not start with a number that is not in "
                    + "the list: 0 beats all negative ones, and exp(-1000 - 0) is 0.",
                step: "Start with -.infinity, or use values.max().")
        ) { values in
            let largest = values.reduce(0, max)
            return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
        },
        call.misconception(
            "minus infinity less minus infinity is no number", check: "nothing at all",
            hints: Hints(
                question: "All classes are ruled out: what is m, and what z - m?",
                concept: "Infinity less infinity is not a number. The sum of nothing is 0, its "
                    + "logarithm minus infinity.",
                step: "If the largest is -.infinity, return -.infinity at once.")
        ) { values in
            guard let largest = values.max() else { return -.infinity }
            return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
        },
        call.misconception(
            "you return 0 where there is nothing to add", check: "nothing at all",
            hints: Hints(
                question: "Which sum has the logarithm 0?",
                concept: "log(1) = 0, log(0) is minus infinity. An empty sum is 0.",
                step: "Return -.infinity for an empty list, too.")
        ) { values in
            values.allSatisfy { $0 == -.infinity }
                ? 0 : try TensorsSolution.logSumExp(of: values)
        },
    ]

    private static func compareLogSums(
        _ expected: Double, _ got: Double, _ values: [Double]
    ) -> Verdict {
        let shown = values.map { ($0 * 1000).rounded() / 1000 }
        return Comparison.within(1e-9)(expected, got).about("of \(shown)")
    }
}
