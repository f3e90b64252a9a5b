import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.maxPoolingGradient

extension ConvolutionalNetworkGraders {
    static let maxPoolingGradient = ExerciseGrader(
        call,
        checks: [
            call.check(
                "winners", "the largest number of each square gets the gradient, all others 0",
                inputs: { generator in
                    [
                        poolingGradient(generator.tensor([2, 4, 6, 2]), size: 2, &generator),
                        poolingGradient(generator.tensor([1, 3, 6, 2]), size: 3, &generator),
                    ]
                }, compare: compare),
            call.check(
                "ties", "of equally large numbers the first one gets it",
                inputs: { generator in [tiedSquares(&generator)] }, compare: compare),
            call.check(
                "rest", "what fills no square gets 0",
                inputs: { generator in
                    [poolingGradient(generator.tensor([1, 5, 7, 1]), size: 2, &generator)]
                }, comparing: compareShapes),
        ],
        misconceptions: poolingGradientMisconceptions,
        alternatives: [
            call.answer("lists the numbers of each square, and finds the largest") {
                images, size, outputGradient in
                spread(images, size, outputGradient) { square, _ in
                    let first = square.firstIndex(of: square.max() ?? 0)
                    return square.indices.map { $0 == first ? 1 : 0 }
                }
            }
        ],
        hints: Hints(
            question: "Who decided what a square said, and who had no say?",
            concept: "Walk over the squares once more, find the place of the largest number, and "
                + "write the gradient there. Everything else stays 0.",
            step: "Remember the place: var winner = (y: oy * size, x: ox * size), replaced only "
                + "where a number is larger (>, so that of equals the first one stays)."))

    private static let poolingGradientMisconceptions = [
        call.misconception(
            "every number of the square gets the whole gradient", check: "winners",
            hints: Hints(
                question: "The smallest of four grows a little. Does the largest change?",
                concept: "No, so its gradient is 0: only the winner had a say.",
                step: "Write the gradient at one place of each square.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, _ in square.map { _ in 1 } }
        },
        call.misconception(
            "the square shares the gradient, as after a mean", check: "winners",
            hints: Hints(
                question: "Which operation has the derivative 1/4 for each of four numbers?",
                concept: "The mean. The maximum has 1 for the winner and 0 for the others.",
                step: "No division: the winner gets all of it.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, _ in
                square.map { _ in 1 / Double(square.count) }
            }
        },
        call.misconception(
            "the winner's number comes along as a factor", check: "winners",
            hints: Hints(
                question: "The largest number grows by 0.1. By how much does the output grow?",
                concept: "By 0.1: the derivative is 1, whatever the number is.",
                step: "gradient[b, y, x, c] = outputGradient[b, oy, ox, c].")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, winner in
                square.indices.map { $0 == winner ? square[$0] : 0 }
            }
        },
        call.misconception(
            "the first number of the square gets the gradient", check: "winners",
            hints: Hints(
                question: "Do you look at the images at all?",
                concept:
                    "The way back needs what the way forward saw: which place held the largest "
                    + "number.",
                step: "Search the winner in images[b, y, x, c] before you write.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, _ in
                square.indices.map { $0 == 0 ? 1 : 0 }
            }
        },
        call.misconception(
            "one winner serves all channels", check: "winners",
            hints: Hints(
                question: "Did all channels of a square have their largest number at one place?",
                concept: "Channels are pooled each for itself, so each has its own winner.",
                step: "Compare images[b, y, x, c] with the c of the gradient.")
        ) { images, size, outputGradient in
            let first = images.slice(0..<1, axis: 3).broadcast(to: images.shape)
            return try ConvolutionalNetworkSolution.maxPoolingGradient(
                images: first, size: size, outputGradient: outputGradient)
        },
        call.misconception(
            "all of the largest numbers get the gradient", check: "ties",
            hints: Hints(
                question: "Two numbers tie. How much gradient leaves the square, and how much came "
                    + "in?",
                concept: "After a ReLU whole squares are 0 and tie; giving each the gradient would "
                    + "multiply it by four in every layer. One winner keeps the sum.",
                step: "Find one place first, then write once.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, winner in
                square.map { $0 == square[winner] ? 1 : 0 }
            }
        },
        call.misconception(
            "equally large numbers share the gradient", check: "ties",
            hints: Hints(
                question: "Where does the contract say the gradient goes in a tie?",
                concept: "Sharing is a fair convention, too; here, as in most libraries, the first "
                    + "winner takes all.",
                step: "Do not count equals; keep the first place.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, winner in
                let count = square.count { $0 == square[winner] }
                return square.map { $0 == square[winner] ? 1 / Double(count) : 0 }
            }
        },
        call.misconception(
            "of equally large numbers the last one gets it", check: "ties",
            hints: Hints(
                question: "What does your search do when a number is equal to the largest so far?",
                concept: "A search that replaces by equals ends with the last of them.",
                step: "Replace where >, not where >=.")
        ) { images, size, outputGradient in
            spread(images, size, outputGradient) { square, winner in
                let last = square.lastIndex(of: square[winner])
                return square.indices.map { $0 == last ? 1 : 0 }
            }
        },
        call.misconception(
            "the gradient is smaller than the images", check: "rest",
            hints: Hints(
                question: "Which shape must the gradient of something have?",
                concept: "Its own: one number for each pixel. A pixel that fills no square had no "
                    + "say, so its number is 0.",
                step: "Begin with Tensor<Double>.zeros(images.shape).")
        ) { images, size, outputGradient in
            try ConvolutionalNetworkSolution.maxPoolingGradient(
                images: images, size: size, outputGradient: outputGradient
            ).corner(
                rows: images.shape[1] / size * size, columns: images.shape[2] / size * size,
                axis: 1)
        },
    ]

    /// Only the shape, and the zeros of what fills no square.
    private static func compareShapes(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, images _: Tensor<Double>, size: Int,
        outputGradient: Tensor<Double>
    ) -> Verdict {
        guard expected.shape == got.shape else { return compare(expected, got) }
        let rows = outputGradient.shape[1] * size
        let columns = outputGradient.shape[2] * size
        let shape = expected.shape
        let verdicts = [
            compare(
                expected.slice(rows..<shape[1], axis: 1), got.slice(rows..<shape[1], axis: 1)),
            compare(
                expected.slice(columns..<shape[2], axis: 2),
                got.slice(columns..<shape[2], axis: 2)),
        ]
        return .all(verdicts[0], verdicts[1])
    }

    private typealias Pooled = (
        images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
    )

    private static func poolingGradient(
        _ images: Tensor<Double>, size: Int, _ generator: inout SeededGenerator
    ) -> Pooled {
        let shape = images.shape
        let pooled = [shape[0], shape[1] / size, shape[2] / size, shape[3]]
        return (images, size, generator.tensor(pooled))
    }

    /// Squares of two numbers each, the larger one twice or more often.
    private static func tiedSquares(
        _ generator: inout SeededGenerator
    ) -> Pooled {
        var images = Tensor<Double>.zeros([1, 4, 6, 1])
        for oy in 0..<2 {
            for ox in 0..<3 {
                let large = 1 + Double(generator.index(below: 5))
                let square = generator.shuffled([
                    large, large, 0, generator.uniform() < 0.5 ? 0 : large,
                ])
                for (place, value) in square.enumerated() {
                    images[0, 2 * oy + place / 2, 2 * ox + place % 2, 0] = value
                }
            }
        }
        return poolingGradient(images, size: 2, &generator)
    }
}

/// The gradient of each square times the factors of its numbers.
///
/// - Parameter factors: of the numbers of a square, row by row, and the index of the winner.
private func spread(
    _ images: Tensor<Double>, _ size: Int, _ outputGradient: Tensor<Double>,
    _ factors: (_ square: [Double], _ winner: Int) -> [Double]
) -> Tensor<Double> {
    var gradient = Tensor<Double>.zeros(images.shape)
    for b in 0..<images.shape[0] {
        for oy in 0..<outputGradient.shape[1] {
            for ox in 0..<outputGradient.shape[2] {
                for c in 0..<images.shape[3] {
                    let places = (0..<size * size).map {
                        (y: oy * size + $0 / size, x: ox * size + $0 % size)
                    }
                    let square = places.map { images[b, $0.y, $0.x, c] }
                    let winner = square.firstIndex(of: square.max() ?? 0) ?? 0
                    for (place, factor) in zip(places, factors(square, winner)) {
                        gradient[b, place.y, place.x, c] = factor * outputGradient[b, oy, ox, c]
                    }
                }
            }
        }
    }
    return gradient
}
