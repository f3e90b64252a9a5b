import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = NeuralNetworkCalls.earlyStopping

extension NeuralNetworkGraders {
    /// Training losses, validation losses and the patience.
    private typealias Losses = ([Double], [Double], Int)

    static let earlyStopping = ExerciseGrader(
        call,
        checks: [
            call.check(
                "validation", "the validation loss decides, and its best epoch is kept",
                inputs: { generator in
                    let usual = (2..<4).map { patience in
                        fallAndRise(best: 2 + generator.index(below: 4), patience, &generator)
                    }
                    // The first epoch may be the best; losses may be large and gains small.
                    return usual + [fallAndRise(best: 0, 3, &generator), smallGains(&generator)]
                },
                comparing: compareEnds),
            call.check(
                "patience", "only epochs in a row count, and nothing after the end does",
                inputs: { generator in (2..<5).map { bumps(patience: $0, &generator) } },
                comparing: compareEnds),
            call.check(
                "no improvement", "equal losses and what is not a number are not better",
                inputs: noImprovement, comparing: compareEnds),
        ],
        misconceptions: stoppingMisconceptions,
        alternatives: [
            call.answer("the end where the best epoch lies `patience` epochs back") {
                _, validationLosses, patience in
                var best: Int?
                for epoch in validationLosses.indices {
                    let smallest = best.map { validationLosses[$0] } ?? .infinity
                    if validationLosses[epoch] < smallest { best = epoch }
                    if epoch - (best ?? -1) == patience {
                        return TrainingEnd(lastEpoch: epoch, bestEpoch: best ?? 0)
                    }
                }
                return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: best ?? 0)
            }
        ],
        hints: Hints(
            question: "Which numbers must you remember from epoch to epoch?",
            concept: "The best loss so far, its epoch, and how many epochs have passed since. A "
                + "better loss replaces the first two and sets the third to 0; any other adds 1 "
                + "to it.",
            step: "[0.8, 0.6, 0.7, 0.6, 0.5], patience 2: epoch 0 best, 1 best, 2 waited 1, 3 "
                + "waited 2 (0.6 is not smaller than 0.6): end with last 3, best 1."))

    private static let stoppingMisconceptions = [
        call.misconception(
            "you watch the training loss", check: "validation",
            hints: Hints(
                question: "Which of the two losses can fall to 0 by learning all patches by heart?",
                concept: "The training loss falls for as long as you like. What the network can "
                    + "do with other patches, only other patches say.",
                step: "Compare validationLosses[epoch].")
        ) { trainingLosses, _, patience in
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: trainingLosses,
                patience: patience)
        },
        call.misconception(
            "you keep the network of the last epoch", check: "validation",
            hints: Hints(
                question: "The training ends because it became worse. Which network do you want?",
                concept: "Between the best epoch and the end lie `patience` worse ones.",
                step: "Remember the epoch at each improvement, and return it as bestEpoch.")
        ) { trainingLosses, validationLosses, patience in
            var end = try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience)
            end.bestEpoch = end.lastEpoch
            return end
        },
        call.misconception(
            "you wait one epoch too long", check: "validation",
            hints: Hints(
                question: "Patience 1: after how many epochs without a better one is the end?",
                concept: "As soon as `patience` epochs in a row were not better, not when one "
                    + "more has passed.",
                step: "Ask waited == patience after adding 1.")
        ) { trainingLosses, validationLosses, patience in
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience + 1)
        },
        call.misconception(
            "you end with the first epoch that is not better", check: "validation",
            hints: Hints(
                question: "A validation loss goes up and down by chance. What does patience do?",
                concept: "It puts up with a few bad epochs in the hope of a better one.",
                step: "Count them, and end at `patience`.")
        ) { trainingLosses, validationLosses, _ in
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses, patience: 1)
        },
        call.misconception(
            "you count all epochs without an improvement, not those in a row", check: "patience",
            hints: Hints(
                question: "A new best epoch: what becomes of your count?",
                concept: "The loss still falls, if not in each epoch: patience begins anew.",
                step: "Set waited = 0 at each improvement.")
        ) { _, validationLosses, patience in
            stopped(validationLosses, patience, resets: false) { $0 < $1 }
        },
        call.misconception(
            "an epoch that is as good as the best counts as better", check: "no improvement",
            hints: Hints(
                question: "The loss stays at 0.5 for ever. When does your training end?",
                concept: "Better is smaller. Of equals, the first is kept.",
                step: "Write < where you write <=.")
        ) { _, validationLosses, patience in
            stopped(validationLosses, patience) { $0 <= $1 }
        },
        call.misconception(
            "what is not a number counts as better", check: "no improvement",
            hints: Hints(
                question: "What is nan >= 0.5, and what is not (nan >= 0.5)?",
                concept: "Every comparison with not-a-number is false. Ask whether the loss is "
                    + "smaller, not whether it is not larger.",
                step: "if loss < best { ... }.")
        ) { _, validationLosses, patience in
            stopped(validationLosses, patience) { !($0 >= $1) }
        },
        call.misconception(
            "you look at epochs that are never trained", check: "patience",
            hints: Hints(
                question: "The training has ended. Does the loss of the next epoch exist?",
                concept: "The list holds what would come; the end comes before. The best epoch "
                    + "lies at or before the last one.",
                step: "Return from within the loop.")
        ) { trainingLosses, validationLosses, patience in
            var end = try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience)
            end.bestEpoch = stopped(validationLosses, .max) { $0 < $1 }.bestEpoch
            return end
        },
        call.misconception(
            "you compare with the epoch before, not with the best", check: "patience",
            hints: Hints(
                question: "0.5, then 0.9, then 0.8: is the third epoch better than the best?",
                concept: "A loss may fall again and still be worse than it was once.",
                step: "Keep the best loss in a variable, and change it only when it is beaten.")
        ) { _, validationLosses, patience in
            var (before, best, waited) = (Double.infinity, 0, 0)
            for (epoch, loss) in validationLosses.enumerated() {
                let isBetter = loss < before
                if isBetter { best = epoch }
                waited = isBetter ? 0 : waited + 1
                if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: best) }
                before = loss
            }
            return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: best)
        },
    ]

    private static func compareEnds(
        _ expected: TrainingEnd, _ got: TrainingEnd, trainingLosses _: [Double],
        validationLosses: [Double], patience: Int
    ) -> Verdict {
        if expected == got { return .right }
        func words(_ end: TrainingEnd) -> String {
            "last epoch \(end.lastEpoch), best \(end.bestEpoch)"
        }
        let shown = validationLosses.map { ($0 * 1000).rounded() / 1000 }
        return .wrong(
            "validation losses \(shown), patience \(patience): expected \(words(expected)), got "
                + "\(words(got))")
    }

    /// The validation loss falls, and rises from its best epoch on; the training loss only falls.
    private static func fallAndRise(
        best: Int, _ patience: Int, _ generator: inout SeededGenerator
    ) -> Losses {
        let count = best + patience + 3
        let step = generator.uniform(0.02, 0.05)
        return (
            (0..<count).map { 0.9 - 0.05 * Double($0) },
            (0..<count).map { 0.5 + step * Double(abs($0 - best)) }, patience
        )
    }

    /// Losses above 1 that still become better, by less than a thousandth, then a millionth.
    private static func smallGains(_ generator: inout SeededGenerator) -> Losses {
        let start = generator.uniform(2, 4)
        let gains = [0, -0.3, -0.3004, -0.3007, -0.30070002, -0.30070005, -0.2, -0.1, 0]
        let losses = gains.map { start + $0 }
        return (losses, losses, 2)
    }

    /// Two bumps that are borne, then one that is not, though the loss falls again within it; what
    /// follows would have been better.
    private static func bumps(
        patience: Int, _ generator: inout SeededGenerator
    ) -> Losses {
        let start = generator.index(below: 3)
        var losses = (0..<start + 2).map { 1 - 0.01 * Double($0) }
        for level in [0.8, 0.7] {
            losses += (0..<patience - 1).map { level + 0.18 - 0.01 * Double($0) + 0.02 }
            losses.append(level + generator.uniform(0, 0.02))
        }
        losses += (0..<patience).map { 0.95 - 0.02 * Double($0) }
        losses += [0.3, 0.2]
        return (losses, losses, patience)
    }

    private static func noImprovement(_ generator: inout SeededGenerator) -> [Losses] {
        let start = 2 + generator.index(below: 3)
        let fall = (0..<start).map { 0.9 - 0.1 * Double($0) }
        let level = generator.uniform(0.3, 0.5)
        let flat = fall + [Double](repeating: level, count: 6)
        let holes = [0.95, .nan] + fall + [.nan, 0.92, .nan, 0.91, .nan]
        let nothing = [Double](repeating: .nan, count: 4)
        let short = 2 + generator.index(below: 2)
        return [(flat, 3), (holes, 3), (nothing, short), (nothing, 5), (fall, 2)].map {
            losses, patience in (losses, losses, patience)
        }
    }
}

/// The rule with another comparison of a loss with the best, and with or without starting to count
/// again.
private func stopped(
    _ losses: [Double], _ patience: Int, resets: Bool = true,
    isBetter: (_ loss: Double, _ best: Double) -> Bool
) -> TrainingEnd {
    var (best, bestEpoch, waited) = (Double.infinity, 0, 0)
    for (epoch, loss) in losses.enumerated() {
        if isBetter(loss, best) {
            (best, bestEpoch) = (loss, epoch)
            if resets { waited = 0 }
        } else {
            waited += 1
        }
        if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: bestEpoch) }
    }
    return TrainingEnd(lastEpoch: losses.count - 1, bestEpoch: bestEpoch)
}
