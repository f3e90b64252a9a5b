extension DoubleKernels {
    /// c[i, j] = act(bias[j] + sum over k of a[i, k] b[k, j]), in the order i, k, j: the innermost loop
    /// runs along rows of B and C.
    public static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Double>, _ b: Tensor<Double>, bias: Tensor<Double>?
    ) -> Tensor<Double> {
        product.requireFit(a, b, bias: bias)
        let (rows, columns, depth) = (product.rows, product.columns, product.depth)
        let a = product.transposesFirst ? a.transposed() : a  // [rows, depth]
        let b = product.transposesSecond ? b.transposed() : b  // [depth, columns]
        let bias = bias ?? .zeros([columns])
        let result = Tensor<Double>(uninitializedShape: [rows, columns])
        withPointers(a.storage, b.storage, bias.storage, result.storage) { a, b, bias, c in
            let a = MatrixView(a, columns: depth)
            let (b, c) = (MatrixView(b, columns: columns), MatrixView(c, columns: columns))
            for i in 0..<rows {
                for j in 0..<columns { c[i, j] = bias[j] }
                for k in 0..<depth {
                    let factor = a[i, k]
                    for j in 0..<columns { c[i, j] += factor * b[k, j] }
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
