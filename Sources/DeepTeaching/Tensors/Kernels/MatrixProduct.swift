/// What happens to each number that a layer has computed.
public enum Activation: String, Sendable, Codable {
    /// Nothing.
    case identity

    /// max(x, 0).
    case relu
}

/// The shape of one matrix product, act(A B + bias): `rows` x `depth` times `depth` x `columns`.
public struct MatrixProduct: Sendable, Equatable {
    /// The rows of the result.
    public let rows: Int

    /// The columns of the result.
    public let columns: Int

    /// The number of products in each sum.
    public let depth: Int

    /// Whether the first matrix is stored as `[depth, rows]`.
    public let transposesFirst: Bool

    /// Whether the second matrix is stored as `[columns, depth]`.
    public let transposesSecond: Bool

    /// What happens to each sum.
    public let activation: Activation

    init<Scalar>(
        _ a: Tensor<Scalar>, transposesFirst: Bool, _ b: Tensor<Scalar>, transposesSecond: Bool,
        activation: Activation
    ) {
        require(
            a.rank == 2 && b.rank == 2,
            "a matrix product needs two matrices, not shapes \(a.shape) and \(b.shape)")
        self.transposesFirst = transposesFirst
        self.transposesSecond = transposesSecond
        self.activation = activation
        rows = a.shape[transposesFirst ? 1 : 0]
        depth = a.shape[transposesFirst ? 0 : 1]
        columns = b.shape[transposesSecond ? 0 : 1]
        require(
            depth == b.shape[transposesSecond ? 1 : 0],
            """
            a matrix of shape \(a.shape)\(transposesFirst ? " (transposed)" : "") cannot be \
            multiplied by one of shape \(b.shape)\(transposesSecond ? " (transposed)" : "")
            """)
    }
}

extension Tensor {
    /// act(A B + bias) of two matrices, each of which may be taken transposed; `bias` has one
    /// number for each column of the result.
    ///
    /// A `[M, K]` times B `[K, N]` gives `[M, N]`.
    public func matrixProduct(
        _ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false,
        bias: Tensor? = nil, activation: Activation = .identity
    ) -> Tensor {
        let product = MatrixProduct(
            self, transposesFirst: transposingFirst, other, transposesSecond: transposingSecond,
            activation: activation)
        if let bias {
            require(
                bias.shape == [product.columns],
                "a bias of shape \(bias.shape) does not fit \(product.columns) columns")
        }
        return Scalar.matrixProduct(product, self, other, bias: bias)
    }
}
