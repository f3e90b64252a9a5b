extension LogisticRegression {
    /// Fits weights and intercept.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, 0 or 1.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or all samples are of
    ///   one class.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int]
    ) throws -> Fitted {
        guard penalty > 0, penalty.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "penalty", value: "\(penalty)", allowed: "a number above 0")
        }
        let table = try SampleTable(features)
        _ = try table.checkedClassCount(labels: labels, classCount: 2)
        // The intercept would grow for ever.
        if labels.allSatisfy({ $0 == labels[0] }) {
            throw EstimatorError.onlyOneClass(label: labels[0])
        }
        var fit = LogisticNewton(table: table, labels: labels, penalty: penalty)
        while fit.steps < maximumSteps, fit.largestSlope > tolerance, fit.step() {}
        return Fitted(
            weights: Array(fit.parameters.dropLast()), intercept: fit.parameters.last ?? 0,
            loss: fit.loss, steps: fit.steps, hasConverged: fit.largestSlope <= tolerance)
    }
}
