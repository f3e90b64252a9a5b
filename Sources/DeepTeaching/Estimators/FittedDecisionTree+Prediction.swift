extension FittedDecisionTree {
    /// The share of each class at the leaf that each sample reaches.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Returns: axes [samples, classes]; each row sums to 1.
    /// - Throws: `EstimatorError` if the features do not fit.
    public func probabilities<Scalar: TensorScalar>(
        of features: Tensor<Scalar>
    ) throws -> Tensor<Double> {
        let table = try SampleTable(features)
        try table.requireFeatures(featureCount)
        var sums = [Double](repeating: 0, count: table.sampleCount * classCount)
        sums.withUnsafeMutableBufferPointer { sums in
            addShares(of: table, samples: 0..<table.sampleCount, to: sums)
        }
        return Tensor(sums, shape: [table.sampleCount, classCount])
    }

    /// Adds the share of each class to the row of each sample; `sums` begins at the range's first.
    func addShares(
        of table: SampleTable, samples: Range<Int>, to sums: UnsafeMutableBufferPointer<Double>
    ) {
        let classCount = self.classCount
        steps.withUnsafeBufferPointer { steps in
            shares.withUnsafeBufferPointer { shares in
                table.values.withUnsafeBufferPointer { values in
                    for sample in samples {
                        let row = sample &* table.featureCount
                        var node = 0
                        while steps[node].feature >= 0 {
                            let step = steps[node]
                            let isAbove = values[row &+ Int(step.feature)] > step.threshold
                            node = Int(step.child) &+ (isAbove ? 1 : 0)
                        }
                        let place = (sample &- samples.lowerBound) &* classCount
                        for k in 0..<classCount {
                            sums[place &+ k] += shares[node &* classCount &+ k]
                        }
                    }
                }
            }
        }
    }
}
