import Foundation

/// k-means++: first centroids that lie far from each other.
///
/// The first is any sample. Each further one is drawn with a probability proportional to D^2, the
/// squared distance of a sample from the nearest centroid so far. Of a few candidates that is kept which
/// leaves the smallest sum of D^2.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let start = try KMeansPlusPlus().samples(3, from: table, using: &generator)
/// let clusters = try KMeans(clusters: 3, start: .centroids(start.map { rows[$0] })).fit(table)
/// ```
///
/// Source: Arthur and Vassilvitskii, k-means++: the advantages of careful seeding, SODA, 2007.
public struct KMeansPlusPlus: Sendable, Equatable, Codable {
    /// How many candidates are drawn for each centroid after the first; nil for 2 + log(count), rounded
    /// down. With 1 it is the algorithm as first published.
    public var candidates: Int?

    /// A way to start; the number of candidates is scikit-learn's.
    public init(candidates: Int? = nil) { self.candidates = candidates }

    /// Draws different samples; of samples that are all equal to those that were drawn, the first ones.
    ///
    /// - Parameters:
    ///   - count: how many to draw.
    ///   - features: finite numbers, axes [samples, features].
    /// - Returns: the number of each drawn sample.
    /// - Throws: `EstimatorError` if the features are no table of finite numbers, there are fewer than
    ///   `count` samples, or count or candidates are below 1.
    public func samples<Scalar: TensorScalar>(
        _ count: Int, from features: Tensor<Scalar>, using generator: inout SeededGenerator
    ) throws -> [Int] {
        try requireAtLeastOne("count", count)
        try requireAtLeastOne("candidates", candidates ?? 1)
        try features.requireSamples()
        guard features.shape[0] >= count else {
            throw EstimatorError.tooFewSamples(
                found: features.shape[0], needed: count, for: "\(count) centroids")
        }
        return drawn(count, from: features, using: &generator)
    }

    /// The same for samples that were checked.
    func drawn<Scalar: TensorScalar>(
        _ count: Int, from samples: Tensor<Scalar>, using generator: inout SeededGenerator
    ) -> [Int] {
        let trials = candidates ?? 2 + Int(log(Double(count)))
        var chosen = [generator.index(below: samples.shape[0])]
        var weights = SquaredDistances(of: samples, from: chosen[0])
        while chosen.count < count {
            guard weights.total > 0 else {
                // All samples lie on a centroid.
                let rest = (0..<samples.shape[0]).lazy.filter { !chosen.contains($0) }
                return chosen + rest.prefix(count - chosen.count)
            }
            let candidates = (0..<trials).map { _ in
                weights.sample(at: generator.uniform() * weights.total)
            }
            let (best, lowered) = weights.lowered(by: candidates, among: samples)
            chosen.append(candidates[best])
            weights = lowered
        }
        return chosen
    }
}
