import Foundation

/// Chooses the patches about which a network errs most: hard negatives, and tumour that it overlooks.
///
/// Most normal tissue is easy, and a network that sees each patch equally often learns little from it after
/// a while. A patch is the harder the further its score is from what it shows: s for normal tissue,
/// 1 - s for tumour, where s is the probability of tumour that the network gave it.
///
/// ```swift
/// let scores = try detector.probabilities(of: patches)
/// let hard = try HardPatches(isTumor: patches.isTumor, scores: scores)
/// var generator = SeededGenerator(seed: 1)
/// let negatives = patches.gathered(hard.sample(500, of: .normal, using: &generator))
/// ```
///
/// Source: FELZENSZWALB, Pedro F., et al. Object detection with discriminatively trained part-based models.
/// IEEE Transactions on Pattern Analysis and Machine Intelligence, 2010, 32(9), 1627-1645 (hard negatives).
public struct HardPatches: Sendable {
    /// How hard each patch is, from 0 to 1.
    public let hardness: [Double]

    private let isTumor: [Bool]

    /// Patches and what a network thinks of them.
    ///
    /// - Parameters:
    ///   - isTumor: for each patch whether it shows tumour.
    ///   - scores: for each patch the probability of tumour that the network gave it.
    /// - Throws: `PatchError` if they are not equally many, or a score is no probability.
    public init(isTumor: [Bool], scores: [Double]) throws {
        guard scores.count == isTumor.count else {
            throw PatchError.wrongPredictionCount(expected: isTumor.count, got: scores.count)
        }
        if let place = scores.firstIndex(where: { !(0...1).contains($0) }) {
            throw PatchError.unusableSetting(
                name: "score of patch \(place)", value: "\(scores[place])",
                allowed: "a probability from 0 to 1")
        }
        self.isTumor = isTumor
        hardness = zip(isTumor, scores).map { $0 ? 1 - $1 : $1 }
    }

    /// The hardest patches of a label, the hardest first; of equally hard ones the first.
    ///
    /// - Returns: their places; fewer than asked for if there are no more.
    public func hardest(_ count: Int, of label: PatchLabel) -> [Int] {
        require(count >= 0, "cannot choose \(count) patches")
        return Array(
            places(of: label).sorted { (hardness[$1], $0) < (hardness[$0], $1) }.prefix(count))
    }

    /// Draws different patches of a label, each next one with a probability in proportion to its hardness
    /// among those that are left. Those of hardness 0 are not drawn.
    ///
    /// Where the outlines are not complete, the very hardest patches are often wrong labels; a draw takes
    /// some of the others too.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - label: tumour or normal.
    ///   - power: makes the hard ones more likely: the hardness counts to this power.
    ///   - generator: makes the draws.
    /// - Returns: their places in the order in which they were drawn; fewer than asked for if there are
    ///   no more.
    ///
    /// Source: Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006: the k largest of
    /// u^(1/w), here of log(u) / w.
    public func sample(
        _ count: Int, of label: PatchLabel, power: Double = 1,
        using generator: inout SeededGenerator
    ) -> [Int] {
        require(
            count >= 0 && power >= 0 && power.isFinite,
            "cannot draw \(count) patches by their hardness to the power \(power)")
        let keyed = places(of: label).map { place in
            // From above 0 to 1, so that the logarithm is finite.
            (place, key: log(1 - generator.uniform()) / pow(hardness[place], power))
        }
        return keyed.filter { $0.key > -.infinity && !$0.key.isNaN }
            .sorted { ($1.key, $0.0) < ($0.key, $1.0) }
            .prefix(count).map(\.0)
    }

    private func places(of label: PatchLabel) -> [Int] {
        guard label != .unknown else { return [] }
        return isTumor.indices.filter { isTumor[$0] == (label == .tumor) }
    }
}
