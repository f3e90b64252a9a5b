extension OrdinalRegression: Classifier {
    /// Fits weights and thresholds. A class without samples gets the probability 0.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0, the least severe first.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: not used, since nothing is drawn.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
    ) throws -> Fitted {
        guard penalty > 0, penalty.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "penalty", value: "\(penalty)", allowed: "a number above 0")
        }
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        let weights = try classWeights.weights(labels: labels, classCount: classes)
        let present = Set(labels).sorted()
        let ranks = labels.map { present.firstIndex(of: $0) ?? 0 }
        var fit = OrdinalNewton(
            loss: OrdinalLoss(
                table: table, ranks: ranks, rankCount: present.count,
                sampleWeights: labels.map { weights[$0] }, penalty: penalty),
            isMonotone: isMonotone)
        while fit.steps < maximumSteps, fit.largestSlope > tolerance, fit.step() {}
        return Fitted(
            weights: Array(fit.parameters.prefix(table.featureCount)),
            thresholds: Array(fit.parameters.dropFirst(table.featureCount)), present: present,
            classCount: classes, loss: fit.value, steps: fit.steps,
            hasConverged: fit.largestSlope <= tolerance)
    }
}
