/// Features that were checked: finite numbers, or missing ones where that is accepted; axes [sample, feature].
struct SampleTable: Sendable {
    /// The features, sample by sample.
    var values: [Double]

    let sampleCount: Int
    let featureCount: Int

    /// A checked copy of the features, axes [samples, features].
    ///
    /// `Float` converts to `Double` without loss, so a threshold found here holds for both.
    ///
    /// - Parameter acceptsMissing: whether a number may be missing, that is, not a number. Infinite is
    ///   refused in any case.
    /// - Throws: `EstimatorError` if this is no table or holds something that is no number.
    init<Scalar: TensorScalar>(_ features: Tensor<Scalar>, acceptsMissing: Bool = false) throws {
        guard features.rank == 2, features.shape[1] > 0 else {
            throw EstimatorError.notATable(shape: features.shape)
        }
        sampleCount = features.shape[0]
        featureCount = features.shape[1]
        // Two concrete bodies: an unspecialised loop would take longer than growing the tree. The tensor is
        // cast, since an array would be cast number by number.
        if let floats = features as? Tensor<Float> {
            values = floats.elements.map { Double($0) }
        } else if let doubles = features as? Tensor<Double> {
            values = doubles.elements
        } else {
            values = features.elements.map { Double($0) }
        }
        let isBad = { (x: Double) in acceptsMissing ? x.isInfinite : !x.isFinite }
        if let index = values.firstIndex(where: isBad) {
            throw EstimatorError.notFinite(
                value: "\(values[index])", sample: index / featureCount,
                feature: index % featureCount)
        }
    }

    /// Whether a value is missing.
    var hasMissing: Bool { values.contains { $0.isNaN } }

    /// Stops if the estimator was fitted with another number of features.
    func requireFeatures(_ expected: Int) throws {
        guard featureCount == expected else {
            throw EstimatorError.featureCount(found: featureCount, expected: expected)
        }
    }

    /// The number of classes that `labels` speak of, after checking each.
    ///
    /// - Parameter classCount: how many there are, or nil for the largest label and one.
    /// - Throws: `EstimatorError` if a label is missing or out of range, or there is no sample.
    func checkedClassCount(labels: [Int], classCount: Int?) throws -> Int {
        try Self.checkedClassCount(
            labels: labels, sampleCount: sampleCount, classCount: classCount)
    }

    /// The same for samples that nobody has looked at.
    static func checkedClassCount(
        labels: [Int], sampleCount: Int, classCount: Int?
    ) throws -> Int {
        guard sampleCount > 0 else { throw EstimatorError.noSamples }
        guard labels.count == sampleCount else {
            throw EstimatorError.labelCount(labels: labels.count, samples: sampleCount)
        }
        // A growing tree keeps a sample's class in 16 bits.
        let most = 1 << 16
        let count = classCount ?? 1 + min(max(0, labels.max() ?? 0), most - 1)
        guard (1...most).contains(count) else {
            throw EstimatorError.unusableSetting(
                name: "classCount", value: "\(count)", allowed: "from 1 to \(most)")
        }
        if let sample = labels.firstIndex(where: { $0 < 0 || $0 >= count }) {
            throw EstimatorError.labelOutOfRange(
                label: labels[sample], sample: sample, classCount: count)
        }
        return count
    }
}

extension Tensor {
    /// Stops unless these are samples of finite numbers, axes [samples, features], of which there is at
    /// least one; unlike a `SampleTable` it makes no copy.
    func requireSamples() throws {
        try requireTable()
        guard shape[0] > 0 else { throw EstimatorError.noSamples }
    }

    /// Stops unless this is a table of finite numbers, with rows or without.
    func requireTable() throws {
        guard rank == 2, shape[1] > 0 else { throw EstimatorError.notATable(shape: shape) }
        if isFinite() { return }
        if let index = elements.firstIndex(where: { !$0.isFinite }) {
            throw EstimatorError.notFinite(
                value: "\(elements[index])", sample: index / shape[1], feature: index % shape[1])
        }
    }

    /// A table of samples, axes [samples, features], from one row a sample.
    ///
    /// - Throws: `EstimatorError` if there is no row, or the rows are not equally long.
    public init(samples rows: [[Scalar]]) throws {
        guard let first = rows.first else { throw EstimatorError.noSamples }
        if let row = rows.firstIndex(where: { $0.count != first.count }) {
            throw EstimatorError.raggedRow(
                row: row, found: rows[row].count, expected: first.count)
        }
        self.init(Array(rows.joined()), shape: [rows.count, first.count])
    }
}
