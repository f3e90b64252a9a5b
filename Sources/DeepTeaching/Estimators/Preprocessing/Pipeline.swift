/// A classifier whose features are changed before it sees them: steps such as ``Imputer``,
/// ``Standardizer`` and ``PrincipalComponents``, and a classifier at the end.
///
/// It is itself a ``Classifier``: `fit` learns every step from the samples that it is given, and from no
/// others. Cross-validation of a pipeline therefore learns the steps anew in each fold, from its training
/// samples alone, and the test cannot leak into them.
///
/// ```swift
/// let pipeline = Imputer(.median).then(Standardizer()).then(LogisticRegression())
/// let model = try pipeline.fit(table, labels: labels)
/// let predictions = try model.predictions(for: table)
/// ```
public struct Pipeline<Steps: Preprocessor, Final: Classifier>: Classifier {
    /// What is done with the features first.
    public var steps: Steps

    /// What learns from the result.
    public var classifier: Final

    /// Steps and a classifier yet to be fitted.
    public init(_ steps: Steps, _ classifier: Final) {
        self.steps = steps
        self.classifier = classifier
    }

    /// Steps and a classifier that were learnt.
    public struct Fitted: FittedClassifier, SavableModel {
        /// What the file of a pipeline says that it holds.
        public static var fileFormat: String { "DeepTeaching pipeline" }

        /// What is done with the features first.
        public let steps: Steps.Fitted

        /// What judges the result.
        public let classifier: Final.Fitted

        /// The number of features of a sample.
        public var featureCount: Int { steps.featureCount }

        /// The number of classes.
        public var classCount: Int { classifier.classCount }

        /// The probability of each class for each sample.
        ///
        /// - Parameter features: what the first step takes, axes [samples, features].
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            try classifier.probabilities(for: steps.transformed(features))
        }
    }

    /// Learns the steps one after the other, and the classifier from what they make of the samples.
    ///
    /// - Parameters:
    ///   - features: what the first step takes, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides the draws of the classifier.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted {
        let steps = try steps.fit(features)
        let classifier = try classifier.fit(
            steps.transformed(features), labels: labels, classCount: classCount, seed: seed)
        return Fitted(steps: steps, classifier: classifier)
    }
}

extension Pipeline: Equatable where Steps: Equatable, Final: Equatable {}

extension Pipeline.Fitted: Equatable where Steps.Fitted: Equatable, Final.Fitted: Equatable {}
