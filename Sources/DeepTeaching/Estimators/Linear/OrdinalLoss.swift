import Foundation

/// The penalised loss of an ordinal regression, with its slopes and curvatures.
///
/// With u = s - t_y and v = s - t_(y+1), the distances of the score s = w . x from the thresholds below
/// and above the class y of a sample, the probability of the class is p = sigma(u) - sigma(v), and
///
///     -log p = log(1 + exp(-u)) + log(1 + exp(v)) - log(1 - exp(-gap)),      gap = t_(y+1) - t_y
///
/// in which nothing overflows; the last term keeps thresholds apart. It is convex in w and t.
struct OrdinalLoss {
    let table: SampleTable

    /// The rank of each sample's class among those that occur.
    let ranks: [Int]

    let rankCount: Int
    let sampleWeights: [Double]
    let penalty: Double

    /// The number of weights, which come first among the parameters; the thresholds follow.
    var featureCount: Int { table.featureCount }

    var parameterCount: Int { featureCount + rankCount - 1 }

    /// Weights of 0, and thresholds at distances of 1.
    var start: [Double] {
        [Double](repeating: 0, count: featureCount) + (1..<rankCount).map { Double($0) }
    }

    /// The thresholds below and above a sample, as indices of the parameters; nil at the ends.
    private func thresholds(of sample: Int) -> (lower: Int?, upper: Int?) {
        let rank = ranks[sample]
        return (
            rank > 0 ? featureCount + rank - 1 : nil,
            rank < rankCount - 1 ? featureCount + rank : nil
        )
    }

    private func features(of sample: Int) -> ArraySlice<Double> {
        table.values[sample * featureCount..<(sample + 1) * featureCount]
    }

    /// Infinite where thresholds meet or change places.
    func value(at parameters: [Double]) -> Double {
        let weights = parameters.prefix(featureCount)
        var sum = penalty / 2 * weights.reduce(0) { $0 + $1 * $1 }
        for sample in ranks.indices {
            let score = zip(weights, features(of: sample)).reduce(0) { $0 + $1.0 * $1.1 }
            let (lower, upper) = thresholds(of: sample)
            var loss = 0.0
            if let lower { loss += softplus(parameters[lower] - score) }
            if let upper { loss += softplus(score - parameters[upper]) }
            if let lower, let upper {
                let gap = parameters[upper] - parameters[lower]
                if gap <= 0 { return .infinity }
                loss -= log(-expm1(-gap))
            }
            sum += sampleWeights[sample] * loss
        }
        return sum
    }

    /// The first and second derivatives.
    func derivatives(at parameters: [Double]) -> (gradient: [Double], hessian: [[Double]]) {
        let count = featureCount
        var gradient = parameters.indices.map { $0 < count ? penalty * parameters[$0] : 0 }
        var hessian = parameters.indices.map { row in
            parameters.indices.map { row == $0 && row < count ? penalty : 0 }
        }
        // The slope and the curvature of a term f(difference of parameters), its direction given by
        // pairs of parameter and factor.
        func add(_ slope: Double, _ curvature: Double, along direction: [(Int, Double)]) {
            for (row, factor) in direction {
                gradient[row] += slope * factor
                for (column, other) in direction {
                    hessian[row][column] += curvature * factor * other
                }
            }
        }
        for sample in ranks.indices {
            let weight = sampleWeights[sample]
            let x = features(of: sample).enumerated().map { ($0.offset, $0.element) }
            let score = x.reduce(0) { $0 + parameters[$1.0] * $1.1 }
            let (lower, upper) = thresholds(of: sample)
            if let lower {
                let miss = logistic(parameters[lower] - score)
                add(-weight * miss, weight * miss * (1 - miss), along: x + [(lower, -1)])
            }
            if let upper {
                let miss = logistic(score - parameters[upper])
                add(weight * miss, weight * miss * (1 - miss), along: x + [(upper, -1)])
            }
            if let lower, let upper {
                let gap = parameters[upper] - parameters[lower]
                let slope = 1 / expm1(gap)
                add(
                    -weight * slope, weight * slope * (slope + 1),
                    along: [(upper, 1), (lower, -1)])
            }
        }
        return (gradient, hessian)
    }
}

/// log(1 + exp(x)), without overflow.
private func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
