/// Tries settings by cross-validation and fits the best of them to all samples.
///
/// ```swift
/// let search = GridSearch([0.01, 0.1, 1, 10]) { LogisticRegression(penalty: $0) }
/// let found = try search.fit(table, labels: labels, validation: validation)
/// print(found.best, found.results[found.bestIndex].meanScore)
/// let predictions = try found.model.predictions(for: newTable)
/// ```
///
/// The score of the best setting is a little too good: it is the best of several, and by chance too. Judge the
/// model on samples that took no part in the search.
public struct GridSearch<Setting: Sendable, Model: Classifier>: Sendable {
    /// What is tried, in this order: list the simplest first, for of equally good ones the first is taken.
    public let settings: [Setting]

    /// The classifier of a setting.
    private let classifier: @Sendable (Setting) throws -> Model

    /// Settings to try, and the classifier of each.
    public init(_ settings: [Setting], classifier: @escaping @Sendable (Setting) throws -> Model) {
        self.settings = settings
        self.classifier = classifier
    }

    /// What a search found.
    public struct Fitted: Sendable {
        /// The setting of the best mean score.
        public let best: Setting

        /// Its place in the list.
        public let bestIndex: Int

        /// What cross-validation found for each setting.
        public let results: [CrossValidationResult]

        /// The best setting, fitted to all samples.
        public let model: Model.Fitted
    }

    /// Tries each setting on the same folds.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - validation: the folds.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws of the classifiers.
    ///   - score: what a fold is judged by, higher being better.
    /// - Throws: `EstimatorError` if there is no setting, or as
    ///   ``CrossValidation/evaluate(_:_:labels:classCount:seed:score:)`` does.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], validation: CrossValidation,
        classCount: Int? = nil, seed: UInt64 = 0,
        score: CrossValidation.Score = shareOfRightPredictions
    ) throws -> Fitted {
        guard !settings.isEmpty else {
            throw EstimatorError.unusableSetting(
                name: "number of settings", value: "0", allowed: "1 or more")
        }
        let models = try settings.map(classifier)
        let results = try models.map { model in
            try validation.evaluate(
                model, features, labels: labels, classCount: classCount, seed: seed, score: score)
        }
        // Means of the same scores in another order may differ in their last digits.
        var best = 0
        for (index, result) in results.enumerated()
        where result.meanScore > results[best].meanScore + 1e-12 * abs(results[best].meanScore) {
            best = index
        }
        return Fitted(
            best: settings[best], bestIndex: best, results: results,
            model: try models[best].fit(
                features, labels: labels, classCount: classCount, seed: seed))
    }
}
