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

    /// To whom or what each sample belongs, such as its patient or its centre; nil if nobody said.
    public let groups: [String]?

    /// Samples that belong together.
    ///
    /// - Throws: `EstimatorError` if the features are no table of finite numbers, have another
    ///   number of names, a label is missing or out of range, or there is not one group a sample.
    public init(
        features: Tensor<Scalar>, featureNames: [String], labels: [Int], classNames: [String],
        groups: [String]? = nil
    ) throws {
        let table = try SampleTable(features)
        try table.requireFeatures(featureNames.count)
        _ = try table.checkedClassCount(labels: labels, classCount: classNames.count)
        if let groups, groups.count != labels.count {
            throw EstimatorError.groupCount(groups: groups.count, samples: labels.count)
        }
        self.features = features
        self.featureNames = featureNames
        self.labels = labels
        self.classNames = classNames
        self.groups = groups
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
            labels: indices.map { labels[$0] }, classNames: classNames,
            groups: groups.map { groups in indices.map { groups[$0] } })
    }

    /// The samples with each feature scaled as the training samples were that the standardiser was fitted
    /// to; all else stays.
    ///
    /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
    public func standardized(by standardizer: Standardizer.Fitted) throws -> LabeledSamples {
        try LabeledSamples(
            features: try standardizer.standardized(features), featureNames: featureNames,
            labels: labels, classNames: classNames, groups: groups)
    }
}

extension LabeledSamples: CustomStringConvertible {
    /// How many samples there are of each class, such as "5 samples of 2 features: 3 benign, 2 tumour; 4
    /// groups".
    public var description: String {
        var counts = [Int](repeating: 0, count: classNames.count)
        for label in labels { counts[label] += 1 }
        let classes = zip(counts, classNames).map { "\($0) \($1)" }.joined(separator: ", ")
        let grouped = groups.map { "; \(Set($0).count) groups" } ?? ""
        return "\(count) samples of \(featureNames.count) features: \(classes)\(grouped)"
    }
}
