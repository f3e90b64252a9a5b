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
        let generator = SeededGenerator(seed: seed, stream: "sample folds of groups")
        return try dealtGroups(
            labels, groups: groups, shares: [Double](repeating: 1, count: count), generator
        ).map { SampleSplit(test: $0, count: labels.count) }
    }

    /// Splits samples by chance so that groups stay whole, such as the patches or slides of a patient, and
    /// both parts have about the same share of each class.
    ///
    /// Groups are dealt as ``folds(of:groups:count:seed:)`` deals them; each part gets at least one.
    ///
    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - groups: the group of each sample.
    ///   - test: the share of the test, above 0 and below 1.
    ///   - seed: decides the draw.
    /// - Throws: `EstimatorError` if there is no sample, labels and groups are not equally many, the
    ///   share cannot be used, or there is one group only.
    public init<Label: Hashable & Sendable, Group: Hashable & Sendable>(
        of labels: [Label], groups: [Group], test: Double, seed: UInt64
    ) throws {
        guard test > 0, test < 1 else {
            throw EstimatorError.unusableSetting(
                name: "test", value: "\(test)", allowed: "above 0 and below 1")
        }
        let generator = SeededGenerator(seed: seed, stream: "sample split of groups")
        let parts = try dealtGroups(labels, groups: groups, shares: [1 - test, test], generator)
        self.init(test: parts[1], count: labels.count)
    }

    /// One split a group, whose samples are its test, such as the slides of a centre: how good is a model
    /// where it has never been?
    ///
    /// - Parameter groups: the group of each sample.
    /// - Returns: the splits in the order in which the groups first occur.
    /// - Throws: `EstimatorError` if there is no sample, or one group only.
    public static func leavingOneGroupOut<Group: Hashable & Sendable>(
        of groups: [Group]
    ) throws -> [SampleSplit] {
        let members = try membersOfClasses(groups, atLeast: 1)
        guard members.count > 1 else {
            throw EstimatorError.tooFewGroups(found: members.count, needed: 2)
        }
        return members.map { SampleSplit(test: Set($0), count: groups.count) }
    }
}

/// Deals whole groups to parts, each part getting about its share of each class.
private func dealtGroups<Label: Hashable, Group: Hashable>(
    _ labels: [Label], groups: [Group], shares: [Double], _ generator: SeededGenerator
) throws -> [Set<Int>] {
    guard labels.count == groups.count else {
        throw EstimatorError.labelCount(labels: labels.count, samples: groups.count)
    }
    let classes = try membersOfClasses(labels, atLeast: 1)
    let members = try membersOfClasses(groups, atLeast: 1)
    guard members.count >= shares.count else {
        throw EstimatorError.tooFewGroups(found: members.count, needed: shares.count)
    }
    var classOf = [Int](repeating: 0, count: labels.count)
    for (number, samples) in classes.enumerated() {
        for sample in samples { classOf[sample] = number }
    }
    var generator = generator
    let shuffled = generator.shuffled(members).enumerated()
    let bySize = shuffled.sorted { a, b in
        (b.element.count, a.offset) < (a.element.count, b.offset)
    }
    var spread = ClassSpread(classes: classes.map(\.count), shares: shares)
    var parts = [Set<Int>](repeating: [], count: shares.count)
    for (number, group) in bySize.map(\.element).enumerated() {
        // The last groups are for the parts that would else stay empty.
        let empty = parts.indices.filter { parts[$0].isEmpty }
        let isScarce = members.count - number <= empty.count
        let part = spread.deal(
            group.map { classOf[$0] }, to: isScarce ? empty : Array(parts.indices))
        parts[part].formUnion(group)
    }
    return parts
}

/// How the classes are spread over parts while groups are dealt to them.
private struct ClassSpread {
    private let classes: [Int]
    private let shares: [Double]

    /// `counts[part][class]`.
    private var counts: [[Int]]

    init(classes: [Int], shares: [Double]) {
        self.classes = classes
        self.shares = shares
        counts = [[Int]](
            repeating: [Int](repeating: 0, count: classes.count), count: shares.count)
    }

    /// Gives a group to the part that needs it most, of equals to the one with the fewest samples.
    mutating func deal(_ labels: [Int], to parts: [Int]) -> Int {
        var group = [Int](repeating: 0, count: classes.count)
        for label in labels { group[label] += 1 }
        let costs = zip(counts, shares).map { cost(ofAdding: group, to: $0) / $1 }
        let sizes = zip(counts, shares).map { Double($0.reduce(0, +)) / $1 }
        let part = parts.min { (costs[$0], sizes[$0]) < (costs[$1], sizes[$1]) } ?? 0
        for label in labels { counts[part][label] += 1 }
        return part
    }

    /// By how much the sum over parts and classes of squared shares grows, which over the parts' own
    /// shares is smallest where all are alike: 2 c g + g^2, over the square of the class's count.
    private func cost(ofAdding group: [Int], to fold: [Int]) -> Double {
        zip(zip(group, fold), classes).reduce(0) { sum, next in
            let ((added, there), total) = next
            return sum + Double(added * (2 * there + added)) / (Double(total) * Double(total))
        }
    }
}
