/// How good a forest is on samples that its trees did not see, without any data set aside.
///
/// About 37 % of the samples are not drawn for a tree: they are "out of bag". A sample's
/// probabilities here are the mean over just those trees for which it was out of bag.
///
/// Source: Breiman, Random forests, Machine Learning, 2001, section 3.1.
public struct OutOfBagEstimate: Sendable, Equatable, Codable {
    /// The class probabilities of each sample, or nil for a sample that every tree has drawn.
    public let probabilities: [[Double]?]

    /// The share of samples whose most probable class is not their label, among those that have
    /// probabilities; nil if none has.
    public let error: Double?

    init(trees: [FittedDecisionTree], draws: [[Int]], table: SampleTable, labels: [Int]) {
        let partSize = 512
        let parts = inParallel((table.sampleCount + partSize - 1) / partSize) { part in
            let start = part * partSize
            return Self.means(
                trees: trees, draws: draws, table: table,
                samples: start..<min(start + partSize, table.sampleCount))
        }
        probabilities = Array(parts.joined())
        var judged = 0
        var wrong = 0
        for (row, label) in zip(probabilities, labels) {
            guard let row else { continue }
            judged += 1
            if mostProbableClasses(row, classCount: row.count) != [label] { wrong += 1 }
        }
        error = judged > 0 ? Double(wrong) / Double(judged) : nil
    }

    private static func means(
        trees: [FittedDecisionTree], draws: [[Int]], table: SampleTable, samples: Range<Int>
    ) -> [[Double]?] {
        samples.map { sample in
            var sums = [Double](repeating: 0, count: trees[0].classCount)
            var judges = 0
            for (tree, draws) in zip(trees, draws) where draws[sample] == 0 {
                judges += 1
                sums.withUnsafeMutableBufferPointer {
                    tree.addShares(of: table, samples: sample..<sample + 1, to: $0)
                }
            }
            return judges == 0 ? nil : sums.map { $0 / Double(judges) }
        }
    }
}
