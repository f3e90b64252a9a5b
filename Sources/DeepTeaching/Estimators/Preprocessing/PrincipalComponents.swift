/// Principal component analysis (PCA): the directions along which samples vary most, and the samples as
/// their places along the first few of these.
///
///     z = W (x - mean)
///
/// The rows of W are the eigenvectors of the covariance of the samples, from the largest variance on, of
/// length 1 and at right angles to each other. Of the two directions of each, that is taken in which its
/// largest number is positive. Features of larger units weigh more: see ``Standardizer``.
///
/// ```swift
/// let principal = try PrincipalComponents(2).fit(training)
/// print(principal.varianceShares)
/// let places = try principal.transformed(test)
/// ```
///
/// Source: Jolliffe, Principal component analysis, 2002.
public struct PrincipalComponents: Preprocessor, Equatable, Codable {
    /// The number of directions that are kept; nil for as many as there are, the lesser of the numbers of
    /// samples and features.
    public var count: Int?

    /// An analysis yet to be made.
    public init(_ count: Int? = nil) { self.count = count }

    /// Learns the directions. Time grows with the cube of the number of features.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if this is no table of finite numbers, has fewer than two rows, all rows
    ///   are equal, or there are not as many directions as are to be kept.
    public func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted {
        let table = try SampleTable(features)
        guard table.sampleCount > 1 else {
            throw table.sampleCount == 0
                ? EstimatorError.noSamples
                : .tooFewSamples(found: 1, needed: 2, for: "a variance")
        }
        let most = min(table.sampleCount, table.featureCount)
        guard 1...most ~= count ?? most else {
            throw EstimatorError.unusableSetting(
                name: "count", value: "\(count ?? most)", allowed: "from 1 to \(most)")
        }
        let means = table.means()
        let covariance = table.covariance(about: means)
        guard covariance.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw infiniteDistance }
        let total = covariance.indices.reduce(0) { $0 + covariance[$1][$1] }
        guard total > 0 else {
            throw EstimatorError.unusableSetting(
                name: "variance of the features", value: "0", allowed: "above 0 in one of them")
        }
        let found = SymmetricEigenvectors(of: covariance)
        let variances = found.values.prefix(count ?? most).map { max(0, $0) }
        return Fitted(
            means: means, directions: found.vectors.prefix(count ?? most).map(withPositivePeak),
            variances: variances, varianceShares: variances.map { $0 / total })
    }

    private func withPositivePeak(_ vector: [Double]) -> [Double] {
        let peak = vector.reduce(0) { abs($1) > abs($0) ? $1 : $0 }
        return peak < 0 ? vector.map { -$0 } : vector
    }
}

extension SampleTable {
    /// The mean of each feature.
    fileprivate func means() -> [Double] {
        var means = [Double](repeating: 0, count: featureCount)
        let count = Double(sampleCount)
        // Divided first, large numbers do not overflow.
        for (index, x) in values.enumerated() { means[index % featureCount] += x / count }
        return means
    }

    /// sum (x - mean) (x - mean)' / (n - 1), in blocks of samples that do not depend on the threads.
    fileprivate func covariance(about means: [Double]) -> [[Double]] {
        let blocks = SampleBlocks(samples: sampleCount)
        let d = featureCount
        let parts = parallelMap(blocks.count) { number -> [Double] in
            var sums = [Double](repeating: 0, count: d * d)
            var x = means
            for sample in blocks[number] {
                for f in 0..<d { x[f] = values[sample * d + f] - means[f] }
                for i in 0..<d {
                    for j in 0...i { sums[i * d + j] += x[i] * x[j] }
                }
            }
            return sums
        }
        return (0..<d).map { row in
            (0..<d).map { column in
                let place = max(row, column) * d + min(row, column)
                return parts.reduce(0) { $0 + $1[place] } / Double(sampleCount - 1)
            }
        }
    }
}
