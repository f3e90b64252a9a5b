import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let logSumExp = ExerciseGrader(
        "logSumExp",
        checks: [
            Check(
                "sum", "the logarithm of the sum of the exponentials",
                inputs: { generator in
                    (2..<6).map { count in
                        LogSumExpInputs(values: (0..<count).map { _ in generator.uniform(-2, 2) })
                    }
                },
                comparing: compareLogSums),
            Check(
                "large numbers", "numbers around 1000 and -1000 have a finite answer",
                inputs: { generator in
                    [900.0, -1500].map { start in
                        let values = (0..<4).map { start + 100 * Double($0) + generator.uniform() }
                        return LogSumExpInputs(values: generator.shuffled(values))
                    }
                },
                comparing: compareLogSums),
            Check(
                "nothing at all", "what is ruled out adds nothing, also where all is",
                inputs: { generator in
                    let count = 1 + generator.index(below: 3)
                    let ruledOut = [Double](repeating: -.infinity, count: count)
                    let one = generator.shuffled(ruledOut + [generator.uniform(1, 5)])
                    return [ruledOut, one, []].map(LogSumExpInputs.init)
                },
                comparing: compareLogSums),
        ],
        misconceptions: logSumExpMisconceptions,
        alternatives: [answer(TensorsAlternatives.OneAfterTheOther.self)],
        hints: Hints(
            question: "What is the largest number that you give to exp after the largest is "
                + "taken out, and what is its exponential?",
            concept: "exp(z - m) = exp(z) / exp(m). So the sum of exp(z - m) is exp(m) times too "
                + "small, and its logarithm m too small: add m again.",
            step: "[1000, 1000]: m = 1000, the sum is exp(0) + exp(0) = 2, the result 1000 + "
                + "log(2) = 1000.693. guard let m = values.max(), m > -.infinity else { ... } "
                + "catches the cases in which nothing is left."))

    private static let logSumExpMisconceptions = [
        Misconception(
            "exp overflows at 1000 and vanishes at -1000",
            mutant: answer(TensorsMutants.LogSumExpOverflows.self), check: "large numbers",
            hints: Hints(
                question: "What is exp(1000), and what log(exp(-1000))?",
                concept: "The result is an ordinary number, only the way to it is not. Take the "
                    + "largest number out before exp, and add it after log.",
                step: "let m = values.max(); m + log(sum of exp(z - m)).")),
        Misconception(
            "you return the largest number alone",
            mutant: answer(TensorsMutants.LargestOnly.self), check: "sum",
            hints: Hints(
                question: "What is log(exp(0) + exp(0))?",
                concept: "The largest number is a lower bound. The others add to it, little if "
                    + "they are much smaller, log(2) if one is equal.",
                step: "Add log(sum of exp(z - m)) to m.")),
        Misconception(
            "you take the largest number out and never put it back",
            mutant: answer(TensorsMutants.LargestNotPutBack.self), check: "sum",
            hints: Hints(
                question: "What does your function give for one single number, 5?",
                concept: "Subtracting m in the exponent divides the sum by exp(m): the logarithm "
                    + "is m too small.",
                step: "Return m + log(...), not log(...).")),
        Misconception(
            "you take the mean of the exponentials",
            mutant: answer(TensorsMutants.MeanOfTheExponentials.self), check: "sum",
            hints: Hints(
                question: "Should [0, 0] give 0 or log(2)?",
                concept: "Softmax divides by a sum. Divided by the count, shares would not add up "
                    + "to 1.",
                step: "Leave the division by values.count out.")),
        Misconception(
            "your largest number is at least 0",
            mutant: answer(TensorsMutants.LargestIsAtLeastZero.self), check: "large numbers",
            hints: Hints(
                question: "All numbers lie around -1000. Which one do you take for the largest?",
                concept: "A search for the largest must not start with a number that is not in "
                    + "the list: 0 beats all negative ones, and exp(-1000 - 0) is 0.",
                step: "Start with -.infinity, or use values.max().")),
        Misconception(
            "minus infinity less minus infinity is no number",
            mutant: answer(TensorsMutants.InfinityLessInfinity.self), check: "nothing at all",
            hints: Hints(
                question: "All classes are ruled out: what is m, and what z - m?",
                concept: "Infinity less infinity is not a number. The sum of nothing is 0, its "
                    + "logarithm minus infinity.",
                step: "If the largest is -.infinity, return -.infinity at once.")),
        Misconception(
            "you return 0 where there is nothing to add",
            mutant: answer(TensorsMutants.ZeroForNothingToAdd.self), check: "nothing at all",
            hints: Hints(
                question: "Which sum has the logarithm 0?",
                concept: "log(1) = 0, log(0) is minus infinity. An empty sum is 0.",
                step: "Return -.infinity for an empty list, too.")),
    ]

    private static func compareLogSums(
        _ inputs: LogSumExpInputs, _ expected: Double, _ got: Double
    ) -> Verdict {
        let shown = inputs.values.map { ($0 * 1000).rounded() / 1000 }
        return Comparison.within(1e-9)(expected, got).about("of \(shown)")
    }
}
