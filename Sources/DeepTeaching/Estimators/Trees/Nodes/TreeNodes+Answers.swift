extension TreeNodes {
    /// What the leaves of these samples answer with, axes [sample, value].
    func sums<Scalar>(of rows: TreeRows<Scalar>, samples: Range<Int>) -> [Double] {
        TreeNodes.sums([self], of: rows, samples: samples)
    }

    /// The sums over trees of what the leaves of these samples answer with, axes [sample, value].
    ///
    /// - Parameter isChosen: for each tree and sample whether it is to be added; nil for all.
    static func sums<Scalar>(
        _ trees: [TreeNodes], of rows: TreeRows<Scalar>, samples: Range<Int>,
        where isChosen: [[Bool]]? = nil
    ) -> [Double] {
        let width = trees[0].valueCount
        var sums = [Double](repeating: 0, count: samples.count * width)
        sums.withUnsafeMutableBufferPointer { sums in
            for (number, tree) in trees.enumerated() {
                let leaves = tree.leaves(of: rows, samples: samples)
                tree.values.withUnsafeBufferPointer { values in
                    let isChosen = isChosen?[number]
                    for (index, leaf) in leaves.enumerated() {
                        if let isChosen, !isChosen[samples.lowerBound &+ index] { continue }
                        for k in 0..<width {
                            sums[index &* width &+ k] += values[Int(leaf) &* width &+ k]
                        }
                    }
                }
            }
        }
        return sums
    }

    /// The means over the trees of a forest, axes [sample, value].
    ///
    /// Within each part of the samples the trees are asked in their order: the same sums for any number of
    /// threads. A part is small enough for its rows to stay in the cache.
    static func means<Scalar>(_ trees: [TreeNodes], of rows: TreeRows<Scalar>) -> [Double] {
        let scale = 1 / Double(trees.count)
        let parts = parallelMap(partCount(of: rows.sampleCount)) { part in
            sums(trees, of: rows, samples: samples(ofPart: part, of: rows.sampleCount))
                .map { $0 * scale }
        }
        return Array(parts.joined())
    }

    /// How many parts so many samples are judged in.
    static func partCount(of samples: Int) -> Int {
        (samples + partSize(of: samples) - 1) / partSize(of: samples)
    }

    /// The samples of a part.
    static func samples(ofPart part: Int, of count: Int) -> Range<Int> {
        part * partSize(of: count)..<min((part + 1) * partSize(of: count), count)
    }

    /// A quarter of the samples, within bounds: each part reads all trees into the cache anew.
    private static func partSize(of samples: Int) -> Int { min(max(512, (samples + 3) / 4), 2560) }
}
