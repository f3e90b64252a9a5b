/// Judges a classifier on samples that it has not learnt from, using each sample once: in turn each fold is
/// the test of a model that learnt from all others.
///
/// ```swift
/// let validation = try CrossValidation(
///     SampleSplit.folds(of: labels, groups: patients, count: 5, seed: 1))
/// let result = try validation.evaluate(RandomForest(), table, labels: labels)
/// print(result.meanScore, result.standardDeviation)
/// ```
///
/// The folds say what is asked. ``SampleSplit/folds(of:count:seed:)`` keeps the shares of the classes,
/// ``SampleSplit/folds(of:groups:count:seed:)`` keeps patients whole, and
/// ``SampleSplit/leavingOneGroupOut(of:)`` leaves out one centre at a time: how good is the model in a
/// hospital that it has never seen?
///
/// What is learnt from the samples before the classifier must be learnt in each fold anew, or the test leaks
/// into it: ``Standardized`` does so.
///
/// Source: Hastie, Tibshirani and Friedman, The elements of statistical learning, 2009, 7.10.
public struct CrossValidation: Sendable, Equatable {
    /// One split a fold; each sample is in the test of one of them.
    public let folds: [SampleSplit]

    /// The number of samples.
    public let sampleCount: Int

    /// What a fold's model is judged by: the probabilities of its test, axes [samples, classes], and the
    /// true classes. Higher is better.
    public typealias Score = (_ probabilities: Tensor<Double>, _ labels: [Int]) throws -> Double

    /// Takes folds as ``SampleSplit`` makes them.
    ///
    /// - Throws: `EstimatorError` if there are fewer than two folds, or not each sample is in just one
    ///   test.
    public init(_ folds: [SampleSplit]) throws {
        try requireFolds(folds.count)
        let tested = folds.flatMap(\.test).sorted()
        guard !tested.isEmpty else { throw EstimatorError.noSamples }
        // Each number once, so the smallest that is missing or comes again is out of place.
        if let place = tested.indices.first(where: { tested[$0] != $0 }) {
            let sample = min(place, tested[place])
            throw EstimatorError.unusableFolds(
                sample: sample, tests: tested.count { $0 == sample })
        }
        for split in folds {
            let known = Set(split.training)
            if let sample = split.test.first(where: known.contains)
                ?? split.training.first(where: { !tested.indices.contains($0) })
            {
                throw EstimatorError.unusableSetting(
                    name: "training of a fold", value: "one with sample \(sample)",
                    allowed: "other samples of the folds than those of its test")
            }
        }
        self.folds = folds
        sampleCount = tested.count
    }

    /// Fits a model a fold and judges each.
    ///
    /// - Parameters:
    ///   - classifier: the settings; each fold fits them anew.
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws of the classifier, in each fold alike.
    ///   - score: what a fold is judged by; the share of right predictions unless another is given, such
    ///     as an area under the ROC curve.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, there are more or fewer
    ///   samples than the folds share out, or a score is not a number; and what `score` throws.
    public func evaluate<Model: Classifier, Scalar: TensorScalar>(
        _ classifier: Model, _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil,
        seed: UInt64 = 0, score: Score = shareOfRightPredictions
    ) throws -> CrossValidationResult {
        let table = try SampleTable(features)
        let classCount = try table.checkedClassCount(labels: labels, classCount: classCount)
        guard labels.count == sampleCount else {
            throw EstimatorError.labelCount(labels: labels.count, samples: sampleCount)
        }
        var probabilities = [Double](repeating: 0, count: sampleCount * classCount)
        let scores = try folds.enumerated().map { fold, split in
            let model = try classifier.fit(
                features.gathered(split.training), labels: split.training.map { labels[$0] },
                classCount: classCount, seed: seed)
            let found = try model.probabilities(for: features.gathered(split.test))
            for (row, sample) in split.test.enumerated() {
                for k in 0..<classCount {
                    probabilities[sample * classCount + k] = found[row, k]
                }
            }
            let score = try score(found, split.test.map { labels[$0] })
            guard !score.isNaN else { throw EstimatorError.scoreNotANumber(fold: fold) }
            return score
        }
        return CrossValidationResult(
            scores: scores,
            probabilities: Tensor(probabilities, shape: [sampleCount, classCount]))
    }
}

/// The share of samples whose most probable class is their label; of equally probable ones the first.
public func shareOfRightPredictions(_ probabilities: Tensor<Double>, labels: [Int]) -> Double {
    let predictions = mostProbableClasses(
        probabilities.elements, classCount: probabilities.shape[1])
    return Double(zip(predictions, labels).count { $0 == $1 }) / Double(labels.count)
}
