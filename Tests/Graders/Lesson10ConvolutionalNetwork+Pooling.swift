import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension ConvolutionalNetworkGraders {
    static let maxPooling = ExerciseGrader(
        "maxPooling",
        checks: [
            Check(
                "maxima", "the largest number of each square, channel by channel",
                inputs: { generator in
                    [
                        MaxPoolingInputs(images: generator.tensor([2, 4, 6, 3], from: 0), size: 2),
                        MaxPoolingInputs(images: generator.tensor([1, 6, 3, 2], from: 0), size: 3),
                    ]
                }, compare: compare),
            Check(
                "below zero", "the largest number may be negative",
                inputs: { generator in
                    [MaxPoolingInputs(images: generator.tensor([1, 4, 4, 1], to: -0.1), size: 2)]
                }, compare: compare),
            Check(
                "rest", "rows and columns that fill no square are left out",
                inputs: { generator in
                    [
                        MaxPoolingInputs(images: generator.tensor([1, 5, 7, 1], from: 0), size: 2),
                        MaxPoolingInputs(images: generator.tensor([1, 4, 8, 1], from: 0), size: 3),
                    ]
                }, compare: compare),
        ],
        misconceptions: poolingMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.RowsThenColumns.self)],
        hints: Hints(
            question: "With what do you begin, if all numbers of a square may be negative?",
            concept: "Four loops choose an output; two more walk over its square and keep the "
                + "largest number so far.",
            step:
                "The square of output (oy, ox) holds the rows oy * size ..< (oy + 1) * size. Begin "
                + "with -Double.infinity, and keep max(largest, images[b, y, x, c])."))

    private static let poolingMisconceptions = [
        Misconception(
            "you take the mean of the square",
            mutant: answer(ConvolutionalNetworkMutants.MeanOfTheSquare.self), check: "maxima",
            hints: Hints(
                question: "Did a feature occur in the square: does the mean tell?",
                concept: "The largest number says whether a feature was seen anywhere in the "
                    + "square; the mean dilutes it. (Average pooling exists, too.)",
                step: "Keep the largest, and do not divide.")),
        Misconception(
            "you keep the smallest number",
            mutant: answer(ConvolutionalNetworkMutants.SmallestOfTheSquare.self), check: "maxima",
            hints: Hints(
                question: "Of 1, 5, 3 and 4, which one do you keep?",
                concept: "The largest. The comparison stands the wrong way round.",
                step: "Replace the number so far where the new one is larger.")),
        Misconception(
            "the squares move on by one pixel",
            mutant: answer(ConvolutionalNetworkMutants.OverlappingSquares.self), check: "maxima",
            hints: Hints(
                question: "Four columns, squares of two: how many lie side by side?",
                concept: "They lie edge to edge: pooling makes the image smaller by its size.",
                step: "Square number ox begins at ox * size.")),
        Misconception(
            "you take the largest of all channels",
            mutant: answer(ConvolutionalNetworkMutants.LargestOfAllChannels.self),
            check: "maxima",
            hints: Hints(
                question: "One channel finds nuclei, another one fat. What does the larger of both "
                    + "say?",
                concept: "Nothing. Channels are different features and stay apart.",
                step: "Let the loop over c stand outside of the search for the largest.")),
        Misconception(
            "your search begins at 0",
            mutant: answer(ConvolutionalNetworkMutants.BeginsAtZero.self), check: "below zero",
            hints: Hints(
                question: "What comes out for a square of -3, -1, -2 and -5?",
                concept: "0 is not among them. A search must begin with something smaller than "
                    + "everything, or with the first number. (After a ReLU it would not matter; a "
                    + "layer does not know what stands before it.)",
                step: "var largest = -Double.infinity.")),
        Misconception(
            "you keep the number that lies farthest from 0",
            mutant: answer(ConvolutionalNetworkMutants.FarthestFromZero.self),
            check: "below zero",
            hints: Hints(
                question: "Which is larger, -1 or -5?",
                concept: "-1. The size without its sign is another question.",
                step: "Compare the numbers themselves, without abs.")),
        Misconception(
            "squares hang over the border",
            mutant: answer(ConvolutionalNetworkMutants.SquaresHangOver.self), check: "rest",
            hints: Hints(
                question: "Five rows, squares of two: how many squares?",
                concept: "Two; the fifth row fills none and is left out.",
                step: "images.shape[1] / size, which Swift rounds down.")),
    ]

    static let maxPoolingGradient = ExerciseGrader(
        "maxPoolingGradient",
        checks: [
            Check(
                "winners", "the largest number of each square gets the gradient, all others 0",
                inputs: { generator in
                    [
                        poolingGradient(generator.tensor([2, 4, 6, 2]), size: 2, &generator),
                        poolingGradient(generator.tensor([1, 3, 6, 2]), size: 3, &generator),
                    ]
                }, compare: compare),
            Check(
                "ties", "of equally large numbers the first one gets it",
                inputs: { generator in [tiedSquares(&generator)] }, compare: compare),
            Check(
                "rest", "what fills no square gets 0",
                inputs: { generator in
                    [poolingGradient(generator.tensor([1, 5, 7, 1]), size: 2, &generator)]
                }, comparing: compareShapes),
        ],
        misconceptions: poolingGradientMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.ListedSquares.self)],
        hints: Hints(
            question: "Who decided what a square said, and who had no say?",
            concept: "Walk over the squares once more, find the place of the largest number, and "
                + "write the gradient there. Everything else stays 0.",
            step: "Remember the place: var winner = (y: oy * size, x: ox * size), replaced only "
                + "where a number is larger (>, so that of equals the first one stays)."))

    private static let poolingGradientMisconceptions = [
        Misconception(
            "every number of the square gets the whole gradient",
            mutant: answer(ConvolutionalNetworkMutants.GradientForAll.self), check: "winners",
            hints: Hints(
                question: "The smallest of four grows a little. Does the largest change?",
                concept: "No, so its gradient is 0: only the winner had a say.",
                step: "Write the gradient at one place of each square.")),
        Misconception(
            "the square shares the gradient, as after a mean",
            mutant: answer(ConvolutionalNetworkMutants.GradientShared.self), check: "winners",
            hints: Hints(
                question: "Which operation has the derivative 1/4 for each of four numbers?",
                concept: "The mean. The maximum has 1 for the winner and 0 for the others.",
                step: "No division: the winner gets all of it.")),
        Misconception(
            "the winner's number comes along as a factor",
            mutant: answer(ConvolutionalNetworkMutants.TimesTheWinner.self), check: "winners",
            hints: Hints(
                question: "The largest number grows by 0.1. By how much does the output grow?",
                concept: "By 0.1: the derivative is 1, whatever the number is.",
                step: "gradient[b, y, x, c] = outputGradient[b, oy, ox, c].")),
        Misconception(
            "the first number of the square gets the gradient",
            mutant: answer(ConvolutionalNetworkMutants.FirstOfTheSquare.self), check: "winners",
            hints: Hints(
                question: "Do you look at the images at all?",
                concept:
                    "The way back needs what the way forward saw: which place held the largest "
                    + "number.",
                step: "Search the winner in images[b, y, x, c] before you write.")),
        Misconception(
            "one winner serves all channels",
            mutant: answer(ConvolutionalNetworkMutants.WinnerOfTheFirstChannel.self),
            check: "winners",
            hints: Hints(
                question: "Did all channels of a square have their largest number at one place?",
                concept: "Channels are pooled each for itself, so each has its own winner.",
                step: "Compare images[b, y, x, c] with the c of the gradient.")),
        Misconception(
            "all of the largest numbers get the gradient",
            mutant: answer(ConvolutionalNetworkMutants.AllTiesWin.self), check: "ties",
            hints: Hints(
                question: "Two numbers tie. How much gradient leaves the square, and how much came "
                    + "in?",
                concept: "After a ReLU whole squares are 0 and tie; giving each the gradient would "
                    + "multiply it by four in every layer. One winner keeps the sum.",
                step: "Find one place first, then write once.")),
        Misconception(
            "equally large numbers share the gradient",
            mutant: answer(ConvolutionalNetworkMutants.TiesShare.self), check: "ties",
            hints: Hints(
                question: "Where does the contract say the gradient goes in a tie?",
                concept: "Sharing is a fair convention, too; here, as in most libraries, the first "
                    + "winner takes all.",
                step: "Do not count equals; keep the first place.")),
        Misconception(
            "of equally large numbers the last one gets it",
            mutant: answer(ConvolutionalNetworkMutants.LastTieWins.self), check: "ties",
            hints: Hints(
                question: "What does your search do when a number is equal to the largest so far?",
                concept: "A search that replaces by equals ends with the last of them.",
                step: "Replace where >, not where >=.")),
        Misconception(
            "the gradient is smaller than the images",
            mutant: answer(ConvolutionalNetworkMutants.RestCutOff.self), check: "rest",
            hints: Hints(
                question: "Which shape must the gradient of something have?",
                concept: "Its own: one number for each pixel. A pixel that fills no square had no "
                    + "say, so its number is 0.",
                step: "Begin with Tensor<Double>.zeros(images.shape).")),
    ]

    /// Only the shape, and the zeros of what fills no square.
    private static func compareShapes(
        _ inputs: MaxPoolingGradientInputs, _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        guard expected.shape == got.shape else { return compare(expected, got) }
        let rows = inputs.outputGradient.shape[1] * inputs.size
        let columns = inputs.outputGradient.shape[2] * inputs.size
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

    private static func poolingGradient(
        _ images: Tensor<Double>, size: Int, _ generator: inout SeededGenerator
    ) -> MaxPoolingGradientInputs {
        let shape = images.shape
        return MaxPoolingGradientInputs(
            images: images, size: size,
            outputGradient: generator.tensor(
                [shape[0], shape[1] / size, shape[2] / size, shape[3]]))
    }

    /// Squares of two numbers each, the larger one twice or more often.
    private static func tiedSquares(
        _ generator: inout SeededGenerator
    ) -> MaxPoolingGradientInputs {
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
