extension RandomForest {
    /// A grown forest; the probability of a class is the mean over its trees.
    public struct Fitted: FittedClassifier, Equatable {
        /// The trees; at least one.
        public let trees: [DecisionTree.Fitted]

        /// What the forest says of its own training samples, each judged only by trees that did not
        /// see it; nil for a forest grown without bootstrap.
        public internal(set) var outOfBag: OutOfBagEstimate?

        init(trees: [DecisionTree.Fitted]) { self.trees = trees }

        /// The number of features of a sample.
        public var featureCount: Int { trees[0].featureCount }

        /// The number of classes.
        public var classCount: Int { trees[0].classCount }

        /// How much each feature lowered the Gini impurity, the mean over the trees; sums to 1, or all
        /// 0 if no tree has a split. It favours features of many values.
        public var impurityImportance: [Double] {
            var sums = [Double](repeating: 0, count: featureCount)
            for tree in trees {
                for (feature, value) in tree.impurityImportance.enumerated() {
                    sums[feature] += value
                }
            }
            let total = sums.reduce(0, +)
            return total > 0 ? sums.map { $0 / total } : sums
        }

        /// The mean over the trees of the share of each class at the leaf that a sample reaches.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            // Fixed parts of the samples, and within each the trees in their order: the same sums for
            // any number of threads. A part is small enough for its rows to stay in the cache.
            let partSize = 512
            let parts = parallelMap((table.sampleCount + partSize - 1) / partSize) { part in
                let start = part * partSize
                return means(of: table, samples: start..<min(start + partSize, table.sampleCount))
            }
            return Tensor(Array(parts.joined()), shape: [table.sampleCount, classCount])
        }

        private func means(of table: SampleTable, samples: Range<Int>) -> [Double] {
            var sums = [Double](repeating: 0, count: samples.count * classCount)
            sums.withUnsafeMutableBufferPointer { sums in
                for tree in trees { tree.addShares(of: table, samples: samples, to: sums) }
                let scale = 1 / Double(trees.count)
                for index in sums.indices { sums[index] *= scale }
            }
            return sums
        }
    }
}

extension RandomForest.Fitted {
    private enum CodingKeys: String, CodingKey { case trees, outOfBag }

    /// Reads a forest.
    ///
    /// - Throws: `DecodingError` if there is no tree, or trees and estimate do not fit together, or
    ///   something is no probability.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        trees = try values.decode([DecisionTree.Fitted].self, forKey: .trees)
        outOfBag = try values.decodeIfPresent(OutOfBagEstimate.self, forKey: .outOfBag)
        guard let first = trees.first,
            trees.allSatisfy({
                $0.featureCount == first.featureCount && $0.classCount == first.classCount
            })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .trees, in: values,
                debugDescription: "A forest needs at least one tree, and the same features and "
                    + "classes in all of them.")
        }
        guard outOfBag?.fits(classCount: first.classCount) ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: .outOfBag, in: values,
                debugDescription: "An out-of-bag estimate needs one probability a class.")
        }
    }
}
