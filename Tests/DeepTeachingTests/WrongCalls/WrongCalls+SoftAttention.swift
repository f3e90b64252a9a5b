@testable import DeepTeaching

private let places = Variable(Tensor<Float>.ones([2, 4, 3]))

private func attention(width: Int = 5) -> SoftAttention<Float> {
    var generator = SeededGenerator(seed: 0)
    return SoftAttention(features: 3, hidden: 2, width: width, using: &generator)
}

/// Soft attention to what does not fit, or to nothing.
let wrongSoftAttention: [WrongCall] = [
    WrongCall("annotations that are a map", "annotations are [batch, place, features], not of") {
        _ = try AnnotationGrid(places.reshaped([2, 2, 2, 3]))
    },
    WrongCall("annotations of too few features", "each place needs 3 features") {
        _ = attention().prepared(try AnnotationGrid(places.reshaped([2, 6, 2])))
    },
    WrongCall("a mask of other places", "it must be [2, 4]") {
        _ = try AnnotationGrid(places, where: .ones([2, 3]))
    },
    WrongCall("a mask of halves", "a mask says 1 for a place that counts") {
        _ = try AnnotationGrid(places, where: Tensor(repeating: 0.5, shape: [2, 4]))
    },
    WrongCall("a slide of background", "None of the 4 places of slide 0 shows tissue") {
        _ = try AnnotationGrid(places, where: .zeros([2, 4]))
    },
    WrongCall("pictures without places", "None of the 0 places of slide 0 shows tissue") {
        _ = try AnnotationGrid(Variable(Tensor<Float>.zeros([2, 0, 3])))
    },
    WrongCall("a state of another length", "it must be [2, 2]") {
        let attention = attention()
        _ = attention(
            attention.prepared(try AnnotationGrid(places)), after: Variable(.ones([2, 3])))
    },
    WrongCall("scores of another width", "they are [hidden, width], [width] and") {
        _ = SoftAttention<Float>(
            annotations: Dense(weights: .ones([3, 5]), bias: .ones([5])), state: .ones([2, 5]),
            scores: .ones([4]))
    },
    WrongCall("a gate of two numbers", "a gate of shape [2, 2] does not fit a state of 2") {
        _ = SoftAttention<Float>(
            annotations: Dense(weights: .ones([3, 5]), bias: .ones([5])), state: .ones([2, 5]),
            scores: .ones([5]), gate: Dense(weights: .ones([2, 2]), bias: .ones([2])))
    },
    WrongCall("attention without a width", "attention needs features, a state and a width") {
        _ = attention(width: 0)
    },
    WrongCall("a network that never looks", "a network that looks 0 times sees nothing") {
        var generator = SeededGenerator(seed: 0)
        _ = SoftAttentionClassifier<Float>(
            features: 3, hidden: 2, width: 5, classes: 2, steps: 0, using: &generator)
    },
    WrongCall("a penalty for weights without steps", "are [batch, step, place] of one item") {
        _ = doublyStochasticPenalty(Variable(Tensor<Float>.ones([2, 4])))
    },
    WrongCall("a penalty that counts -1 times", "a penalty cannot count -1.0 times") {
        _ = doublyStochasticPenalty(places, factor: -1)
    },
    WrongCall("a penalty of other places", "does not fit weights of shape [2, 4, 3]") {
        _ = doublyStochasticPenalty(places, where: .ones([2, 4]))
    },
    WrongCall("a softmax of what is masked out", "row 0 of a mask of shape [2, 3] leaves nothing") {
        _ = Tensor<Float>.ones([2, 3]).softmax(where: .zeros([2, 3]))
    },
    WrongCall("a softmax with another mask", "does not fit rows of shape [2, 3]") {
        _ = Tensor<Float>.ones([2, 3]).softmax(where: .ones([3]))
    },
    WrongCall("scores of places that do not fit", "they are [batch, place, width]") {
        _ = places.additiveScores(
            state: Variable(.ones([2, 4])), weights: Variable(.ones([3])))
    },
]
