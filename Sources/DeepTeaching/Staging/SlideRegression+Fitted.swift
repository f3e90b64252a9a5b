extension SlideRegression {
    /// A trained classifier: slide features in, a probability for each metastasis type out.
    public struct Fitted: Sendable, Equatable, Codable {
        /// The features that it looks at.
        public let features: [SlideFeature]

        /// Means and deviations of their evidence on the training slides.
        public let standardizer: Standardizer.Fitted

        /// The regression; its classes are `MetastasisType.allCases`.
        public let regression: OrdinalRegression.Fitted

        /// What it says of a slide.
        ///
        /// - Throws: `StagingError.otherFeatures` if the slide lacks a feature.
        public func prediction(for slide: SlideFeatures) throws -> MetastasisPrediction {
            try predictions(for: [slide])[0]
        }

        /// What it says of each slide.
        ///
        /// - Throws: `StagingError.otherFeatures` if a slide lacks a feature.
        public func predictions(for slides: [SlideFeatures]) throws -> [MetastasisPrediction] {
            let evidence = try SlideFeatures.evidence(of: slides, features: features)
            let probabilities = try regression.probabilities(
                for: standardizer.standardized(evidence)
            ).elements
            let classes = MetastasisType.allCases.count
            return stride(from: 0, to: probabilities.count, by: classes).map {
                MetastasisPrediction(probabilities: Array(probabilities[$0..<$0 + classes]))
            }
        }
    }
}

extension SlideRegression.Fitted: SavableModel {
    /// What the file of a classifier says that it holds.
    public static var fileFormat: String { "DeepTeaching slide regression" }

    private enum CodingKeys: String, CodingKey { case features, standardizer, regression }

    /// Reads a classifier.
    ///
    /// - Throws: `DecodingError` if its parts do not fit together, or a feature is none that is measured.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        features = try values.decode([SlideFeature].self, forKey: .features)
        standardizer = try values.decode(Standardizer.Fitted.self, forKey: .standardizer)
        regression = try values.decode(OrdinalRegression.Fitted.self, forKey: .regression)
        guard features.count == standardizer.featureCount,
            features.count == regression.featureCount, Set(features).count == features.count,
            regression.classCount == MetastasisType.allCases.count,
            regression.weights.allSatisfy({ $0 >= 0 })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .features, in: values,
                debugDescription: "The parts of the classifier do not fit together.")
        }
    }
}
