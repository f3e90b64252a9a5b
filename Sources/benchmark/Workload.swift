/// Something whose speed is measured.
struct Workload {
    /// The name of the peers' workload that does the same.
    let name: String

    /// How many items (samples, images, calls) one run works on.
    let items: Int

    /// The unit of the rate.
    let unit: String

    /// Floating point operations of one run; nil where nobody counts them.
    var operations: Double?

    /// Bytes that one run moves; nil where nobody counts them.
    var bytes: Double?

    /// Makes the data, and returns what is measured.
    let prepare: () throws -> () -> Void

    /// All workloads, in the order of the table. Those of the machine's limits share their work among
    /// `threads` parts.
    static func all(threads: Int) -> [Workload] {
        networks + normalizedNetworks + recurrentNetworks + convolutions + normalizations
            + matrixProducts
            + smallOperations + tinyNetworks + productLimits
            + memoryLimits(threads: threads) + imageLimits(threads: threads) + clusterings
            + mixtures + classicTrees + [softAttention] + recurrentAttention + colors
            + augmentations + shapes + slides
    }
}
