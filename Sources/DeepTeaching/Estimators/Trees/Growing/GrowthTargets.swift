/// Classes to tell apart.
struct ClassTarget: GrowthTarget {
    private let labels: [Int]
    private let criterion: ClassificationCriterion
    private let classWeights: [Double]

    /// The weight of each sample, its class's included; nil where its class alone decides.
    private let sampleWeights: [Double]?

    var valueCount: Int { classWeights.count }

    /// - Parameters:
    ///   - classWeights: positive numbers.
    ///   - sampleWeights: one a sample, or nil if all count the same.
    /// - Throws: `EstimatorError` if the weights of the samples cannot be used.
    init(
        labels: [Int], classWeights: [Double], sampleWeights: [Double]?,
        criterion: ClassificationCriterion
    ) throws {
        self.labels = labels
        self.criterion = criterion
        self.classWeights = scaledByPowerOfTwo(classWeights)
        let weights = self.classWeights
        // Running sums of squares hold for weights that do not lie too far apart.
        let isCounted =
            sampleWeights == nil && criterion == .gini && weights.allSatisfy { $0 > 1e-4 }
        self.sampleWeights =
            isCounted
            ? nil
            : try usableWeights(
                sampleWeights, samples: labels.count, factors: labels.map { weights[$0] })
    }

    func takesPart(_ sample: Int) -> Bool { sampleWeights.map { $0[sample] > 0 } ?? true }

    func criterion(draws: [Int]) -> any SplitCriterion {
        guard let sampleWeights else {
            return CountedClasses(labels: labels, weights: classWeights)
        }
        return WeightedClasses(
            labels: labels, weights: zip(sampleWeights, draws).map { $0 * Double($1) },
            classCount: classWeights.count, isEntropy: criterion == .entropy)
    }
}

/// Numbers to predict.
struct NumberTarget: GrowthTarget {
    private let targets: ScaledTargets
    private let weights: [Double]

    var valueCount: Int { 1 }

    /// - Throws: `EstimatorError` if the targets or the weights of the samples cannot be used.
    init(_ targets: [Double], sampleWeights: [Double]?) throws {
        self.targets = try ScaledTargets(targets)
        weights = try usableWeights(sampleWeights, samples: targets.count, factors: nil)
    }

    func takesPart(_ sample: Int) -> Bool { weights[sample] > 0 }

    func criterion(draws: [Int]) -> any SplitCriterion {
        WeightedNumbers(targets: targets, weights: zip(weights, draws).map { $0 * Double($1) })
    }
}

/// The weights of samples, times one factor each, scaled so that the largest is near 1.
///
/// - Throws: `EstimatorError` if a weight is missing, infinite, negative or none, or all are 0.
private func usableWeights(
    _ weights: [Double]?, samples: Int, factors: [Double]?
) throws -> [Double] {
    let weights = weights ?? [Double](repeating: 1, count: samples)
    guard weights.count == samples else {
        throw EstimatorError.sampleWeightCount(found: weights.count, samples: samples)
    }
    if let sample = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw EstimatorError.unusableSampleWeight(value: "\(weights[sample])", sample: sample)
    }
    guard weights.contains(where: { $0 > 0 }) else { throw EstimatorError.noSampleWeight }
    guard let factors else { return scaledByPowerOfTwo(weights) }
    let products = zip(scaledByPowerOfTwo(weights), factors).map { $0 * $1 }
    guard products.contains(where: { $0 > 0 }) else { throw EstimatorError.noSampleWeight }
    return scaledByPowerOfTwo(products)
}

/// Numbers divided by the power of two below the largest, which changes no ratio by a bit, so that
/// sums and squares of them cannot overflow.
func scaledByPowerOfTwo(_ numbers: [Double]) -> [Double] {
    guard let largest = numbers.max(), largest > 0 else { return numbers }
    // Twice half the exponent: the inverse of the whole could overflow.
    let half = largest.exponent / 2
    let factors = [half, largest.exponent - half].map {
        Double(sign: .plus, exponent: -$0, significand: 1)
    }
    return numbers.map { $0 * factors[0] * factors[1] }
}
