/// Expectation maximisation that goes on step by step.
struct MixtureRun: Sendable {
    private let settings: GaussianMixture
    private let table: SampleTable
    private var density: MixtureDensity

    /// The parameters after the last step.
    private(set) var parameters: MixtureParameters

    /// The mean logarithm of the likelihood of a sample before each step.
    private(set) var history: [Double] = []

    /// Whether the likelihood rests.
    private(set) var hasConverged = false

    /// - Throws: `EstimatorError.singularCovariance` if a covariance of the start has no inverse.
    init(_ settings: GaussianMixture, table: SampleTable, start: MixtureParameters) throws {
        self.settings = settings
        self.table = table
        parameters = start
        density = try MixtureDensity(start)
    }

    /// Whether there is no further step.
    var isOver: Bool { hasConverged || history.count == settings.maximumIterations }

    /// Both steps: shares of the components in each sample, and parameters by these shares.
    ///
    /// - Throws: `EstimatorError` if a covariance has no inverse any more, or a number is infinite.
    mutating func advance() throws {
        let found = density.expectation(of: table, .moments)
        let likelihood = try mean(found.logLikelihood)
        if let last = history.last { hasConverged = abs(likelihood - last) < settings.tolerance }
        history.append(likelihood)
        parameters = MixtureMaximization(
            kind: settings.covarianceKind, floor: settings.covarianceFloor,
            means: parameters.means, moments: found.moments
        ).parameters()
        density = try MixtureDensity(parameters)
    }

    /// The mean logarithm of the likelihood of a sample with the parameters as they are now.
    func logLikelihood() throws -> Double {
        try mean(density.expectation(of: table, .likelihood).logLikelihood)
    }

    private func mean(_ sum: Double) throws -> Double {
        guard sum.isFinite else { throw infiniteDistance }
        return sum / Double(table.sampleCount)
    }
}
