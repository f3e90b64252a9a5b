/// A classifier yet to be fitted: settings that make a ``FittedClassifier`` out of labelled samples.
///
/// What works with any classifier, such as cross-validation, is written against this protocol, and a
/// classifier of your own joins in by this one function:
///
/// ```swift
/// /// Gives every sample the shares of the classes among the training samples.
/// struct Prior: Classifier {
///     struct Fitted: FittedClassifier {
///         let featureCount: Int
///         let shares: [Double]
///         var classCount: Int { shares.count }
///
///         func probabilities<Scalar: TensorScalar>(
///             for features: Tensor<Scalar>
///         ) throws -> Tensor<Double> {
///             Tensor(rows: Array(repeating: shares, count: features.shape[0]))
///         }
///     }
///
///     func fit<Scalar: TensorScalar>(
///         _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
///     ) throws -> Fitted {
///         var shares = [Double](repeating: 0, count: classCount ?? 1 + (labels.max() ?? 0))
///         for label in labels { shares[label] += 1 / Double(labels.count) }
///         return Fitted(featureCount: features.shape[1], shares: shares)
///     }
/// }
/// ```
public protocol Classifier: Sendable {
    /// What `fit` returns; only that can predict.
    associatedtype Fitted: FittedClassifier

    /// Learns to tell classes apart.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one. Where only a part
    ///     of the samples is learnt from, as in cross-validation, it says how many classes all of them
    ///     have.
    ///   - seed: decides all draws; a classifier that draws nothing has no use for it.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted
}

extension Classifier {
    /// Learns to tell as many classes apart as the largest label says, with the seed 0.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int]
    ) throws -> Fitted {
        try fit(features, labels: labels, classCount: nil, seed: 0)
    }
}

extension DecisionTree: Classifier {}

extension RandomForest: Classifier {}

extension LogisticRegression: Classifier {
    /// Fits weights and intercept.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, 0 or 1.
    ///   - classCount: 2, or nil.
    ///   - seed: not used, since nothing is drawn.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or there are not two
    ///   classes.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted {
        guard classCount ?? 2 == 2 else {
            throw EstimatorError.unusableSetting(
                name: "classCount", value: "\(classCount ?? 2)",
                allowed: "2; MultinomialRegression tells more classes apart")
        }
        return try fit(features, labels: labels)
    }
}

extension MultinomialRegression: Classifier {
    /// Fits weights and intercepts.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: not used, since nothing is drawn.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or all samples are of
    ///   one class.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted {
        try fit(features, labels: labels, classCount: classCount)
    }
}
