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

    init(probabilities: [[Double]?], labels: [Int]) {
        self.probabilities = probabilities
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
}
