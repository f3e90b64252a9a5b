import DeepTeaching

/// The simplest of all classifiers: the label of the most similar patch that it has seen.
///
/// Source: Cover and Hart, Nearest neighbor pattern classification, IEEE Transactions on
/// Information Theory, 1967.
struct NearestNeighbor {
    let patches: [ColoredPatch]

    /// What came of an examination.
    struct Result {
        /// The mean of the share of tumour and of normal patches that are right; guessing gives
        /// 0.5.
        let balancedAccuracy: Double

        /// The share of the patches whose most similar one is of the same group.
        let sameGroup: Double
    }

    /// Examines every patch by those of all other folds, and counts what is right.
    ///
    /// - Parameters:
    ///   - folds: for each patch the fold that it belongs to.
    ///   - groups: for each patch what it may share with the most similar one: slide, hospital.
    func examine(folds: [Int], groups: [Int]) -> Result {
        var right = (tumor: 0, normal: 0)
        var sameGroup = 0
        for (index, patch) in patches.enumerated() {
            guard let found = nearest(to: patch.color, leavingOut: folds[index], folds) else {
                continue
            }
            if groups[found] == groups[index] { sameGroup += 1 }
            guard patches[found].isTumor == patch.isTumor else { continue }
            if patch.isTumor { right.tumor += 1 } else { right.normal += 1 }
        }
        let tumors = patches.count { $0.isTumor }
        return Result(
            balancedAccuracy: (Double(right.tumor) / Double(max(1, tumors))
                + Double(right.normal) / Double(max(1, patches.count - tumors))) / 2,
            sameGroup: Double(sameGroup) / Double(max(1, patches.count)))
    }

    private func nearest(
        to color: SIMD3<Float>, leavingOut fold: Int, _ folds: [Int]
    ) -> Int? {
        var nearest: Int?
        var smallest = Float.infinity
        for (index, patch) in patches.enumerated() where folds[index] != fold {
            let difference = patch.color - color
            let distance = (difference * difference).sum()
            if distance < smallest { (nearest, smallest) = (index, distance) }
        }
        return nearest
    }
}
