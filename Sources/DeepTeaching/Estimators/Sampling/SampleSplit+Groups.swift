extension SampleSplit {
    /// Splits samples into folds that keep groups whole, such as the patches or slides of a patient:
    /// a model is never examined on somebody whom it has seen.
    ///
    /// Groups are taken from the largest to the smallest, equally large ones in random order; each
    /// comes into the fold after which the counts of the classes are spread most evenly over the
    /// folds. So the classes are as even as whole groups allow, which may be far from even.
    ///
    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - groups: the group of each sample.
    ///   - count: the number of folds, 2 or more.
    ///   - seed: decides the draw.
    /// - Returns: one split a fold; each sample is in the test of one of them.
    /// - Throws: `EstimatorError` if there is no sample, labels and groups are not equally many, or
    ///   there are fewer groups than folds.
    ///
    /// Source: the greedy rule of scikit-learn's StratifiedGroupKFold.
    public static func folds<Label: Hashable & Sendable, Group: Hashable & Sendable>(
        of labels: [Label], groups: [Group], count: Int, seed: UInt64
    ) throws -> [SampleSplit] {
        try requireFolds(count)
        guard labels.count == groups.count else {
            throw EstimatorError.labelCount(labels: labels.count, samples: groups.count)
        }
        let classes = try membersOfClasses(labels, atLeast: 1)
        let members = try membersOfClasses(groups, atLeast: 1)
        guard members.count >= count else {
            throw EstimatorError.tooFewGroups(found: members.count, needed: count)
        }
        var classOf = [Int](repeating: 0, count: labels.count)
        for (number, samples) in classes.enumerated() {
            for sample in samples { classOf[sample] = number }
        }
        var generator = SeededGenerator(seed: seed, stream: "sample folds of groups")
        let shuffled = generator.shuffled(members).enumerated()
        let bySize = shuffled.sorted { a, b in
            (b.element.count, a.offset) < (a.element.count, b.offset)
        }
        var spread = ClassSpread(classes: classes.map(\.count), folds: count)
        var tests = [Set<Int>](repeating: [], count: count)
        for group in bySize.map(\.element) {
            let fold = spread.deal(group.map { classOf[$0] })
            tests[fold].formUnion(group)
        }
        return tests.map { SampleSplit(test: $0, count: labels.count) }
    }
}

/// How the classes are spread over folds while groups are dealt to them.
private struct ClassSpread {
    private let classes: [Int]

    /// `counts[fold][class]`.
    private var counts: [[Int]]

    init(classes: [Int], folds: Int) {
        self.classes = classes
        counts = [[Int]](repeating: [Int](repeating: 0, count: classes.count), count: folds)
    }

    /// Gives a group to the fold that needs it most, of equals to the one with the fewest samples.
    mutating func deal(_ labels: [Int]) -> Int {
        var group = [Int](repeating: 0, count: classes.count)
        for label in labels { group[label] += 1 }
        let costs = counts.map { cost(ofAdding: group, to: $0) }
        let sizes = counts.map { $0.reduce(0, +) }
        let fold = counts.indices.min { (costs[$0], sizes[$0]) < (costs[$1], sizes[$1]) } ?? 0
        for label in labels { counts[fold][label] += 1 }
        return fold
    }

    /// By how much the sum over folds and classes of squared shares grows, which is smallest for
    /// even shares: 2 c g + g^2, over the square of the class's count.
    private func cost(ofAdding group: [Int], to fold: [Int]) -> Double {
        zip(zip(group, fold), classes).reduce(0) { sum, next in
            let ((added, there), total) = next
            return sum + Double(added * (2 * there + added)) / (Double(total) * Double(total))
        }
    }
}
