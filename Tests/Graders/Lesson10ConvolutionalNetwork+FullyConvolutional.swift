import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension ConvolutionalNetworkGraders {
    static let fullyConvolutional = ExerciseGrader(
        "fullyConvolutional",
        checks: [
            Check(
                "one place", "on a window alone it says what the dense layer says",
                inputs: { generator in
                    let side = 2 + generator.index(below: 2)
                    let inputs = side * side * 2
                    return [
                        FullyConvolutionalInputs(
                            features: generator.tensor([side, side, 2]),
                            weights: generator.tensor([inputs, 3]),
                            bias: generator.tensor([3], from: 1, to: 2), side: side)
                    ]
                }, compare: compare),
            Check(
                "every place", "the window moves on by one place, for as long as it fits",
                inputs: { generator in
                    let side = 2 + generator.index(below: 2)
                    return [
                        FullyConvolutionalInputs(
                            features: generator.tensor([side + 2, side + 4, 1]),
                            weights: Tensor(
                                repeating: generator.uniform(0.5, 1), shape: [side * side, 1]),
                            bias: .zeros([1]), side: side)
                    ]
                }, compare: compare),
        ],
        misconceptions: fullyConvolutionalMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.WindowByWindow.self)],
        hints: Hints(
            question: "Cut out one window and flatten it. Which of its numbers meets which weight?",
            concept: "A dense layer multiplies each number of its window by a weight and adds up. "
                + "That is a convolution with a kernel as large as the window; so it can be asked "
                + "at every place.",
            step:
                "For each (y, x): sum = bias[k]; for dy, dx, c: sum += weights[(dy * side + dx) * "
                + "channels + c, k] * features[y + dy, x + dx, c]."))

    private static let fullyConvolutionalMisconceptions = [
        Misconception(
            "the window is read from its end",
            mutant: answer(ConvolutionalNetworkMutants.WindowFlipped.self), check: "one place",
            hints: Hints(
                question: "Which number of the window meets weight 0?",
                concept: "The first one: nothing is flipped.",
                step: "features[y + dy, x + dx, c] with weight (dy * side + dx) * channels + c.")),
        Misconception(
            "the window is read column by column",
            mutant: answer(ConvolutionalNetworkMutants.WindowTransposed.self), check: "one place",
            hints: Hints(
                question: "Which place follows (0, 0) when a window is flattened?",
                concept: "(0, 1): row-major, as all tensors here.",
                step: "(dy * side + dx), not (dx * side + dy).")),
        Misconception(
            "the window is read channel by channel",
            mutant: answer(ConvolutionalNetworkMutants.WindowChannelsFirst.self),
            check: "one place",
            hints: Hints(
                question: "Two channels: which number of the window meets weight 1?",
                concept: "The second channel of the first place: the channel is the last axis and "
                    + "varies fastest.",
                step: "(dy * side + dx) * channels + c.")),
        Misconception(
            "you return probabilities",
            mutant: answer(ConvolutionalNetworkMutants.ProbabilitiesForLogits.self),
            check: "one place",
            hints: Hints(
                question: "Does a dense layer end with a softmax?",
                concept: "Not by itself: it returns logits, any numbers. The softmax is a step of "
                    + "its own.",
                step: "Return the sums as they are.")),
        Misconception(
            "the bias is missing",
            mutant: answer(ConvolutionalNetworkMutants.WindowWithoutBias.self), check: "one place",
            hints: Hints(
                question: "What does the dense layer say to a window of zeros?",
                concept: "Its bias; and so does every place of the map.",
                step: "var sum = bias[k].")),
        Misconception(
            "your windows lie edge to edge",
            mutant: answer(ConvolutionalNetworkMutants.WindowsEdgeToEdge.self),
            check: "every place",
            hints: Hints(
                question: "Six places, a window of two: how many places can it take?",
                concept: "Five: it moves on by one place. Windows edge to edge would be a stride, "
                    + "and three.",
                step: "y runs below height - side + 1.")),
        Misconception(
            "the last row and column of windows is lost",
            mutant: answer(ConvolutionalNetworkMutants.LastWindowLost.self), check: "every place",
            hints: Hints(
                question: "Where does the last window begin that still fits?",
                concept: "At height - side; counted from 0 these are height - side + 1 windows.",
                step: "0..<height - side + 1, or 0...height - side.")),
        Misconception(
            "every place repeats the first window",
            mutant: answer(ConvolutionalNetworkMutants.FirstWindowEverywhere.self),
            check: "every place",
            hints: Hints(
                question: "Do y and x occur where you read the features?",
                concept: "The window must move: its corner is (y, x).",
                step: "features[y + dy, x + dx, c].")),
    ]
}
