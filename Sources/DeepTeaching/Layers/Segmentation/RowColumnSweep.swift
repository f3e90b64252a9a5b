/// Reads images as text is read: each row from both ends, then each column of what was found from both
/// ends. After it each place knows of all others.
///
/// `[batch, height, width, channels]` to `[batch, height / patch, width / patch, 2 * hidden]`. With a
/// patch of p, squares of p x p pixels are one step of the reading.
///
/// Each row, and then each column, is a sequence of its own that starts from the state 0: nothing is
/// carried from row to row, or from image to image.
///
/// Source: Visin et al., ReNet: a recurrent neural network based alternative to convolutional networks,
/// 2015.
public struct RowColumnSweep<Scalar: TensorScalar>: Layer {
    /// Reads the rows.
    public var rows: Bidirectional<GRU<Scalar>>

    /// Reads the columns of what the rows gave.
    public var columns: Bidirectional<GRU<Scalar>>

    /// The side of the squares that are one step.
    public let patch: Int

    /// Sweeps of random weights.
    ///
    /// - Parameters:
    ///   - inputs: how many channels the images have.
    ///   - hidden: how many numbers each of the four readers remembers.
    ///   - patch: the side of the squares of pixels that are one step.
    ///   - generator: draws the weights.
    public init(
        inputs: Int, hidden: Int, patch: Int = 1, using generator: inout SeededGenerator
    ) {
        require(
            patch > 0 && inputs > 0,
            "a sweep reads squares of 1 pixel or more with channels, not \(patch) and \(inputs)")
        func reader(_ inputs: Int) -> Bidirectional<GRU<Scalar>> {
            let forward = GRU<Scalar>(inputs: inputs, hidden: hidden, using: &generator)
            return Bidirectional(
                forward: forward,
                backward: GRU(inputs: inputs, hidden: hidden, using: &generator))
        }
        rows = reader(inputs * patch * patch)
        columns = reader(2 * hidden)
        self.patch = patch
    }

    /// What both sweeps know at each place.
    public func callAsFunction(_ images: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let cut = squares(images)  // [batch, height, width, channels]
        let (batch, height, width) = (cut.shape[0], cut.shape[1], cut.shape[2])
        // Each row of each image is a sequence: [batch * height, width, 2 * hidden].
        let alongRows = rows(cut.reshaped([batch * height, width, cut.shape[3]]), in: pass)
        // And then each column: [batch * width, height, 2 * hidden].
        let found = alongRows.shape[2]
        let turned = alongRows.reshaped([batch, height, width, found]).transposed([0, 2, 1, 3])
        let alongColumns = columns(turned.reshaped([batch * width, height, found]), in: pass)
        return alongColumns.reshaped([batch, width, height, found]).transposed([0, 2, 1, 3])
    }

    /// `[batch, height, width, channels]` to `[batch, height / p, width / p, p * p * channels]`.
    private func squares(_ images: Variable<Scalar>) -> Variable<Scalar> {
        let shape = images.shape
        require(
            shape.count == 4 && shape[1] % patch == 0 && shape[2] % patch == 0,
            """
            a sweep over squares of \(patch) pixels reads images [batch, height, width, channels] whose \
            sides are multiples of \(patch), not shape \(shape)
            """)
        if patch == 1 { return images }
        let (height, width) = (shape[1] / patch, shape[2] / patch)
        return images.reshaped([shape[0], height, patch, width, patch, shape[3]])
            .transposed([0, 1, 3, 2, 4, 5])
            .reshaped([shape[0], height, width, patch * patch * shape[3]])
    }

    /// Visits both readers.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("rows", &rows)
        visitor("columns", &columns)
    }
}
