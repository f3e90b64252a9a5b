extension GaussianMixture {
    /// Fits weights, means and covariances.
    ///
    /// It computes in `Double`. The result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - seed: decides where the k-means that it starts from begins.
    /// - Throws: `EstimatorError` if samples or settings cannot be used, there are fewer samples than
    ///   components, or a covariance has no inverse.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64 = 0
    ) throws -> Fitted {
        var run = try run(features, seed: seed)
        while !run.isOver { try run.advance() }
        return Fitted(
            parameters: run.parameters, logLikelihood: try run.logLikelihood(),
            history: run.history, hasConverged: run.hasConverged)
    }

    /// The steps one by one, to be drawn or looked at.
    ///
    /// ```swift
    /// var steps = try GaussianMixture(components: 2).steps(table, seed: 1)
    /// while let step = try steps.next() {
    ///     print(step.logLikelihood, step.parameters.ellipse(of: 0, deviations: 2).points())
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - seed: decides where the k-means that it starts from begins.
    /// - Throws: `EstimatorError` as `fit` does.
    public func steps<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64 = 0
    ) throws -> Steps {
        Steps(run: try run(features, seed: seed))
    }

    private func run<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64
    ) throws -> MixtureRun {
        try checkSettings()
        let table = try SampleTable(features)
        guard table.sampleCount > 0 else { throw EstimatorError.noSamples }
        guard table.sampleCount >= components else {
            throw EstimatorError.tooFewSamples(
                found: table.sampleCount, needed: components, for: "\(components) components")
        }
        return try MixtureRun(
            self, table: table, start: try startParameters(of: table, seed: seed))
    }

    private func checkSettings() throws {
        try requireAtLeastOne("components", components)
        try requireAtLeastOne("maximumIterations", maximumIterations)
        for (name, value) in [("tolerance", tolerance), ("covarianceFloor", covarianceFloor)] {
            guard value >= 0, value.isFinite else {
                throw EstimatorError.unusableSetting(
                    name: name, value: "\(value)", allowed: "a number of 0 or more")
            }
        }
    }
}

extension GaussianMixture {
    /// One step of expectation maximisation.
    public struct Step: Sendable, Equatable {
        /// The number of the step, from 0.
        public let number: Int

        /// The parameters before the step.
        public let before: MixtureParameters

        /// The mean logarithm of the likelihood of a sample before the step.
        public let logLikelihood: Double

        /// The parameters after the step.
        public let parameters: MixtureParameters
    }

    /// The steps of a fit, the last one being that after which the likelihood rests, or the last that the
    /// settings allow.
    public struct Steps: Sendable {
        private var run: MixtureRun

        init(run: MixtureRun) { self.run = run }

        /// Makes the next step; nil when the fit is over.
        ///
        /// - Throws: `EstimatorError` if a covariance has no inverse any more.
        public mutating func next() throws -> Step? {
            if run.isOver { return nil }
            let before = run.parameters
            try run.advance()
            return Step(
                number: run.history.count - 1, before: before,
                logLikelihood: run.history[run.history.count - 1], parameters: run.parameters)
        }
    }
}
