extension ROCCurve {
    /// The area under the curve with a bootstrap interval over groups, usually patients.
    ///
    /// Resamples that hold one class only have no area; they are left out and counted. With
    /// `stratified` there are none: groups with positives alone, with negatives alone and with both are
    /// then drawn apart, each kind as often as it occurs.
    ///
    /// Where each item is a group of its own, ``DeLongArea`` needs no draws.
    ///
    /// - Throws: `EvaluationError` as `init(scores:labels:)` and `bootstrapInterval` do.
    public static func areaInterval<Group: Hashable>(
        scores: [Double], labels: [Bool], groups: [Group], stratified: Bool = false,
        confidence: Double = 0.95, method: BootstrapMethod = .percentile, seed: UInt64,
        samples: Int = 2000
    ) throws -> BootstrapInterval {
        _ = try ROCCurve(scores: scores, labels: labels)
        return try labelledInterval(
            scores: scores, labels: labels, groups: groups, stratified: stratified,
            confidence: confidence, method: method, seed: seed, samples: samples
        ) { scores, labels in
            guard labels.contains(true), labels.contains(false) else { return nil }
            return try ROCCurve(scores: scores, labels: labels).area
        }
    }
}

extension PrecisionRecallCurve {
    /// The average precision with a bootstrap interval over groups, usually patients; resamples
    /// without a positive are left out and counted, and `stratified` means what it means to
    /// ``ROCCurve/areaInterval(scores:labels:groups:stratified:confidence:method:seed:samples:)``.
    ///
    /// - Throws: `EvaluationError` as `init(scores:labels:)` and `bootstrapInterval` do.
    public static func averagePrecisionInterval<Group: Hashable>(
        scores: [Double], labels: [Bool], groups: [Group], stratified: Bool = false,
        confidence: Double = 0.95, method: BootstrapMethod = .percentile, seed: UInt64,
        samples: Int = 2000
    ) throws -> BootstrapInterval {
        _ = try PrecisionRecallCurve(scores: scores, labels: labels)
        return try labelledInterval(
            scores: scores, labels: labels, groups: groups, stratified: stratified,
            confidence: confidence, method: method, seed: seed, samples: samples
        ) { scores, labels in
            guard labels.contains(true) else { return nil }
            return try PrecisionRecallCurve(scores: scores, labels: labels).averagePrecision
        }
    }
}

/// The interval of a statistic of scores and labels over groups.
private func labelledInterval<Group: Hashable>(
    scores: [Double], labels: [Bool], groups: [Group], stratified: Bool, confidence: Double,
    method: BootstrapMethod, seed: UInt64, samples: Int,
    statistic: ([Double], [Bool]) throws -> Double?
) throws -> BootstrapInterval {
    try requireSameLength("scores", scores.count, "groups", groups.count)
    var kinds: [Group: Set<Bool>] = [:]
    if stratified {
        for (group, label) in zip(groups, labels) { kinds[group, default: []].insert(label) }
    }
    return try bootstrapInterval(
        groups: groups, strata: groups.map { kinds[$0] ?? [] }, confidence: confidence,
        method: method, seed: seed, samples: samples
    ) { items in try statistic(items.map { scores[$0] }, items.map { labels[$0] }) }
}
