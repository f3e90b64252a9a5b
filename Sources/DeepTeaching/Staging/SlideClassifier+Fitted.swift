extension SlideClassifier {
    /// A trained classifier: slide features in, a probability for each metastasis type out.
    public struct Fitted: Sendable, Equatable, Codable {
        /// The features that it learnt from, in their order.
        public let features: [SlideFeature]

        /// The forest; its classes are `MetastasisType.allCases`.
        public let forest: RandomForest.Fitted

        // As files have always called them.
        private enum CodingKeys: String, CodingKey {
            case features = "featureNames"
            case forest
        }

        init(features: [SlideFeature], forest: RandomForest.Fitted) {
            self.features = features
            self.forest = forest
        }

        /// What the forest says of a slide.
        ///
        /// - Throws: `StagingError.otherFeatures` if the slide has other features.
        public func prediction(for slide: SlideFeatures) throws -> MetastasisPrediction {
            try predictions(for: [slide])[0]
        }

        /// What the forest says of each slide.
        ///
        /// - Throws: `StagingError.otherFeatures` if a slide has other features.
        public func predictions(for slides: [SlideFeatures]) throws -> [MetastasisPrediction] {
            let table = try SlideFeatures.table(of: slides, features: features)
            let probabilities = try forest.probabilities(for: table).elements
            let classes = MetastasisType.allCases.count
            return stride(from: 0, to: probabilities.count, by: classes).map {
                MetastasisPrediction(probabilities: Array(probabilities[$0..<$0 + classes]))
            }
        }

        /// What the forest says of its own training slides, each judged only by the trees that did not
        /// see it; nil for a slide that every tree has seen, or a forest grown without bootstrap.
        public var outOfBagPredictions: [MetastasisPrediction?] {
            (forest.outOfBag?.probabilities ?? []).map {
                $0.map { MetastasisPrediction(probabilities: $0) }
            }
        }
    }
}
