import Curriculum
import DeepTeaching
import Solutions

/// A wrong answer to one exercise of Lesson 1; all others are the solution's.
public protocol TensorsMutant: TensorsContract {}

extension TensorsMutant {
    /// The solution's answer.
    public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
        try TensorsSolution.rowMajorStrides(of: shape)
    }

    /// The solution's answer.
    public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
        try TensorsSolution.broadcastShape(a, b)
    }

    /// The solution's answer.
    public static func unbroadcast(
        _ gradient: Tensor<Double>, to shape: [Int]
    ) throws -> Tensor<Double> {
        try TensorsSolution.unbroadcast(gradient, to: shape)
    }

    /// The solution's answer.
    public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
        try TensorsSolution.softmax(of: logits, axis: axis)
    }

    /// The solution's answer.
    public static func logSumExp(of values: [Double]) throws -> Double {
        try TensorsSolution.logSumExp(of: values)
    }

    /// The solution's answer.
    public static func channelMeanAndDeviation(
        of images: [Tensor<Double>]
    ) throws -> ChannelStatistics {
        try TensorsSolution.channelMeanAndDeviation(of: images)
    }

    /// The solution's answer.
    public static func matrixProduct(
        _ a: Tensor<Double>, _ b: Tensor<Double>
    ) throws -> Tensor<Double> {
        try TensorsSolution.matrixProduct(a, b)
    }
}

/// The wrong answers to Lesson 1 that graders must catch.
public enum TensorsMutants {}

/// Other right answers to Lesson 1: the checks must not be too strict for them.
public enum TensorsAlternatives {}
