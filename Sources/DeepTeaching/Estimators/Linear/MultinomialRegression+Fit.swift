extension MultinomialRegression {
    /// Fits weights and intercepts.
    ///
    /// A class without samples gets a probability near 0: its intercept falls until the loss is flat.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or all samples are of
    ///   one class.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil
    ) throws -> Fitted {
        guard penalty > 0, penalty.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "penalty", value: "\(penalty)", allowed: "a number above 0")
        }
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        if labels.allSatisfy({ $0 == labels[0] }) {
            throw EstimatorError.onlyOneClass(label: labels[0])
        }
        var fit = MultinomialNewton(
            loss: MultinomialLoss(
                table: table, labels: labels, classCount: classes, penalty: penalty))
        while fit.steps < maximumSteps, fit.largestSlope > tolerance, fit.step() {}
        let width = table.featureCount + 1
        let rows = (0..<classes).map { Array(fit.parameters[$0 * width..<($0 + 1) * width]) }
        return Fitted(
            weights: rows.map { Array($0.dropLast()) }, intercepts: rows.map { $0[width - 1] },
            loss: fit.value, steps: fit.steps, hasConverged: fit.largestSlope <= tolerance)
    }
}
