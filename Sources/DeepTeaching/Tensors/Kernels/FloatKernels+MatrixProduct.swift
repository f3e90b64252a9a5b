import CKernels

extension FloatKernels {
    /// act(A B + bias), in blocks of columns, or of rows where columns are few. Each sum is formed
    /// in one block and in one order, so the blocks do not show in the result.
    public static func matrixProduct(
        _ product: MatrixProduct, _ a: Tensor<Float>, _ b: Tensor<Float>, bias: Tensor<Float>?
    ) -> Tensor<Float> {
        product.requireFit(a, b, bias: bias)
        let result = Tensor<Float>(uninitializedShape: [product.rows, product.columns])
        guard result.count > 0 else { return result }
        let shape = product.kernelShape
        let blocks = blocks(of: product)
        parallel(blocks.count) { part in
            withPointers(a.storage, b.storage, result.storage) { a, b, c in
                withPointer(ofOptional: bias?.storage) { bias in
                    withUnsafePointer(to: shape) { shape in
                        withUnsafePointer(to: blocks[part]) { block in
                            matrix_product_block(shape, block, a, b, bias, c)
                        }
                    }
                }
            }
        }
        return result
    }

    /// The product of each pair of matrices, one pair a part.
    public static func matrixProducts(
        _ product: MatrixProduct, _ a: Tensor<Float>, _ b: Tensor<Float>, pairs: [MatrixPair]
    ) -> Tensor<Float> {
        product.requireFit(a, b, pairs: pairs)
        let (rows, columns, depth) = (product.rows, product.columns, product.depth)
        let result = Tensor<Float>(uninitializedShape: [pairs.count, rows, columns])
        guard result.count > 0 else { return result }
        let shape = product.kernelShape
        let whole = matrix_block(first_row: 0, end_row: rows, first_column: 0, end_column: columns)
        parallel(pairs.count) { part in
            withPointers(a.storage, b.storage, result.storage) { a, b, c in
                withUnsafePointer(to: shape) { shape in
                    withUnsafePointer(to: whole) { block in
                        matrix_product_block(
                            shape, block, a + pairs[part].first * rows * depth,
                            b + pairs[part].second * depth * columns, nil,
                            c + part * rows * columns)
                    }
                }
            }
        }
        return result
    }

    /// Blocks of whole panels of columns (32 is a multiple of every kernel's) or of 64 rows.
    private static func blocks(of product: MatrixProduct) -> [matrix_block] {
        let (rows, columns) = (product.rows, product.columns)
        let isSmall = rows * columns * product.depth < 100_000
        let splitsColumns = columns >= 128
        let side = isSmall ? Int.max : splitsColumns ? columnsOfBlock(columns) : 64
        let length = splitsColumns ? columns : rows
        return stride(from: 0, to: length, by: min(side, length)).map { start in
            let end = min(length, start + min(side, length))
            return splitsColumns
                ? matrix_block(first_row: 0, end_row: rows, first_column: start, end_column: end)
                : matrix_block(first_row: start, end_row: end, first_column: 0, end_column: columns)
        }
    }

    /// At most sixteen blocks, since more only cost the handing out.
    private static func columnsOfBlock(_ columns: Int) -> Int {
        let panels = (columns + 31) / 32
        return (panels + 15) / 16 * 32
    }
}

extension MatrixProduct {
    fileprivate var kernelShape: matrix_product {
        matrix_product(
            rows: rows, columns: columns, depth: depth, transposes_a: transposesFirst,
            transposes_b: transposesSecond, relu: activation == .relu)
    }
}
