extension Double {
    /// act(A B + bias), in the order i, k, j: the innermost loop runs along rows of B and C.
    public static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Double>, _ b: Tensor<Double>, bias: Tensor<Double>?
    ) -> Tensor<Double> {
        let (rows, columns, depth) = (product.rows, product.columns, product.depth)
        let a = product.transposesFirst ? a.transposed() : a
        let b = product.transposesSecond ? b.transposed() : b
        let start = bias ?? .zeros([columns])
        let result = Tensor<Double>(uninitializedShape: [rows, columns])
        withPointers(a.storage, b.storage, start.storage, result.storage) { a, b, start, c in
            for i in 0..<rows {
                let row = c + i * columns
                row.update(from: start, count: columns)
                for k in 0..<depth {
                    let factor = a[i * depth + k]
                    for j in 0..<columns { row[j] += factor * b[k &* columns &+ j] }
                }
            }
        }
        return product.activation == .relu ? result.relu() : result
    }
}
