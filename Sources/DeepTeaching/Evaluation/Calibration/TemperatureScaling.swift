import Foundation

/// Makes a network's probabilities honest: its logits are divided by one number, the temperature.
///
///     p_k = softmax(z / T)_k
///
/// A network that is trained to the end is surer than it should be; T > 1 takes that back. The order of
/// the classes stays, so no prediction changes, only how sure it is.
///
/// The temperature is the one of the smallest cross-entropy on samples that the network did not learn
/// from. In b = 1 / T it is convex,
///
///     L(b) = 1/N sum_i (log sum_k exp(b z_ik) - b z_iy)
///
/// so there is one minimum, and it is found to the last digits.
///
/// ```swift
/// let scaling = try TemperatureScaling().fit(validationLogits, labels: validationLabels)
/// print(scaling.temperature)
/// let probabilities = try scaling.probabilities(for: testLogits)
/// ```
///
/// Source: Guo et al., On calibration of modern neural networks, ICML, 2017.
public struct TemperatureScaling: Sendable, Equatable, Codable {
    /// A scaling yet to be fitted: it has no settings.
    public init() {}

    /// Finds the temperature of logits of several classes.
    ///
    /// - Parameters:
    ///   - logits: finite numbers, axes [items, classes].
    ///   - labels: the class of each item, from 0.
    /// - Throws: `EvaluationError` if there is no item, a logit is not finite, a label is missing or out
    ///   of range, or no temperature is the best: each item has its largest logit at its class, or the
    ///   logits are no better than chance.
    public func fit<Scalar: TensorScalar>(
        _ logits: Tensor<Scalar>, labels: [Int]
    ) throws -> Fitted {
        let table = try ClassTable(logits, labels: labels)
        try requireFinite(table.values, classCount: table.classCount)
        return Fitted(temperature: try TemperatureSearch(table).temperature())
    }

    /// Finds the temperature of logits of two classes, p = 1 / (1 + exp(-z / T)).
    ///
    /// - Throws: `EvaluationError` as `fit(_:labels:)` of several classes does.
    public func fit(_ logits: [Double], labels: [Bool]) throws -> Fitted {
        try requireSameLength("logits", logits.count, "labels", labels.count)
        // The logistic function of z is the softmax of 0 and z.
        return try fit(
            Tensor(logits.flatMap { [0, $0] }, shape: [logits.count, 2]),
            labels: labels.map { $0 ? 1 : 0 })
    }
}

/// Stops at the first logit that is infinite or no number.
func requireFinite(_ logits: [Double], classCount: Int) throws {
    if let index = logits.firstIndex(where: { !$0.isFinite }) {
        throw EvaluationError.logitNotFinite(
            value: "\(logits[index])", item: index / classCount)
    }
}
