/// One change of the features after another. `first.then(second)` makes it.
public struct PreprocessorChain<First: Preprocessor, Second: Preprocessor>: Preprocessor {
    /// What is done first.
    public var first: First

    /// What is done with the result.
    public var second: Second

    /// Both changes that were learnt.
    public struct Fitted: FittedPreprocessor {
        /// What is done first.
        public let first: First.Fitted

        /// What is done with the result.
        public let second: Second.Fitted

        /// The number of features of a sample.
        public var featureCount: Int { first.featureCount }

        /// The samples after both changes.
        ///
        /// - Throws: `EstimatorError` if the features do not fit.
        public func transformed<Scalar: TensorScalar>(
            _ features: Tensor<Scalar>
        ) throws -> Tensor<Scalar> {
            try second.transformed(first.transformed(features))
        }
    }

    /// Learns the first change, and the second from samples to which the first was done.
    ///
    /// - Throws: `EstimatorError` if samples or settings cannot be used.
    public func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted {
        let first = try first.fit(features)
        return Fitted(first: first, second: try second.fit(first.transformed(features)))
    }
}

extension PreprocessorChain: Equatable where First: Equatable, Second: Equatable {}

extension PreprocessorChain.Fitted: Equatable where First.Fitted: Equatable, Second.Fitted: Equatable
{}

extension Preprocessor {
    /// This change of the features, and then another one.
    public func then<Next: Preprocessor>(_ next: Next) -> PreprocessorChain<Self, Next> {
        PreprocessorChain(first: self, second: next)
    }

    /// This change of the features, and then a classifier.
    public func then<Final: Classifier>(_ classifier: Final) -> Pipeline<Self, Final> {
        Pipeline(self, classifier)
    }
}
