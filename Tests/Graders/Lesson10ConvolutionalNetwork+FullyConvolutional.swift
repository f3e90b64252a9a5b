import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.fullyConvolutional

extension ConvolutionalNetworkGraders {
    static let fullyConvolutional = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one place", "on a window alone it says what the dense layer says",
                inputs: { generator in
                    let side = 2 + generator.index(below: 2)
                    let inputs = side * side * 2
                    return [
                        (
                            features: generator.tensor([side, side, 2]),
                            weights: generator.tensor([inputs, 3]),
                            bias: generator.tensor([3], from: 1, to: 2), side
                        )
                    ]
                }, compare: compare),
            call.check(
                "every place", "the window moves on by one place, for as long as it fits",
                inputs: { generator in
                    let side = 2 + generator.index(below: 2)
                    let features = generator.tensor([side + 2, side + 4, 1])
                    let weights = Tensor<Double>(
                        repeating: generator.uniform(0.5, 1), shape: [side * side, 1])
                    return [(features, weights, bias: .zeros([1]), side)]
                }, compare: compare),
        ],
        misconceptions: fullyConvolutionalMisconceptions,
        alternatives: [
            call.answer("cuts out each window, flattens it and asks the dense layer") {
                features, weights, bias, side in
                let (rows, columns) = (features.shape[0] - side + 1, features.shape[1] - side + 1)
                let windows = (0..<rows * columns).map { number in
                    let (y, x) = (number / columns, number % columns)
                    return features.slice(y..<y + side).slice(x..<x + side, axis: 1).elements
                }
                return (Tensor(rows: windows).matrixProduct(weights) + bias)
                    .reshaped([rows, columns, bias.count])
            }
        ],
        hints: Hints(
            question: "Cut out one window and flatten it. Which of its numbers meets which weight?",
            concept: "A dense layer multiplies each number of its window by a weight and adds up. "
                + "That is a convolution with a kernel as large as the window; so it can be asked "
                + "at every place.",
            step:
                "For each (y, x): sum = bias[k]; for dy, dx, c: sum += weights[(dy * side + dx) * "
                + "channels + c, k] * features[y + dy, x + dx, c]."))

    private static let fullyConvolutionalMisconceptions = [
        call.misconception(
            "the window is read from its end", check: "one place",
            hints: Hints(
                question: "Which number of the window meets weight 0?",
                concept: "The first one: nothing is flipped.",
                step: "features[y + dy, x + dx, c] with weight (dy * side + dx) * channels + c.")
        ) { features, weights, bias, side in
            let kernel = kernel(weights, side).reversed(axis: 0).reversed(axis: 1)
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        },
        call.misconception(
            "the window is read column by column", check: "one place",
            hints: Hints(
                question: "Which place follows (0, 0) when a window is flattened?",
                concept: "(0, 1): row-major, as all tensors here.",
                step: "(dy * side + dx), not (dx * side + dy).")
        ) { features, weights, bias, side in
            let kernel = kernel(weights, side).transposed([1, 0, 2, 3])
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        },
        call.misconception(
            "the window is read channel by channel", check: "one place",
            hints: Hints(
                question: "Two channels: which number of the window meets weight 1?",
                concept: "The second channel of the first place: the channel is the last axis and "
                    + "varies fastest.",
                step: "(dy * side + dx) * channels + c.")
        ) { features, weights, bias, side in
            let (channels, classes) = (features.shape[2], weights.shape[1])
            let kernel = weights.reshaped([channels, side * side, classes]).transposed([1, 0, 2])
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        },
        call.misconception(
            "you return probabilities", check: "one place",
            hints: Hints(
                question: "Does a dense layer end with a softmax?",
                concept: "Not by itself: it returns logits, any numbers. The softmax is a step of "
                    + "its own.",
                step: "Return the sums as they are.")
        ) { features, weights, bias, side in
            try solution(features, weights, bias, side).softmax()
        },
        call.misconception(
            "the bias is missing", check: "one place",
            hints: Hints(
                question: "What does the dense layer say to a window of zeros?",
                concept: "Its bias; and so does every place of the map.",
                step: "var sum = bias[k].")
        ) { features, weights, bias, side in
            try solution(features, weights, .zeros(bias.shape), side)
        },
        call.misconception(
            "your windows lie edge to edge", check: "every place",
            hints: Hints(
                question: "Six places, a window of two: how many places can it take?",
                concept: "Five: it moves on by one place. Windows edge to edge would be a stride, "
                    + "and three.",
                step: "y runs below height - side + 1.")
        ) { features, weights, bias, side in
            try solution(features, weights, bias, side)
                .strided(by: side, axis: 0).strided(by: side, axis: 1)
        },
        call.misconception(
            "the last row and column of windows is lost", check: "every place",
            hints: Hints(
                question: "Where does the last window begin that still fits?",
                concept: "At height - side; counted from 0 these are height - side + 1 windows.",
                step: "0..<height - side + 1, or 0...height - side.")
        ) { features, weights, bias, side in
            let all = try solution(features, weights, bias, side)
            return all.corner(
                rows: max(1, all.shape[0] - 1), columns: max(1, all.shape[1] - 1), axis: 0)
        },
        call.misconception(
            "every place repeats the first window", check: "every place",
            hints: Hints(
                question: "Do y and x occur where you read the features?",
                concept: "The window must move: its corner is (y, x).",
                step: "features[y + dy, x + dx, c].")
        ) { features, weights, bias, side in
            let all = try solution(features, weights, bias, side)
            return all.corner(rows: 1, columns: 1, axis: 0).broadcast(to: all.shape)
        },
    ]
}

/// The weights as a kernel, axes [side, side, channel, class].
private func kernel(_ weights: Tensor<Double>, _ side: Int) -> Tensor<Double> {
    weights.reshaped([side, side, weights.shape[0] / (side * side), weights.shape[1]])
}

private func solution(
    _ features: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Tensor<Double>, _ side: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.fullyConvolutional(
        features, weights: weights, bias: bias, side: side)
}
