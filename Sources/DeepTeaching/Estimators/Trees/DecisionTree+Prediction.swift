extension DecisionTree.Fitted {
    /// The share of each class at the leaf that each sample reaches.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Returns: axes [samples, classes]; each row sums to 1.
    /// - Throws: `EstimatorError` if the features do not fit.
    public func probabilities<Scalar: TensorScalar>(
        for features: Tensor<Scalar>
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
    ///
    /// - Parameter isChosen: for each sample of the table whether it is to be added; nil for all.
    func addShares(
        of table: SampleTable, samples: Range<Int>, where isChosen: [Bool]? = nil,
        to sums: UnsafeMutableBufferPointer<Double>
    ) {
        let classCount = self.classCount
        let leaves = self.leaves(of: table, samples: samples)
        shares.withUnsafeBufferPointer { shares in
            for (index, leaf) in leaves.enumerated()
            where isChosen?[samples.lowerBound &+ index] ?? true {
                for k in 0..<classCount {
                    sums[index &* classCount &+ k] += shares[Int(leaf) &* classCount &+ k]
                }
            }
        }
    }

    /// The leaf that each sample reaches.
    private func leaves(of table: SampleTable, samples: Range<Int>) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: samples.count) { reached, initialized in
            reached.initialize(repeating: 0)
            initialized = samples.count
            steps.withUnsafeBufferPointer { steps in
                table.values.withUnsafeBufferPointer { values in
                    let rows = UnsafeBufferPointer(
                        rebasing: values[(samples.lowerBound &* table.featureCount)...])
                    for start in stride(from: 0, to: samples.count, by: 64) {
                        Self.walk(
                            start..<min(start &+ 64, samples.count), steps: steps, rows: rows,
                            width: table.featureCount, reached: reached)
                    }
                }
            }
        }
    }

    /// Walks from the root to the leaves with a block of samples, one question each in turn: a
    /// walk waits for memory at each node, and while one waits the others go on.
    private static func walk(
        _ block: Range<Int>, steps: UnsafeBufferPointer<Step>, rows: UnsafeBufferPointer<Double>,
        width: Int, reached: UnsafeMutableBufferPointer<Int32>
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: block.count) { walking in
            var count = block.count
            for index in 0..<count { walking[index] = block.lowerBound &+ index }
            while count > 0 {
                var still = 0
                for index in 0..<count {
                    let walker = walking[index]
                    let step = steps[Int(reached[walker])]
                    if step.feature < 0 { continue }
                    let value = rows[walker &* width &+ Int(step.feature)]
                    reached[walker] = step.child &+ (value > step.threshold ? 1 : 0)
                    walking[still] = walker
                    still &+= 1
                }
                count = still
            }
        }
    }
}
