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
            a.rank >= 2 && b.rank >= 2,
            "a matrix product needs two matrices, not shapes \(a.shape) and \(b.shape)")
        let (first, second) = (a.shape.suffix(2), b.shape.suffix(2))
        self.transposesFirst = transposesFirst
        self.transposesSecond = transposesSecond
        self.activation = activation
        (rows, depth) = Self.sides(of: first, isTransposed: transposesFirst)
        let (secondDepth, columns) = Self.sides(of: second, isTransposed: transposesSecond)
        self.columns = columns
        require(
            depth == secondDepth,
            """
            a matrix of shape \(a.shape)\(transposesFirst ? " (transposed)" : "") cannot be \
            multiplied by one of shape \(b.shape)\(transposesSecond ? " (transposed)" : "")
            """)
    }

    /// The same product with another activation.
    init(_ other: MatrixProduct, activation: Activation) {
        (rows, columns, depth) = (other.rows, other.columns, other.depth)
        (transposesFirst, transposesSecond) = (other.transposesFirst, other.transposesSecond)
        self.activation = activation
    }

    /// Stops with a sentence if these are not the two matrices and the bias of this product.
    func requireFit<Scalar>(_ a: Tensor<Scalar>, _ b: Tensor<Scalar>, bias: Tensor<Scalar>?) {
        require(
            a.rank == 2 && b.rank == 2 && fits(a, b) && bias.map { $0.shape == [columns] } ?? true,
            """
            matrices of shapes \(a.shape) and \(b.shape) and a bias of shape \(bias?.shape ?? [columns]) \
            do not fit a product of \(rows) x \(depth) and \(depth) x \(columns) numbers
            """)
    }

    /// Stops with a sentence if these are not matrices of this product, or a pair names none of them.
    func requireFit<Scalar>(_ a: Tensor<Scalar>, _ b: Tensor<Scalar>, pairs: [MatrixPair]) {
        require(
            a.rank >= 2 && b.rank >= 2 && fits(a, b),
            """
            matrices of shapes \(a.shape) and \(b.shape) do not fit products of \(rows) x \(depth) and \
            \(depth) x \(columns) numbers
            """)
        let firsts = 0..<elementCount(of: a.shape.dropLast(2))
        let seconds = 0..<elementCount(of: b.shape.dropLast(2))
        require(
            pairs.allSatisfy { firsts.contains($0.first) && seconds.contains($0.second) },
            "a pair names a matrix beyond those of shapes \(a.shape) and \(b.shape)")
    }

    private func fits<Scalar>(_ a: Tensor<Scalar>, _ b: Tensor<Scalar>) -> Bool {
        Self.sides(of: a.shape.suffix(2), isTransposed: transposesFirst) == (rows, depth)
            && Self.sides(of: b.shape.suffix(2), isTransposed: transposesSecond) == (depth, columns)
    }

    /// Rows and columns of a matrix once it is transposed, if it is to be.
    private static func sides(of shape: ArraySlice<Int>, isTransposed: Bool) -> (Int, Int) {
        let (rows, columns) = (shape[shape.startIndex], shape[shape.startIndex + 1])
        return isTransposed ? (columns, rows) : (rows, columns)
    }
}

extension Tensor {
    /// act(A B + bias) of two matrices, each of which may be taken transposed; `bias` has one
    /// number for each column of the result.
    ///
    /// A `[M, K]` times B `[K, N]` gives `[M, N]`. With further leading axes, which are broadcast,
    /// it is the product of each pair of matrices: `[batch, M, K]` times `[batch, K, N]`, or times
    /// `[K, N]`, gives `[batch, M, N]`.
    @specialized(where Scalar == Float)
    public func matrixProduct(
        _ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false,
        bias: Tensor? = nil, activation: Activation = .identity
    ) -> Tensor {
        let product = MatrixProduct(
            self, transposesFirst: transposingFirst, other, transposesSecond: transposingSecond,
            activation: activation.fused)
        if let bias {
            require(
                bias.shape == [product.columns],
                "a bias of shape \(bias.shape) does not fit \(product.columns) columns")
        }
        if rank == 2 && other.rank == 2 {
            return Scalar.Kernels.matrixProduct(product, self, other, bias: bias)
                .activated(activation.remainder)
        }
        let products = batchedProduct(product, self, other)
        return (bias.map { products + $0 } ?? products).activated(activation)
    }
}
