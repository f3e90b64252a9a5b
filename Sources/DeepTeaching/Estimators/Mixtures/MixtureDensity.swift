import CKernels
import Foundation

/// A mixture as the kernel wants it: of each component the mean, a lower triangular W with
/// W' W = covariance^-1, and log(weight) - features / 2 log(2 pi) + log det W.
struct MixtureDensity: Sendable {
    let features: Int
    let components: Int
    private let isDiagonal: Bool
    private let means: [Double]
    private var whitening: [Double] = []
    private var constants: [Double] = []

    /// - Throws: `EstimatorError.singularCovariance` if a covariance has no inverse.
    init(_ parameters: MixtureParameters) throws {
        features = parameters.featureCount
        components = parameters.componentCount
        means = parameters.means.flatMap { $0 }
        isDiagonal = [.diagonal, .spherical].contains(parameters.covariances.kind)
        for (k, weight) in parameters.weights.enumerated() {
            let (matrix, logDeterminant) =
                isDiagonal
                ? try Self.scales(parameters.covariances, k, features)
                : try Self.inverseFactor(parameters.covariance(of: k), k)
            whitening += matrix
            constants.append(
                log(weight) - 0.5 * Double(features) * log(2 * .pi) + logDeterminant)
        }
    }

    /// One over the deviation of each feature.
    private static func scales(
        _ covariances: MixtureCovariances, _ component: Int, _ features: Int
    ) throws -> ([Double], logDeterminant: Double) {
        let variances =
            switch covariances {
            case .diagonal(let rows): rows[component]
            case .spherical(let all): [Double](repeating: all[component], count: features)
            case .full, .tied: [Double]()
            }
        guard variances.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw EstimatorError.singularCovariance(component: component)
        }
        let scales = variances.map { 1 / $0.squareRoot() }
        return (scales, scales.reduce(0) { $0 + log($1) })
    }

    /// L^-1 of a covariance L L', row after row.
    private static func inverseFactor(
        _ covariance: [[Double]], _ component: Int
    ) throws -> ([Double], logDeterminant: Double) {
        guard let lower = choleskyFactor(covariance),
            lower.allSatisfy({ $0.allSatisfy(\.isFinite) })
        else { throw EstimatorError.singularCovariance(component: component) }
        let columns = covariance.indices.map { column in
            solveLower(lower, covariance.indices.map { $0 == column ? 1 : 0 })
        }
        let rows = covariance.indices.flatMap { row in columns.map { $0[row] } }
        return (rows, -covariance.indices.reduce(0) { $0 + log(lower[$1][$1]) })
    }

    /// What is asked of a pass over the samples.
    enum Question { case moments, shares, logDensities, likelihood }

    /// One pass over the samples.
    func expectation(of table: SampleTable, _ question: Question) -> Expectation {
        let count = table.sampleCount
        var result = Expectation()
        if question == .shares {
            result.shares = [Double](repeating: 0, count: count * components)
        }
        if question == .logDensities {
            result.logDensities = [Double](repeating: 0, count: count)
        }
        let blocks = SampleBlocks(samples: count)
        let parts = result.shares.withUnsafeMutableBufferPointer { shares in
            result.logDensities.withUnsafeMutableBufferPointer { densities in
                let (shares, densities) = (SharedBuffer(shares), SharedBuffer(densities))
                return parallelMap(blocks.count) { number in
                    block(blocks[number], table, question, shares, densities)
                }
            }
        }
        for part in parts { result.add(part) }
        return result
    }

    private func block(
        _ block: Range<Int>, _ table: SampleTable, _ question: Question,
        _ shares: SharedBuffer<Double>, _ densities: SharedBuffer<Double>
    ) -> Expectation {
        var result = Expectation()
        withMixture { mixture in
            result.moments = [Double](
                repeating: 0,
                count: question == .moments ? components * mixture_moments(mixture) : 0)
            let scratch = TensorStorage<Double>(count: mixture_scratch(mixture))
            let share = shares.base.baseAddress.map { $0 + block.lowerBound * components }
            let density = densities.base.baseAddress.map { $0 + block.lowerBound }
            table.values.withUnsafeBufferPointer { values in
                guard let first = values.baseAddress else { return }
                result.moments.withUnsafeMutableBufferPointer { moments in
                    withPointers(scratch) { scratch in
                        result.logLikelihood = mixture_expectation(
                            mixture, block.count, first + block.lowerBound * features,
                            question == .shares ? share : nil,
                            question == .logDensities ? density : nil,
                            question == .moments ? moments.baseAddress : nil, scratch)
                    }
                }
            }
        }
        return result
    }

    private func withMixture(_ body: (UnsafePointer<mixture>) -> Void) {
        means.withUnsafeBufferPointer { means in
            whitening.withUnsafeBufferPointer { whitening in
                constants.withUnsafeBufferPointer { constants in
                    let value = mixture(
                        features: features, components: components, diagonal: isDiagonal,
                        means: means.baseAddress, whitening: whitening.baseAddress,
                        constants: constants.baseAddress)
                    withUnsafePointer(to: value, body)
                }
            }
        }
    }
}

/// What a pass over samples gave.
struct Expectation: Sendable {
    /// The sum of the logarithms of the samples' densities.
    var logLikelihood = 0.0

    /// The sums of shares, of share x and of share x x' of each component, x being differences from its
    /// mean; axes [component, moment].
    var moments: [Double] = []

    /// The share of each component in each sample, axes [sample, component].
    var shares: [Double] = []

    /// The logarithm of the density of each sample.
    var logDensities: [Double] = []

    /// Adds the sums of a block.
    mutating func add(_ other: Expectation) {
        logLikelihood += other.logLikelihood
        if moments.isEmpty {
            moments = other.moments
        } else {
            for index in moments.indices { moments[index] += other.moments[index] }
        }
    }
}
