/// The calls of Lesson 2's exercises.
public enum RegressionCalls {
    /// What a linear model predicts for samples, axes [sample, feature].
    public static let hypothesis = Call("hypothesis(features:weights:bias:)") {
        (
            contract: any RegressionContract.Type, features: [[Double]], weights: [Double],
            bias: Double
        ) in
        try contract.hypothesis(features: features, weights: weights, bias: bias)
    }

    /// How wrong predictions are.
    public static let meanSquaredCost = Call("meanSquaredCost(predictions:targets:)") {
        (contract: any RegressionContract.Type, predictions: [Double], targets: [Double]) in
        try contract.meanSquaredCost(predictions: predictions, targets: targets)
    }

    /// How the cost changes with weights and bias.
    public static let gradient = Call("gradient(features:predictions:targets:)") {
        (
            contract: any RegressionContract.Type, features: [[Double]], predictions: [Double],
            targets: [Double]
        ) in
        try contract.gradient(features: features, predictions: predictions, targets: targets)
    }

    /// A line after one step.
    public static let gradientStep = Call("gradientStep(x:y:line:learningRate:)") {
        (
            contract: any RegressionContract.Type, x: [Double], y: [Double], line: Line,
            learningRate: Double
        ) in
        try contract.gradientStep(x: x, y: y, line: line, learningRate: learningRate)
    }

    /// Probabilities from logits.
    public static let sigmoid = Call("sigmoid(logits:)") {
        (contract: any RegressionContract.Type, logits: [Double]) in
        try contract.sigmoid(logits: logits)
    }

    /// The loss of logits; a label is 1 for yes, 0 for no.
    public static let binaryCrossEntropy = Call("binaryCrossEntropy(logits:labels:)") {
        (contract: any RegressionContract.Type, logits: [Double], labels: [Int]) in
        try contract.binaryCrossEntropy(logits: logits, labels: labels)
    }
}
