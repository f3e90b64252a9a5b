extension KMeans {
    /// Finds the clusters.
    ///
    /// Samples of `Float` are compared in `Float`, unless their squares leave its range. The result does
    /// not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - seed: decides where each run starts.
    /// - Throws: `EstimatorError` if samples or settings cannot be used, or there are fewer samples than
    ///   clusters.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64 = 0
    ) throws -> Fitted {
        try check(features)
        var best = try fitted(features, run: 0, seed: seed)
        for run in 1..<max(1, start.isGiven ? 1 : runs) {
            let other = try fitted(features, run: run, seed: seed)
            if other.inertia < best.inertia { best = other }
        }
        if isInRange(best.inertia, of: features) { return best }
        if Scalar.self == Float.self { return try fit(Tensor<Double>(features), seed: seed) }
        if best.inertia.isFinite { return best }
        throw infiniteDistance
    }

    /// The steps of the first run, one by one, to be drawn or looked at.
    ///
    /// ```swift
    /// for step in try KMeans(clusters: 3).steps(table, seed: 1) {
    ///     print(step.inertia, step.centroids, step.moved)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - seed: decides where the run starts.
    /// - Throws: `EstimatorError` as `fit` does.
    public func steps<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64 = 0
    ) throws -> Steps {
        try check(features)
        // In Double, since what is looked at step by step is small.
        return Steps(run: try self.run(Tensor<Double>(features), number: 0, seed: seed))
    }

    private func run<Scalar: TensorScalar>(
        _ samples: Tensor<Scalar>, number: Int, seed: UInt64
    ) throws -> LloydRun<Scalar> {
        var generator = SeededGenerator(seed: seed, stream: "k-means, run \(number)")
        let start = try start.centroids(of: samples, count: clusters, using: &generator)
        return LloydRun(self, samples: samples, start: start)
    }

    private func fitted<Scalar: TensorScalar>(
        _ samples: Tensor<Scalar>, run number: Int, seed: UInt64
    ) throws -> Fitted {
        var run = try run(samples, number: number, seed: seed)
        while !run.isOver { run.advance() }
        let last = run.settled()
        return Fitted(
            centroids: run.centroids.rows, labels: last.labels.map { Int($0) },
            inertia: last.inertia, iterations: run.iterations, hasConverged: run.hasConverged)
    }
}

/// Whether the squares of distances were neither too large nor too small for `Scalar`.
func isInRange<Scalar: TensorScalar>(_ inertia: Double, of samples: Tensor<Scalar>) -> Bool {
    inertia.isFinite && inertia >= Double(samples.count) * Double(Scalar.leastNormalMagnitude) * 1e8
}

/// What is thrown where even `Double` cannot hold the square of a distance.
let infiniteDistance = EstimatorError.unusableSetting(
    name: "distance of two samples", value: "infinite", allowed: "finite; take a smaller unit")

extension Tensor {
    /// The rows of a matrix in double precision.
    var rows: [[Double]] {
        let values = elements.map { Double($0) }
        return stride(from: 0, to: values.count, by: max(1, shape[1])).map {
            Array(values[$0..<$0 + shape[1]])
        }
    }
}
