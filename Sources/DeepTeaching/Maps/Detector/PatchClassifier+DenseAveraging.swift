extension PatchClassifier {
    /// The probability of each class for every patch of larger images.
    ///
    /// - Parameters:
    ///   - images: `[batch, height, width, channels]`, as high and wide as a patch or larger.
    ///   - ways: how the images are laid; a probability is the mean over all of them. Ways that
    ///     exchange rows and columns need square images.
    /// - Returns: `[batch, rows, columns, classes]`, as ``logits(everywhereIn:)`` lays them.
    public func probabilities(
        everywhereIn images: Tensor<Scalar>, averaging ways: [Dihedral] = [.identity]
    ) -> Tensor<Scalar> {
        require(!ways.isEmpty, "a mean over no way to lay an image is none: name at least one")
        // The patches of a turned image are the turned patches only if none is left over at an edge.
        for axis in [1, 2] where ways != [.identity] {
            require(
                (images.shape[axis] - side) % Self.step == 0,
                "an image of \(images.shape[axis]) pixels does not end with a patch of \(side)")
        }
        func answer(_ way: Dihedral) -> Tensor<Scalar> {
            logits(everywhereIn: images.transformed(by: way)).softmax().transformed(by: way.inverse)
        }
        let sum = ways.dropFirst().reduce(answer(ways[0])) { $0 + answer($1) }
        return ways.count == 1 ? sum : sum * Scalar(1 / Double(ways.count))
    }
}
