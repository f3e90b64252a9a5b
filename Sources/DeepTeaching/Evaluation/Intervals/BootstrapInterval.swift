/// A statistic with the interval in which it would lie again, had other patients been collected.
public struct BootstrapInterval: Sendable, Equatable, Codable {
    /// The statistic on all items.
    public let estimate: Double

    /// The lower end of the interval.
    public let lower: Double

    /// The upper end of the interval.
    public let upper: Double

    /// The share of resamples inside, such as 0.95.
    public let confidence: Double

    /// The number of resamples on which the statistic was not defined; they are left out.
    public let undefinedSamples: Int

    /// The length of the interval.
    public var width: Double { upper - lower }
}

/// The bootstrap percentile interval of a statistic, resampling whole groups.
///
/// Slides of one patient resemble each other. An interval over slides would take five nodes of one
/// patient for five independent witnesses, and come out too narrow: draw patients, with all their
/// slides, as often as there are patients, with replacement.
///
/// ```swift
/// let interval = try bootstrapInterval(groups: patients, seed: 1) { items in
///     try cohensKappa(
///         labels: items.map { truth[$0] }, predictions: items.map { predictions[$0] },
///         weights: .quadratic)
/// }
/// ```
///
/// - Parameters:
///   - groups: the group of each item; items of equal groups are drawn together.
///   - confidence: the share of resamples inside, above 0 and below 1.
///   - seed: decides the draws.
///   - samples: the number of resamples.
///   - statistic: gets the indices of the items drawn, an item several times if its group was;
///     nil where it is not defined.
/// - Throws: `EvaluationError` if there is no item, a parameter cannot be used, or the statistic
///   is not defined on the items or on at least half of the resamples; and what `statistic`
///   throws.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13.
public func bootstrapInterval<Group: Hashable>(
    groups: [Group], confidence: Double = 0.95, seed: UInt64, samples: Int = 2000,
    statistic: ([Int]) throws -> Double?
) throws -> BootstrapInterval {
    guard !groups.isEmpty else { throw EvaluationError.nothing }
    guard confidence > 0, confidence < 1 else {
        throw EvaluationError.unusableParameter(
            name: "confidence", value: "\(confidence)", allowed: "above 0 and below 1")
    }
    guard samples >= 1 else {
        throw EvaluationError.unusableParameter(
            name: "samples", value: "\(samples)", allowed: "1 or more")
    }
    let members = itemsOfGroups(groups)
    var generator = SeededGenerator(seed: seed, stream: "bootstrap")
    var values: [Double] = []
    for _ in 0..<samples {
        let items = members.flatMap { _ in members[generator.index(below: members.count)] }
        if let value = try statistic(items), value.isFinite { values.append(value) }
    }
    guard let estimate = try statistic(Array(groups.indices)), estimate.isFinite,
        2 * values.count >= samples
    else { throw EvaluationError.undefinedStatistic(defined: values.count, samples: samples) }
    values.sort()
    let tail = (1 - confidence) / 2
    return BootstrapInterval(
        estimate: estimate, lower: quantile(tail, ofSorted: values),
        upper: quantile(1 - tail, ofSorted: values), confidence: confidence,
        undefinedSamples: samples - values.count)
}

/// The items of each group, groups in the order in which they first appear.
private func itemsOfGroups<Group: Hashable>(_ groups: [Group]) -> [[Int]] {
    var indices: [Group: Int] = [:]
    var members: [[Int]] = []
    for (item, group) in groups.enumerated() {
        if let index = indices[group] {
            members[index].append(item)
        } else {
            indices[group] = members.count
            members.append([item])
        }
    }
    return members
}
