extension ConfusionMatrix {
    /// The number of items.
    public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

    /// The number of items of each true class.
    public var labelTotals: [Int] { counts.map { $0.reduce(0, +) } }

    /// The number of items that were predicted as each class.
    public var predictionTotals: [Int] {
        names.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    }

    /// The share of items on the diagonal; nil if there are no items.
    public var accuracy: Double? {
        ratio(names.indices.reduce(0) { $0 + counts[$1][$1] }, total)
    }

    /// The share of the items of a class that were found (sensitivity); nil if there are none.
    public func recall(of index: Int) -> Double? {
        requireClass(index)
        return ratio(counts[index][index], labelTotals[index])
    }

    /// The share of the items predicted as a class that belong to it; nil if none was predicted.
    public func precision(of index: Int) -> Double? {
        requireClass(index)
        return ratio(counts[index][index], predictionTotals[index])
    }

    /// The harmonic mean of recall and precision, 2 hits / (true + predicted); nil if the class
    /// neither occurs nor was predicted.
    public func f1Score(of index: Int) -> Double? {
        requireClass(index)
        return ratio(2 * counts[index][index], labelTotals[index] + predictionTotals[index])
    }

    /// The mean recall over the classes that occur: chance level is the same however unequal the
    /// classes are; nil if there are no items.
    public var balancedAccuracy: Double? {
        let recalls = names.indices.compactMap { recall(of: $0) }
        return recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
    }

    /// The matrix as cells to print: a header row, then a row a class with its recall, at the
    /// bottom the precisions; "-" where a share is not defined.
    public func table() -> [[String]] {
        let header = ["truth \\ prediction"] + names + ["recall"]
        let rows = names.indices.map { row in
            [names[row]] + counts[row].map(String.init) + [percent(recall(of: row))]
        }
        let precisions = names.indices.map { percent(precision(of: $0)) }
        return [header] + rows + [["precision"] + precisions + [percent(accuracy)]]
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }

    private func percent(_ share: Double?) -> String {
        guard let share else { return "-" }
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private func requireClass(_ index: Int) {
        require(
            names.indices.contains(index), "there is no class \(index) among \(names.count)")
    }
}
