/// A classifier of features that are first given mean 0 and standard deviation 1.
///
/// Means and deviations are learnt with the classifier, from the same samples: in cross-validation from the
/// training part of each fold alone.
///
/// ```swift
/// let model = try Standardized(LogisticRegression()).fit(table, labels: labels)
/// let predictions = try model.predictions(for: newTable)
/// ```
public struct Standardized<Base: Classifier>: Classifier {
    /// What learns from the standardised features.
    public var base: Base

    /// A classifier of standardised features.
    public init(_ base: Base) { self.base = base }

    /// Learns means and deviations, and then the classifier.
    ///
    /// - Throws: `EstimatorError` as ``Standardizer`` and the classifier do.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted {
        let standardizer = try Standardizer().fit(features)
        return Fitted(
            standardizer: standardizer,
            base: try base.fit(
                try standardizer.standardized(features), labels: labels, classCount: classCount,
                seed: seed))
    }

    /// A fitted classifier with the means and deviations that it needs.
    public struct Fitted: FittedClassifier {
        /// The means and deviations of the training samples.
        public let standardizer: Standardizer.Fitted

        /// What judges the standardised features.
        public let base: Base.Fitted

        /// The number of features of a sample.
        public var featureCount: Int { standardizer.featureCount }

        /// The number of classes.
        public var classCount: Int { base.classCount }

        /// The probability of each class for each sample, which is standardised first.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            try base.probabilities(for: try standardizer.standardized(features))
        }
    }
}

extension Standardized.Fitted: Equatable where Base.Fitted: Equatable {}

extension Standardized.Fitted: SavableModel where Base.Fitted: SavableModel {
    /// The words of the classifier's own files, and that its features are standardised.
    public static var fileFormat: String { Base.Fitted.fileFormat + ", standardized" }
}
