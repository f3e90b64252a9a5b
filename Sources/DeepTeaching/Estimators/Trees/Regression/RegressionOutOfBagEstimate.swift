/// How good a regression forest is on samples that its trees did not see, without any data set aside.
///
/// Source: Breiman, Random forests, Machine Learning, 2001, section 11.
public struct RegressionOutOfBagEstimate: Sendable, Equatable, Codable {
    /// The mean prediction of the trees that did not draw a sample, or nil where every tree has.
    public let predictions: [Double?]

    /// The mean squared error over the samples that have a prediction; nil if none has.
    public let meanSquaredError: Double?

    /// The coefficient of determination R^2 = 1 - sum (y - p)^2 / sum (y - mean)^2 over those samples: 1
    /// for exact predictions, 0 for those no better than the mean; nil if there are none or their
    /// targets are all the same.
    public let determination: Double?

    init(predictions: [Double?], targets: [Double]) {
        self.predictions = predictions
        let judged = zip(predictions, targets).compactMap { prediction, target in
            prediction.map { (prediction: $0, target: target) }
        }
        let count = Double(judged.count)
        let mean = judged.reduce(0) { $0 + $1.target / count }
        // Divided first, squares that can be told as a mean do not overflow as a sum.
        let error = judged.reduce(0) { sum, pair in
            sum + (pair.target - pair.prediction) * ((pair.target - pair.prediction) / count)
        }
        let variance = judged.reduce(0) { sum, pair in
            sum + (pair.target - mean) * ((pair.target - mean) / count)
        }
        meanSquaredError = judged.isEmpty || !error.isFinite ? nil : error
        determination = variance > 0 && error.isFinite ? 1 - error / variance : nil
    }
}
