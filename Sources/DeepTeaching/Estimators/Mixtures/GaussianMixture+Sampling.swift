extension GaussianMixture.Fitted {
    /// Draws new samples from the mixture: a component by its weight, and x = mean + L z with
    /// L L' = covariance and normal z.
    ///
    /// - Returns: the samples, axes [count, features], and the component of each.
    public func drawn(
        _ count: Int, using generator: inout SeededGenerator
    ) -> (samples: Tensor<Double>, components: [Int]) {
        require(count >= 0, "\(count) samples cannot be drawn")
        let factors = (0..<classCount).map { k -> [[Double]] in
            guard let lower = choleskyFactor(parameters.covariance(of: k)) else {
                fatalError("the covariance of component \(k) has no inverse")
            }
            return lower
        }
        var values: [Double] = []
        var components: [Int] = []
        for _ in 0..<count {
            let k = component(at: generator.uniform())
            let z = (0..<featureCount).map { _ in generator.normal() }
            for (mean, row) in zip(parameters.means[k], factors[k]) {
                values.append(zip(row, z).reduce(mean) { $0 + $1.0 * $1.1 })
            }
            components.append(k)
        }
        return (Tensor(values, shape: [count, featureCount]), components)
    }

    private func component(at place: Double) -> Int {
        var left = place
        for (k, weight) in parameters.weights.enumerated() {
            left -= weight
            if left < 0 { return k }
        }
        return parameters.weights.lastIndex { $0 > 0 } ?? 0
    }
}
