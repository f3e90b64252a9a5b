import Curriculum
import DeepTeaching
import Solutions

/// A wrong answer to one exercise of Lesson 3; all others are the solution's.
public protocol BackpropagationMutant: BackpropagationContract {}

extension BackpropagationMutant {
    /// The solution's answer.
    public static func topologicalOrder(of operands: [[Int]], from result: Int) throws -> [Int] {
        try BackpropagationSolution.topologicalOrder(of: operands, from: result)
    }

    /// The solution's answer.
    public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
        try BackpropagationSolution.backward(through: nodes)
    }

    /// The solution's answer.
    public static func denseGradients(
        input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> DenseGradients {
        try BackpropagationSolution.denseGradients(
            input: input, weights: weights, upstream: upstream)
    }

    /// The solution's answer.
    public static func reluGradient(
        input: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> Tensor<Double> {
        try BackpropagationSolution.reluGradient(input: input, upstream: upstream)
    }

    /// The solution's answer.
    public static func sumGradient(
        upstream: Tensor<Double>, shape: [Int], axis: Int
    ) throws -> Tensor<Double> {
        try BackpropagationSolution.sumGradient(upstream: upstream, shape: shape, axis: axis)
    }

    /// The solution's answer.
    public static func softmaxCrossEntropy(
        logits: Tensor<Double>, labels: [Int]
    ) throws -> LossAndGradient {
        try BackpropagationSolution.softmaxCrossEntropy(logits: logits, labels: labels)
    }

    /// The solution's answer.
    public static func momentumStep(
        parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
        momentum: Double
    ) throws -> MomentumState {
        try BackpropagationSolution.momentumStep(
            parameters: parameters, gradients: gradients, velocities: velocities,
            learningRate: learningRate, momentum: momentum)
    }
}

/// The wrong answers to Lesson 3 that graders must catch.
public enum BackpropagationMutants {}

/// Other right answers to Lesson 3: the checks must not be too strict for them.
public enum BackpropagationAlternatives {}
