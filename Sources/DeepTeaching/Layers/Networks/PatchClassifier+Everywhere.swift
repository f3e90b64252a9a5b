extension PatchClassifier {
    /// The logits of every patch of larger images, one every ``step`` pixels: the fully convolutional
    /// pass.
    ///
    /// A dense layer that reads a window of a map is a convolution whose kernel is as large as the
    /// window. So the blocks look at each pixel once, and not once for each patch that it lies in, and
    /// the answers are those for the patches cut out: no block has padding.
    ///
    ///     images  [batch, height, width, channels]
    ///     maps    [batch, window + rows - 1, window + columns - 1, 32]
    ///     logits  [batch, rows, columns, classes]    rows = (height - side) / 8 + 1
    ///
    /// The logits in row r and column c are of the patch whose top left pixel is (8 c, 8 r).
    ///
    /// - Parameter images: as high and wide as a patch, or larger. Nothing is dropped.
    ///
    /// Source: LONG, Jonathan, SHELHAMER, Evan and DARRELL, Trevor. Fully convolutional networks for
    /// semantic segmentation. CVPR, 2015, 3431-3440.
    public func logits(everywhereIn images: Tensor<Scalar>) -> Tensor<Scalar> {
        require(
            images.rank == 4 && images.shape[1] >= side && images.shape[2] >= side,
            "images of \(side) x \(side) pixels or more are expected, not shape \(images.shape)")
        let maps = features(of: Variable(images), in: .inference)
        let (first, last) = (hidden, output)
        let (inputs, width) = (maps.shape[3], first.bias.shape[0])
        // listing: PatchClassifier.everywhere
        let seen = maps.convolved(
            weights: first.weights.reshaped([window, window, inputs, width]),
            bias: first.bias, activation: .relu)
        let logits = seen.convolved(
            weights: last.weights.reshaped([1, 1, width, last.bias.shape[0]]),
            bias: last.bias)
        // end listing
        return logits.value
    }
}
