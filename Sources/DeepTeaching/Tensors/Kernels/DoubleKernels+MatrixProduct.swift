extension DoubleKernels {
    /// act(A B + bias), in the order i, k, j: the innermost loop runs along rows of B and C.
    public static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Double>, _ b: Tensor<Double>, bias: Tensor<Double>?
    ) -> Tensor<Double> {
        product.requireFit(a, b, bias: bias)
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

    /// The product of each pair of matrices, one after the other.
    public static func matrixProducts(
        _ product: MatrixProduct, _ a: Tensor<Double>, _ b: Tensor<Double>, pairs: [MatrixPair]
    ) -> Tensor<Double> {
        product.requireFit(a, b, pairs: pairs)
        let (first, second) = (Array(a.shape.suffix(2)), Array(b.shape.suffix(2)))
        let (firsts, seconds) = (a.reshaped(matrices: first), b.reshaped(matrices: second))
        let products = pairs.map { pair in
            matrixProduct(
                product, firsts.slice(pair.first..<pair.first + 1).reshaped(first),
                seconds.slice(pair.second..<pair.second + 1).reshaped(second), bias: nil)
        }
        return products.isEmpty
            ? .zeros([0, product.rows, product.columns]) : .stacked(products)
    }
}

extension Tensor {
    /// All matrices one below the other: `[count, rows, columns]`.
    fileprivate func reshaped(matrices sides: [Int]) -> Tensor {
        reshaped([shape.dropLast(2).reduce(1, *)] + sides)
    }
}
