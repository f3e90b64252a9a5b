import Curriculum
import DeepTeaching
import GraderKit

private let call = SegmentationCalls.diceLoss

extension SegmentationGraders {
    static let diceLoss = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one mask", "twice the overlap, over the sum of both masks",
                inputs: { generator in
                    [
                        images([6], smoothing: generator.uniform(0.5, 2), &generator),
                        images([9], smoothing: 0.001, &generator),
                    ]
                }, compare: Comparison.within(tolerance)),
            call.check(
                "empty mask", "an image without tumour has a loss, and it is a number",
                inputs: { generator in
                    let smoothing = generator.uniform(0.5, 2)
                    return [
                        (probabilities: [[0, 0, 0]], targets: [[0, 0, 0]], smoothing),
                        (
                            probabilities: [[generator.uniform(0.1, 0.9), 0]], targets: [[0, 0]],
                            smoothing
                        ),
                    ]
                }, compare: Comparison.within(tolerance)),
            call.check(
                "batch", "the mean of the losses of all images",
                inputs: { generator in
                    // Images of different sizes, so that large ones could drown small ones.
                    [images([2, 12, 5], smoothing: generator.uniform(0.5, 2), &generator)]
                }, compare: Comparison.within(tolerance)),
        ],
        misconceptions: diceMisconceptions,
        alternatives: [
            call.answer("in one loop over the pixels of each image") {
                probabilities, targets, smoothing in
                var total = 0.0
                for image in probabilities.indices {
                    var (above, below) = (smoothing, smoothing)
                    for pixel in probabilities[image].indices {
                        let (p, t) = (probabilities[image][pixel], targets[image][pixel])
                        above += 2 * p * t
                        below += p + t
                    }
                    total += (below - above) / below
                }
                return total / Double(probabilities.count)
            }
        ],
        hints: Hints(
            question: "A perfect mask: what are the three sums, and what is the loss?",
            concept: "With p = t the sum of the products equals both other sums, so the fraction "
                + "is 1 and the loss 0. The smoothing stands above and below and changes nothing "
                + "there.",
            step: "For one image: overlap = sum of p * t; 1 - (2 * overlap + s) / (sum of p + sum "
                + "of t + s). Then the mean over the images."))

    private static let diceMisconceptions = [
        call.misconception(
            "you return the coefficient, not the loss", check: "one mask",
            hints: Hints(
                question: "Should a training make your number larger or smaller?",
                concept: "A loss is made smaller: 0 is perfect, 1 is nothing in common.",
                step: "1 - (2 * overlap + s) / (...).")
        ) { try mean($0, $1) { 1 - $0.loss(smoothing: $1) }($2) },
        call.misconception(
            "the factor 2 is missing", check: "one mask",
            hints: Hints(
                question: "A perfect mask: what does your fraction give?",
                concept: "About a half: below the line the shared pixels are counted twice, once "
                    + "for each mask. So they must be above.",
                step: "(2 * overlap + s) / (sum of p + sum of t + s).")
        ) { try mean($0, $1) { 1 - ($0.overlap + $1) / ($0.p + $0.t + $1) }($2) },
        call.misconception(
            "that is the intersection over the union", check: "one mask",
            hints: Hints(
                question: "What stands below your line: the sum of both masks, or their union?",
                concept: "Dice divides twice the overlap by the sum of both masks, in which the "
                    + "overlap is contained twice.",
                step: "Nothing is subtracted below the line.")
        ) { try mean($0, $1) { 1 - ($0.overlap + $1) / ($0.p + $0.t - $0.overlap + $1) }($2) },
        call.misconception(
            "an empty mask gives 0 / 0", check: "empty mask",
            hints: Hints(
                question: "All p and all t are 0. What stands above the line, and what below?",
                concept: "0 / 0 is not a number; one such image, and every weight of the network "
                    + "is not a number after the next step.",
                step: "Add the smoothing above and below the line.")
        ) { try mean($0, $1) { sums, _ in sums.loss(smoothing: 0) }($2) },
        call.misconception(
            "the smoothing stands below the line only", check: "empty mask",
            hints: Hints(
                question: "An image without tumour, and a network that finds none: what is the "
                    + "loss?",
                concept: "With s below only it is 1 - 0 / s = 1, the worst there is, for the right "
                    + "answer.",
                step: "(2 * overlap + s) above the line too.")
        ) { try mean($0, $1) { 1 - 2 * $0.overlap / ($0.p + $0.t + $1) }($2) },
        call.misconception(
            "all images count as one", check: "batch",
            hints: Hints(
                question: "A large tumour and a small one in one batch: which of them decides your "
                    + "sums?",
                concept: "The large one. The loss of each image on its own makes the small one as "
                    + "important.",
                step: "Three sums for each image, a loss for each image, and then the mean.")
        ) { probabilities, targets, smoothing in
            Sums(probabilities.flatMap { $0 }, targets.flatMap { $0 }).loss(smoothing: smoothing)
        },
        call.misconception(
            "the losses are added, not averaged", check: "batch",
            hints: Hints(
                question: "Should the loss of a batch double when the batch does?",
                concept: "Then the learning rate would mean something else for each size of a "
                    + "batch.",
                step: "Divide by the number of images.")
        ) { probabilities, targets, smoothing in
            try mean(probabilities, targets) { $0.loss(smoothing: $1) }(smoothing)
                * Double(probabilities.count)
        },
    ]

    private struct Sums {
        let p, t, overlap: Double

        init(_ p: [Double], _ t: [Double]) {
            self.p = p.reduce(0, +)
            self.t = t.reduce(0, +)
            overlap = zip(p, t).map { $0 * $1 }.reduce(0, +)
        }

        func loss(smoothing: Double) -> Double {
            1 - (2 * overlap + smoothing) / (p + t + smoothing)
        }
    }

    /// The mean over the images of what a mistaken answer makes of the sums and the smoothing.
    private static func mean(
        _ probabilities: [[Double]], _ targets: [[Double]],
        _ loss: @escaping (Sums, Double) -> Double
    ) throws -> (Double) -> Double {
        let sums = zip(probabilities, targets).map { Sums($0, $1) }
        return { smoothing in
            sums.reduce(0) { $0 + loss($1, smoothing) } / Double(sums.count)
        }
    }

    /// Images of some numbers of pixels, at least one of each of which is tumour.
    private static func images(
        _ counts: [Int], smoothing: Double, _ generator: inout SeededGenerator
    ) -> (probabilities: [[Double]], targets: [[Double]], smoothing: Double) {
        let targets = counts.map { count in
            [1.0] + (1..<count).map { _ in generator.uniform() < 0.5 ? 1 : 0 }
        }
        let probabilities = counts.map { count in
            (0..<count).map { _ in generator.uniform(0.1, 0.9) }
        }
        return (probabilities, targets, smoothing)
    }
}
