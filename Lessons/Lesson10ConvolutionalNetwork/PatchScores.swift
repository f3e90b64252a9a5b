import DeepTeaching

/// The probabilities of tumour that a network gives patches, beside the truth.
struct PatchScores {
    let probabilities: [Double]
    let isTumor: [Bool]

    init(probabilities: [Double], isTumor: [Bool]) {
        self.probabilities = probabilities
        self.isTumor = isTumor
    }

    /// Asks a network about patches, moved to the right by some pixels.
    init<Network: Layer>(
        _ network: Network, _ patches: [WidePatch], movedBy x: Int = 0
    ) where Network.Scalar == Float {
        probabilities = stride(from: 0, to: patches.count, by: 64).flatMap { start in
            let part = patches[start..<min(start + 64, patches.count)]
            return network.tumorProbabilities(
                of: Tensor(images: part.map { $0.moved(by: x) }))
        }
        isTumor = patches.map(\.isTumor)
    }

    /// The share of the patches that are called rightly at one half.
    var accuracy: Double {
        let right = zip(probabilities, isTumor).count { ($0 > 0.5) == $1 }
        return Double(right) / Double(max(1, isTumor.count))
    }

    /// The area under the ROC curve.
    ///
    /// - Throws: `EvaluationError` if all patches are of one class.
    func area() throws -> Double { try curve().area }

    /// The ROC curve.
    ///
    /// - Throws: `EvaluationError` if all patches are of one class.
    func curve() throws -> ROCCurve { try ROCCurve(scores: probabilities, labels: isTumor) }
}

extension Layer where Scalar == Float {
    /// The probability of class 1 for each patch of a batch.
    func tumorProbabilities(of patches: Tensor<Float>) -> [Double] {
        let classes = self(patches).softmax().elements
        return (0..<patches.shape[0]).map { Double(classes[2 * $0 + 1]) }
    }
}
