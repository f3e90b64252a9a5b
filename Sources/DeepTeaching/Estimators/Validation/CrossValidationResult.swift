/// What cross-validation found.
public struct CrossValidationResult: Sendable, Equatable {
    /// The score of each fold.
    public let scores: [Double]

    /// The probabilities that each sample was given by the model that had not learnt from it, axes
    /// [samples, classes], in the order of the samples.
    ///
    /// The models of two folds may differ in how sure they are: an area over all of them compares samples
    /// that different models judged.
    public let probabilities: Tensor<Double>

    /// The most probable class of each sample; of equally probable ones the first.
    public var predictions: [Int] {
        mostProbableClasses(probabilities.elements, classCount: probabilities.shape[1])
    }

    /// The mean of the folds' scores, each fold counting alike.
    public var meanScore: Double { scores.reduce(0, +) / Double(scores.count) }

    /// The standard deviation of the folds' scores (divided by their number).
    ///
    /// It says how much folds differ, and is no standard error of the mean: the models of the folds learnt
    /// from mostly the same samples.
    public var standardDeviation: Double {
        let mean = meanScore
        let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(scores.count)).squareRoot()
    }
}
