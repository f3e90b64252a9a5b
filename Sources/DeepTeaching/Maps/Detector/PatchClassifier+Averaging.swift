extension PatchClassifier {
    /// The probability of each class for each of many patches, as the mean over several ways to lay
    /// them: test-time augmentation.
    ///
    ///     p[i] = 1/n sum over g of p(class | g patch[i]),   g one of the n ways
    ///
    /// Tissue has no up and no down, but a network that has learnt from few patches answers a turned
    /// patch a little differently. The mean over all eight, `Dihedral.allCases`, is the same for all
    /// eight, and takes eight times as long.
    ///
    /// - Parameters:
    ///   - patches: `[count, side, side, channels]`.
    ///   - ways: at least one; the only one `identity` averages nothing.
    /// - Returns: `[count, classes]`.
    public func probabilities(
        for patches: Tensor<Scalar>, averaging ways: [Dihedral]
    ) -> Tensor<Scalar> {
        require(!ways.isEmpty, "a mean over no way to lay a patch is none: name at least one")
        let first = probabilities(for: patches.transformed(by: ways[0]))
        if ways.count == 1 { return first }
        let sum = ways.dropFirst().reduce(first) { sum, way in
            sum + probabilities(for: patches.transformed(by: way))
        }
        return sum * Scalar(1 / Double(ways.count))
    }
}
