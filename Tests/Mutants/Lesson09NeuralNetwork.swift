import Curriculum
import DeepTeaching
import Solutions

/// A wrong answer to one exercise of Lesson 9; all others are the solution's.
public protocol NeuralNetworkMutant: NeuralNetworkContract {}

extension NeuralNetworkMutant {
    /// The solution's answer.
    public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
        try NeuralNetworkSolution.flattenPatches(patches)
    }

    /// The solution's answer.
    public static func heInitialization(
        inputs: Int, outputs: Int, draws: [Double]
    ) throws -> Tensor<Double> {
        try NeuralNetworkSolution.heInitialization(
            inputs: inputs, outputs: outputs, draws: draws)
    }

    /// The solution's answer.
    public static func weightedCrossEntropy(
        logits: Tensor<Double>, labels: [Int], weights: [Double]
    ) throws -> Double {
        try NeuralNetworkSolution.weightedCrossEntropy(
            logits: logits, labels: labels, weights: weights)
    }

    /// The solution's answer.
    public static func dropout(
        _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
    ) throws -> Tensor<Double> {
        try NeuralNetworkSolution.dropout(
            values, probability: probability, draws: draws, isTraining: isTraining)
    }

    /// The solution's answer.
    public static func earlyStopping(
        trainingLosses: [Double], validationLosses: [Double], patience: Int
    ) throws -> TrainingEnd {
        try NeuralNetworkSolution.earlyStopping(
            trainingLosses: trainingLosses, validationLosses: validationLosses,
            patience: patience)
    }
}

/// The wrong answers to Lesson 9 that graders must catch.
public enum NeuralNetworkMutants {}

/// Other right answers to Lesson 9: the checks must not be too strict for them.
public enum NeuralNetworkAlternatives {}
