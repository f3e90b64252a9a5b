import CourseKit
import DeepTeaching
import Foundation

/// The probabilities of tumour that a network gives patches, beside the truth.
///
/// ```swift
/// let scores = PatchScores(network, images: pictures, isTumor: truth)
/// step.number("area", try scores.area())
/// step.plot("roc", [Plot.Curve("network", of: try scores.curve())])
/// ```
public struct PatchScores: Sendable, Equatable {
    /// The probability of tumour of each patch.
    public let probabilities: [Double]

    /// Whether each patch is tumour.
    public let isTumor: [Bool]

    /// The mean of minus the logarithm of the probability of the right class.
    public let loss: Double

    /// Probabilities that are known.
    public init(probabilities: [Double], isTumor: [Bool]) {
        self.probabilities = probabilities
        self.isTumor = isTumor
        let losses = zip(probabilities, isTumor).map { -log($1 ? $0 : 1 - $0) }
        loss = losses.reduce(0, +) / Double(losses.count)
    }

    /// Scores of two classes, normal and tumour, axes [patch, 2].
    public init(logits: Tensor<Float>, isTumor: [Bool]) {
        let softmax = logits.softmax().elements
        probabilities = isTumor.indices.map { Double(softmax[2 * $0 + 1]) }
        self.isTumor = isTumor
        // From the logits: the logarithm of a probability that was rounded to 0 is infinite.
        loss = Double(
            softmaxCrossEntropy(logits: Variable(logits), labels: isTumor.map { $0 ? 1 : 0 })
                .value.scalar)
    }

    /// Asks a network about patches, axes [patch, ...], some at a time.
    public init<Network: Layer<Float>>(
        _ network: Network, _ patches: Tensor<Float>, isTumor: [Bool]
    ) {
        self.init(isTumor) { network(patches.slice($0)) }
    }

    /// Asks a network about pictures, some at a time.
    public init<Network: Layer<Float>>(
        _ network: Network, images: [Image], isTumor: [Bool]
    ) {
        self.init(isTumor) { network(Tensor(images: Array(images[$0]))) }
    }

    /// - Parameter logits: the two scores of some of the patches.
    private init(_ isTumor: [Bool], logits: (Range<Int>) -> Tensor<Float>) {
        let parts = stride(from: 0, to: isTumor.count, by: 64).map {
            logits($0..<min($0 + 64, isTumor.count)).elements
        }
        self.init(
            logits: Tensor(parts.flatMap(\.self), shape: [isTumor.count, 2]), isTumor: isTumor)
    }

    /// The same with another threshold: what has this probability now has one half.
    ///
    /// The odds of all patches are multiplied by the same factor, so their order stays.
    public func cut(at threshold: Double) -> PatchScores {
        PatchScores(
            probabilities: probabilities.map { p in
                p * (1 - threshold) / (p * (1 - threshold) + (1 - p) * threshold)
            }, isTumor: isTumor)
    }

    /// What each patch is called at one half.
    public var calls: [Bool] { probabilities.map { $0 > 0.5 } }

    /// The share of the patches that are called rightly at one half.
    public var accuracy: Double { share { _ in true } }

    /// The share of the tumour patches that are called tumour; not a number if there are none.
    public var sensitivity: Double { share { $0 } }

    /// The share of the normal patches that are called normal; not a number if there are none.
    public var specificity: Double { share { !$0 } }

    private func share(of belongs: (Bool) -> Bool) -> Double {
        let own = zip(calls, isTumor).filter { belongs($0.1) }
        return Double(own.count { $0.0 == $0.1 }) / Double(own.count)
    }

    /// The area under the ROC curve: how often a tumour patch has a larger probability than a normal
    /// one.
    ///
    /// - Throws: `EvaluationError` if all patches are of one class.
    public func area() throws -> Double { try curve().area }

    /// The ROC curve.
    ///
    /// - Throws: `EvaluationError` if all patches are of one class.
    public func curve() throws -> ROCCurve {
        try ROCCurve(scores: probabilities, labels: isTumor)
    }
}
