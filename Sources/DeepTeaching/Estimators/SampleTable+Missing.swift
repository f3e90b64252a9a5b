extension SampleTable {
    /// A checked copy of features that may be missing: "not a number" stands for a missing value.
    ///
    /// - Throws: `EstimatorError` if this is no table or holds something infinite.
    init<Scalar: TensorScalar>(allowingMissing features: Tensor<Scalar>) throws {
        guard features.rank == 2, features.shape[1] > 0 else {
            throw EstimatorError.notATable(shape: features.shape)
        }
        sampleCount = features.shape[0]
        featureCount = features.shape[1]
        if let floats = features.elements as? [Float] {
            values = floats.map { Double($0) }
        } else {
            values = features.elements as? [Double] ?? features.elements.map { Double($0) }
        }
        if let index = values.firstIndex(where: { $0.isInfinite }) {
            throw EstimatorError.notFinite(
                value: "\(values[index])", sample: index / featureCount,
                feature: index % featureCount)
        }
    }

    /// Whether a value is missing.
    var hasMissing: Bool { values.contains { $0.isNaN } }
}
