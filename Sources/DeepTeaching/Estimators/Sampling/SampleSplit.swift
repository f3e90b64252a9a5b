/// The indices of samples to learn from, and of samples to be examined on; none is in both.
public struct SampleSplit: Sendable, Equatable, Codable {
    /// The indices of the samples to learn from, in rising order.
    public let training: [Int]

    /// The indices of the samples to be examined on, in rising order.
    public let test: [Int]

    init(test: Set<Int>, count: Int) {
        training = (0..<count).filter { !test.contains($0) }
        self.test = test.sorted()
    }

    /// Splits samples by chance so that both parts have the same share of each class.
    ///
    /// The test gets `test` times n samples, rounded, and of each class the nearest whole numbers to
    /// its share that add up to them. Every class is in both parts, even if that makes the test
    /// larger or smaller than its share. Samples that resemble each other, such as the patches of one
    /// patient, belong together: ``folds(of:groups:count:seed:)`` keeps groups whole.
    ///
    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - test: the share of the test, above 0 and below 1.
    ///   - seed: decides the draw.
    /// - Throws: `EstimatorError.noSamples`, or `tooFewOfClass` if a class has one member.
    public init<Label: Hashable & Sendable>(
        of labels: [Label], test: Double, seed: UInt64
    ) throws {
        guard test > 0, test < 1 else {
            throw EstimatorError.unusableSetting(
                name: "test", value: "\(test)", allowed: "above 0 and below 1")
        }
        let classes = try membersOfClasses(labels, atLeast: 2)
        let counts = testCounts(of: classes.map(\.count), share: test)
        var generator = SeededGenerator(seed: seed, stream: "sample split")
        var chosen: Set<Int> = []
        for (members, count) in zip(classes, counts) {
            chosen.formUnion(generator.shuffled(members).prefix(count))
        }
        self.init(test: chosen, count: labels.count)
    }

    /// Splits samples into folds of equal size with equal shares of each class, for cross-validation:
    /// each fold is the test of a model that learns from all others.
    ///
    /// The sizes of the folds differ by one sample at most, and so do the counts of a class in them.
    ///
    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - count: the number of folds, 2 or more.
    ///   - seed: decides the draw.
    /// - Returns: one split a fold; each sample is in the test of one of them.
    /// - Throws: `EstimatorError.noSamples`, or `tooFewOfClass` if a class has fewer members than
    ///   there are folds: some tests would then lack it.
    public static func folds<Label: Hashable & Sendable>(
        of labels: [Label], count: Int, seed: UInt64
    ) throws -> [SampleSplit] {
        try requireFolds(count)
        let classes = try membersOfClasses(labels, atLeast: count)
        var generator = SeededGenerator(seed: seed, stream: "sample folds")
        var tests = [Set<Int>](repeating: [], count: count)
        // Each class goes on with the fold after that which received the last sample of the one
        // before, so that the remainders do not all come into the first folds.
        var next = 0
        for members in classes {
            for sample in generator.shuffled(members) {
                tests[next % count].insert(sample)
                next += 1
            }
        }
        return tests.map { SampleSplit(test: $0, count: labels.count) }
    }
}

/// Stops unless there are two folds or more.
func requireFolds(_ count: Int) throws {
    guard count > 1 else {
        throw EstimatorError.unusableSetting(
            name: "count of folds", value: "\(count)", allowed: "2 or more")
    }
}

/// The indices of the samples of each class, classes in the order in which they first occur.
func membersOfClasses<Label: Hashable>(_ labels: [Label], atLeast least: Int) throws -> [[Int]] {
    guard !labels.isEmpty else { throw EstimatorError.noSamples }
    var members: [[Int]] = []
    var numbers: [Label: Int] = [:]
    for (sample, label) in labels.enumerated() {
        if let number = numbers[label] {
            members[number].append(sample)
        } else {
            numbers[label] = members.count
            members.append([sample])
        }
    }
    if let rare = members.first(where: { $0.count < least }) {
        throw EstimatorError.tooFewOfClass(
            label: "\(labels[rare[0]])", found: rare.count, needed: least)
    }
    return members
}

/// How many of each class come into the test: the largest remainders are rounded up.
private func testCounts(of classes: [Int], share: Double) -> [Int] {
    let shares = classes.map { Double($0) * share }
    var counts = shares.map { Int($0) }
    let wanted = Int((shares.reduce(0, +)).rounded())
    let byRemainder = classes.indices.sorted {
        let (a, b) = (shares[$0] - Double(counts[$0]), shares[$1] - Double(counts[$1]))
        return a == b ? $0 < $1 : a > b
    }
    for index in byRemainder.prefix(max(0, wanted - counts.reduce(0, +))) { counts[index] += 1 }
    return zip(counts, classes).map { min(max($0, 1), $1 - 1) }
}
