/// The rows of a batch in blocks that stay in the second cache while two passes go over them. Blocks
/// are fixed by the shape, so that sums are formed in the same order for any number of threads.
struct RowBlocks {
    let rows, features: Int
    private let rowsPerBlock: Int

    /// Blocks of about 32,768 numbers, and of a whole multiple of `granularity` rows.
    init<Scalar>(of batch: Tensor<Scalar>, granularity: Int) {
        features = batch.shape.last ?? 1
        rows = features == 0 ? 0 : batch.count / features
        let wanted = 32_768 / max(features, 1)
        rowsPerBlock = max(granularity, wanted / granularity * granularity)
    }

    /// The number of blocks.
    var count: Int { (rows + rowsPerBlock - 1) / rowsPerBlock }

    /// The rows of a block.
    subscript(block: Int) -> Range<Int> {
        block * rowsPerBlock..<min((block + 1) * rowsPerBlock, rows)
    }
}
