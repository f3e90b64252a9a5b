extension TreeNodes {
    /// How much each feature lowers the impurity, summed over its splits:
    ///
    ///     sum over the feature's nodes of W I - W_below I_below - W_above I_above
    ///
    /// with W the weight of the samples at a node and I its impurity; then divided by the sum over all
    /// features. All 0 in a tree without a split, or where no split lowers it.
    var featureImportances: [Double] {
        var sums = [Double](repeating: 0, count: featureCount)
        for (node, step) in steps.enumerated() where !isLeaf(node) {
            let below = Int(step.child)
            sums[Int(step.feature)] += max(
                0,
                weights[node] * impurities[node] - weights[below] * impurities[below]
                    - weights[below + 1] * impurities[below + 1])
        }
        return sharesOfTheirSum(sums)
    }
}

/// The mean of the trees' importances, which sums to 1, or all 0 if no tree has a split.
func meanImportances(_ trees: [TreeNodes]) -> [Double] {
    var sums = [Double](repeating: 0, count: trees[0].featureCount)
    for tree in trees {
        for (feature, value) in tree.featureImportances.enumerated() { sums[feature] += value }
    }
    return sharesOfTheirSum(sums)
}

/// Numbers of 0 or more, divided by their sum if that is not 0.
private func sharesOfTheirSum(_ numbers: [Double]) -> [Double] {
    // Divided by the largest first, neither the sum nor the shares can overflow.
    let largest = numbers.max() ?? 0
    guard largest > 0 else { return numbers }
    let scaled = numbers.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    return scaled.map { $0 / sum }
}
