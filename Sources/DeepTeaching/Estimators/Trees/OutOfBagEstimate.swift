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

    /// - Parameter isOut: for each tree and sample whether the tree did not draw it.
    init(trees: [DecisionTree.Fitted], isOut: [[Bool]], table: SampleTable, labels: [Int]) {
        let partSize = 512
        let parts = parallelMap((table.sampleCount + partSize - 1) / partSize) { part in
            let start = part * partSize
            return Self.means(
                trees: trees, isOut: isOut, table: table,
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

    /// Whether each sample has one probability a class, or none, and the error is a share.
    func fits(classCount: Int) -> Bool {
        probabilities.allSatisfy { row in
            row.map { $0.count == classCount && areProbabilities($0) } ?? true
        } && 0...1 ~= error ?? 0
    }

    private static func means(
        trees: [DecisionTree.Fitted], isOut: [[Bool]], table: SampleTable, samples: Range<Int>
    ) -> [[Double]?] {
        let classCount = trees[0].classCount
        var sums = [Double](repeating: 0, count: samples.count * classCount)
        for (tree, isOut) in zip(trees, isOut) {
            sums.withUnsafeMutableBufferPointer {
                tree.addShares(of: table, samples: samples, where: isOut, to: $0)
            }
        }
        return samples.map { sample in
            let judges = isOut.count { $0[sample] }
            let start = (sample - samples.lowerBound) * classCount
            return judges == 0
                ? nil : sums[start..<start + classCount].map { $0 / Double(judges) }
        }
    }
}
