import DeepTeaching

/// The simplest of all classifiers: the label of the most similar patch that it has seen.
///
/// Source: Cover and Hart, Nearest neighbor pattern classification, IEEE Transactions on
/// Information Theory, 1967.
struct NearestNeighbor {
    let patches: [PatchCollection.Patch]

    /// Examines every patch by those of all other folds, and counts what is right.
    ///
    /// - Parameter folds: for each patch the fold that it belongs to.
    /// - Returns: the mean of the share of tumour and of normal patches that are right; guessing
    ///   gives 0.5.
    func balancedAccuracy(folds: [Int]) -> Double {
        var right = (tumor: 0, normal: 0)
        for (index, patch) in patches.enumerated() {
            guard isTumor(like: patch.color, leavingOut: folds[index], folds) == patch.isTumor
            else { continue }
            if patch.isTumor { right.tumor += 1 } else { right.normal += 1 }
        }
        let tumors = patches.count { $0.isTumor }
        return
            (Double(right.tumor) / Double(max(1, tumors))
            + Double(right.normal) / Double(max(1, patches.count - tumors))) / 2
    }

    private func isTumor(like color: SIMD3<Float>, leavingOut fold: Int, _ folds: [Int]) -> Bool? {
        var nearest: Int?
        var smallest = Float.infinity
        for (index, patch) in patches.enumerated() where folds[index] != fold {
            let difference = patch.color - color
            let distance = (difference * difference).sum()
            if distance < smallest { (nearest, smallest) = (index, distance) }
        }
        return nearest.map { patches[$0].isTumor }
    }
}
