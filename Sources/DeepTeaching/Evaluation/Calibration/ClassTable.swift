/// Checked numbers of several classes, axes [items, classes], and the class of each item.
struct ClassTable {
    /// Item by item.
    let values: [Double]

    let labels: [Int]
    let classCount: Int

    /// - Throws: `EvaluationError` if this is no table, there is no item, a label is missing or out of
    ///   range.
    init<Scalar: TensorScalar>(_ table: Tensor<Scalar>, labels: [Int]) throws {
        guard table.rank == 2, table.shape[1] > 1 else {
            throw EvaluationError.notClassTable(shape: table.shape)
        }
        try requireSameLength("items", table.shape[0], "labels", labels.count)
        let classCount = table.shape[1]
        if let item = labels.firstIndex(where: { !(0..<classCount).contains($0) }) {
            throw EvaluationError.classOutOfRange(
                value: labels[item], item: item, classCount: classCount)
        }
        values = table.elements.map { Double($0) }
        self.labels = labels
        self.classCount = classCount
    }

    /// Probabilities, each from 0 to 1, each row with sum 1 up to the rounding of `Float`.
    ///
    /// - Throws: `EvaluationError` also if they are none.
    init<Scalar: TensorScalar>(probabilities: Tensor<Scalar>, labels: [Int]) throws {
        try self.init(probabilities, labels: labels)
        for item in labels.indices {
            let row = values[item * classCount..<(item + 1) * classCount]
            try requireProbabilities(Array(row), ofItem: item)
            let sum = row.reduce(0, +)
            guard abs(sum - 1) < 1e-4 else {
                throw EvaluationError.probabilitySum(sum, item: item)
            }
        }
    }

    /// The numbers of an item, one a class.
    func row(_ item: Int) -> ArraySlice<Double> {
        values[item * classCount..<(item + 1) * classCount]
    }
}

/// Stops unless each number is from 0 to 1.
///
/// - Parameter item: to whom they all belong; nil if each belongs to an item of its own.
func requireProbabilities(_ probabilities: [Double], ofItem item: Int? = nil) throws {
    if let index = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
        throw EvaluationError.probabilityOutOfRange(
            value: "\(probabilities[index])", item: item ?? index)
    }
}
