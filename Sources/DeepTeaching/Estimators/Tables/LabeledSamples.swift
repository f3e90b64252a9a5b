/// Samples to learn from: their features as numbers, and the class of each.
public struct LabeledSamples<Scalar: TensorScalar>: Sendable, Equatable {
    /// Finite numbers, axes [samples, features].
    public let features: Tensor<Scalar>

    /// The name of each feature.
    public let featureNames: [String]

    /// The class of each sample, from 0.
    public let labels: [Int]

    /// The name of each class.
    public let classNames: [String]

    /// Samples that belong together.
    ///
    /// - Throws: `EstimatorError` if the features are no table of finite numbers, have another
    ///   number of names, or a label is missing or out of range.
    public init(
        features: Tensor<Scalar>, featureNames: [String], labels: [Int], classNames: [String]
    ) throws {
        let table = try SampleTable(features)
        try table.requireFeatures(featureNames.count)
        _ = try table.checkedClassCount(labels: labels, classCount: classNames.count)
        self.features = features
        self.featureNames = featureNames
        self.labels = labels
        self.classNames = classNames
    }

    /// The number of samples.
    public var count: Int { labels.count }

    /// The features, one array a sample.
    public var rows: [[Scalar]] {
        let elements = features.elements
        return stride(from: 0, to: elements.count, by: featureNames.count).map {
            Array(elements[$0..<$0 + featureNames.count])
        }
    }

    /// The samples at these indices, in this order; names and numbers of the classes stay.
    ///
    /// - Throws: `EstimatorError.noSamples` if there is no index.
    public func samples(at indices: [Int]) throws -> LabeledSamples {
        for index in indices {
            require(labels.indices.contains(index), "there is no sample \(index) among \(count)")
        }
        return try LabeledSamples(
            features: features.gathered(indices), featureNames: featureNames,
            labels: indices.map { labels[$0] }, classNames: classNames)
    }
}
