import DeepTeaching

/// The functions to write in Lesson 9: what a first network needs to learn whether a patch is tumour.
public protocol NeuralNetworkContract: Sendable {
    /// Pictures as rows of numbers from 0 to 1, one row for each picture.
    static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double>

    /// The weights of a new layer before a ReLU, from numbers drawn from the standard normal
    /// distribution.
    static func heInitialization(
        inputs: Int, outputs: Int, draws: [Double]
    ) throws -> Tensor<Double>

    /// Drops some of the numbers, if the network is training.
    static func dropout(
        _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
    ) throws -> Tensor<Double>

    /// The mean of -log of the probability of the right class, weighted by class.
    static func weightedCrossEntropy(
        logits: Tensor<Double>, labels: [Int], weights: [Double]
    ) throws -> Double

    /// The epoch at which a training ends, and the epoch whose network is kept.
    static func earlyStopping(
        trainingLosses: [Double], validationLosses: [Double], patience: Int
    ) throws -> TrainingEnd
}

/// The calls of Lesson 9's exercises.
public enum NeuralNetworkCalls {
    /// Pictures as rows of numbers from 0 to 1.
    public static let flattenPatches = Call("flattenPatches(patches:)") {
        (contract: any NeuralNetworkContract.Type, patches: [Image]) in
        try contract.flattenPatches(patches)
    }

    /// The weights of a new layer.
    public static let heInitialization = Call("heInitialization(inputs:outputs:draws:)") {
        (contract: any NeuralNetworkContract.Type, inputs: Int, outputs: Int, draws: [Double]) in
        try contract.heInitialization(inputs: inputs, outputs: outputs, draws: draws)
    }

    /// The loss in which each class has its weight.
    public static let weightedCrossEntropy = Call("weightedCrossEntropy(logits:labels:weights:)") {
        (
            contract: any NeuralNetworkContract.Type, logits: Tensor<Double>, labels: [Int],
            weights: [Double]
        ) in
        try contract.weightedCrossEntropy(logits: logits, labels: labels, weights: weights)
    }

    /// Some numbers dropped while the network trains.
    public static let dropout = Call("dropout(values:probability:draws:isTraining:)") {
        (
            contract: any NeuralNetworkContract.Type, values: Tensor<Double>, probability: Double,
            draws: [Double], isTraining: Bool
        ) in
        try contract.dropout(values, probability: probability, draws: draws, isTraining: isTraining)
    }

    /// The end of a training, and the epoch whose network is kept.
    public static let earlyStopping = Call(
        "earlyStopping(trainingLosses:validationLosses:patience:)"
    ) {
        (
            contract: any NeuralNetworkContract.Type, trainingLosses: [Double],
            validationLosses: [Double], patience: Int
        ) in
        try contract.earlyStopping(
            trainingLosses: trainingLosses, validationLosses: validationLosses, patience: patience)
    }
}

/// How a training ended.
public struct TrainingEnd: Codable, Sendable, Hashable {
    /// The last epoch that was trained, from 0.
    public var lastEpoch: Int

    /// The epoch whose network is kept, from 0.
    public var bestEpoch: Int

    /// The last and the best epoch.
    public init(lastEpoch: Int, bestEpoch: Int) {
        self.lastEpoch = lastEpoch
        self.bestEpoch = bestEpoch
    }
}

extension LessonOutline {
    /// Lesson 9: is this patch tumour? A first network.
    public static let neuralNetwork = LessonOutline(
        name: "Lesson09NeuralNetwork",
        question: "Is this patch tumour? A first network",
        exercises: [
            Exercise(
                "flattenPatches", title: "Turn pictures into rows of numbers",
                checks: ["order": 10, "scale": 8],
                step: "A patch becomes a row", documentation: "Tensor.init(images:range:)",
                librarysOwn: ["images", "PixelRange"]),
            Exercise(
                "heInitialization", title: "Draw the weights of a new layer",
                checks: ["deviation": 9, "layout": 7],
                step: "How to begin", documentation: "Initializer.he; He et al., 2015",
                librarysOwn: ["Initializer", "Dense"]),
            Exercise(
                "weightedCrossEntropy", title: "Let rare classes count more",
                checks: ["weights": 10, "many classes": 6, "sure of itself": 8],
                step: "One tumour among many", documentation: "softmaxCrossEntropy",
                librarysOwn: ["softmaxCrossEntropy"]),
            Exercise(
                "dropout", title: "Drop numbers while training, and only then",
                checks: ["learning": 8, "inference": 6, "edges": 6],
                step: "Learning by heart", documentation: "Dropout; Srivastava et al., 2014",
                librarysOwn: ["Dropout"]),
            Exercise(
                "earlyStopping", title: "End a training in time",
                checks: ["validation": 8, "patience": 8, "no improvement": 6],
                step: "When to stop", documentation: "EarlyStopping; Prechelt, 1998",
                librarysOwn: ["EarlyStopping"]),
        ])
}

/// The contract of Lesson 9 with the calls of its exercises.
public let neuralNetworkContract = LessonContract<any NeuralNetworkContract.Type>(
    .neuralNetwork,
    calls: [
        NeuralNetworkCalls.flattenPatches.listed, NeuralNetworkCalls.heInitialization.listed,
        NeuralNetworkCalls.weightedCrossEntropy.listed, NeuralNetworkCalls.dropout.listed,
        NeuralNetworkCalls.earlyStopping.listed,
    ])
