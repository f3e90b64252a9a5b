import DeepTeaching

/// The functions to write in Lesson 2: how a line, and a probability, learn.
public protocol RegressionContract: Sendable {
    /// What a linear model predicts for each sample.
    static func hypothesis(
        features: [[Double]], weights: [Double], bias: Double
    ) throws -> [Double]

    /// Half the mean squared error of some predictions.
    static func meanSquaredCost(predictions: [Double], targets: [Double]) throws -> Double

    /// The gradient of the cost with respect to weights and bias.
    static func gradient(
        features: [[Double]], predictions: [Double], targets: [Double]
    ) throws -> LinearGradient

    /// One step of gradient descent for a line through points.
    static func gradientStep(
        x: [Double], y: [Double], line: Line, learningRate: Double
    ) throws -> Line

    /// The probabilities that belong to some logits.
    static func sigmoid(logits: [Double]) throws -> [Double]

    /// The mean cross-entropy of yes-or-no questions, from logits.
    static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double
}

/// How a cost changes with the parameters of a linear model.
public struct LinearGradient: Codable, Sendable, Hashable {
    /// dJ/dw, one number for each feature.
    public var weights: [Double]

    /// dJ/db.
    public var bias: Double

    /// The slopes along weights and bias.
    public init(weights: [Double], bias: Double) {
        self.weights = weights
        self.bias = bias
    }
}

/// A line y = slope x + intercept.
public struct Line: Codable, Sendable, Hashable {
    /// By how much y grows when x grows by 1.
    public var slope: Double

    /// y where x is 0.
    public var intercept: Double

    /// A line.
    public init(slope: Double, intercept: Double) {
        self.slope = slope
        self.intercept = intercept
    }
}

extension LessonOutline {
    /// Lesson 2: how does a line, and a probability, learn?
    public static let regression = LessonOutline(
        name: "Lesson02Regression",
        question: "How does a line, and a probability, learn?",
        exercises: [
            Exercise(
                "hypothesis", title: "Predict with a linear model",
                checks: ["weights": 8, "bias": 4],
                step: "A line is two numbers",
                documentation: "Dense; LogisticRegression.Fitted.scores(for:)",
                librarysOwn: ["Variable", "Dense", "scores"]),
            Exercise(
                "meanSquaredCost", title: "Measure how wrong it is",
                checks: ["cost": 14],
                step: "How wrong is a line?",
                documentation: "meanSquaredError(predictions:targets:)",
                librarysOwn: ["Variable", "meanSquaredError"]),
            Exercise(
                "gradient", title: "Find out which way the cost falls",
                checks: ["bias": 8, "weights": 14],
                step: "The slopes of the cost",
                documentation: "gradients(of:at:); Dense", librarysOwn: ["Variable"]),
            Exercise(
                "gradientStep", title: "Make a step, with both numbers at once",
                checks: ["slope": 10, "intercept": 10],
                step: "One step, both numbers at once",
                documentation: "GradientDescent", librarysOwn: ["Variable", "GradientDescent"]),
            Exercise(
                "sigmoid", title: "Turn any number into a probability",
                checks: ["values": 8, "far from 0": 4],
                step: "From a line to a probability",
                documentation: "Tensor.sigmoid", librarysOwn: ["Variable", "Tensor"]),
            Exercise(
                "binaryCrossEntropy", title: "A loss that stays a number",
                checks: ["loss": 14, "certain": 6],
                step: "A loss for probabilities",
                documentation: "binaryCrossEntropy(logits:targets:positiveWeight:)",
                librarysOwn: ["Variable", "Tensor", "softplus"]),
        ])
}

/// The contract of Lesson 2 with the calls of its exercises.
public let regressionContract = LessonContract<any RegressionContract.Type>(
    .regression,
    calls: [
        RegressionCalls.hypothesis.listed, RegressionCalls.meanSquaredCost.listed,
        RegressionCalls.gradient.listed, RegressionCalls.gradientStep.listed,
        RegressionCalls.sigmoid.listed, RegressionCalls.binaryCrossEntropy.listed,
    ])
