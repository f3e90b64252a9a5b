extension RandomForest {
    /// Grows the forest, its trees in parallel; the result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    ///   - seed: decides all draws.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Fitted {
        guard trees >= 1 else {
            throw EstimatorError.unusableSetting(
                name: "trees", value: "\(trees)", allowed: "1 or more")
        }
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        let plan = try tree.growthPlan(table: table, labels: labels, classCount: classes)
        let grown = parallelMap(trees) { number in
            grow(tree: number, plan: plan, seed: seed)
        }
        var forest = Fitted(trees: grown)
        if bootstrap {
            let isOut = parallelMap(trees) { number in
                draws(tree: number, samples: table.sampleCount, seed: seed).draws.map { $0 == 0 }
            }
            forest.outOfBag = OutOfBagEstimate(
                trees: grown, isOut: isOut, table: table, labels: labels)
        }
        return forest
    }

    /// Grows one tree of the forest; its draws depend on the seed and its number alone.
    func grow(tree number: Int, plan: GrowthPlan, seed: UInt64) -> DecisionTree.Fitted {
        let (draws, generator) = draws(
            tree: number, samples: plan.features.sampleCount, seed: seed)
        return plan.grow(draws: draws, generator: generator)
    }

    /// How often each sample takes part in a tree, and the generator after that draw.
    private func draws(
        tree number: Int, samples: Int, seed: UInt64
    ) -> (draws: [Int], generator: SeededGenerator) {
        var generator = SeededGenerator(seed: seed, stream: "random forest, tree \(number)")
        guard bootstrap else { return ([Int](repeating: 1, count: samples), generator) }
        var draws = [Int](repeating: 0, count: samples)
        for _ in 0..<samples { draws[generator.index(below: samples)] += 1 }
        return (draws, generator)
    }
}
