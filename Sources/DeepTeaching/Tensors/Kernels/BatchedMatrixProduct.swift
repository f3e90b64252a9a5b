/// Two matrices that are multiplied: their numbers among the matrices of two tensors.
public struct MatrixPair: Sendable, Equatable {
    /// The number of the first matrix.
    public let first: Int

    /// The number of the second matrix.
    public let second: Int
}

/// The products of two tensors of matrices whose leading axes are broadcast.
func batchedProduct<Scalar>(
    _ product: MatrixProduct, _ a: Tensor<Scalar>, _ b: Tensor<Scalar>
) -> Tensor<Scalar> {
    let (left, right) = (Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
    guard let leading = broadcastShape(left, right) else {
        fatalError("matrices of shapes \(a.shape) and \(b.shape) cannot be paired by broadcasting")
    }
    let (firsts, seconds) = (
        matrixNumbers(left, broadcastTo: leading), matrixNumbers(right, broadcastTo: leading)
    )
    let pairs = zip(firsts, seconds).map { MatrixPair(first: $0, second: $1) }
    let plain = MatrixProduct(product, activation: .identity)
    return Scalar.Kernels.matrixProducts(plain, a, b, pairs: pairs)
        .reshaped(leading + [product.rows, product.columns])
}

/// The number of the matrix that stands at each place of the leading axes once they are broadcast.
private func matrixNumbers(_ leading: [Int], broadcastTo target: [Int]) -> [Int] {
    let count = leading.reduce(1, *)
    return Tensor<Double>.counting(count).reshaped(leading).broadcast(to: target).elements
        .map { Int($0) }
}
