/// A classifier of slides: a random forest over slide features.
///
/// This value says how it is to be trained; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let classifier = try SlideClassifier().fit(features, labels: types, seed: 1)
/// let prediction = try classifier.prediction(for: features[0])
/// ```
public struct SlideClassifier: Sendable, Equatable, Codable {
    /// The forest to be grown.
    public var forest: RandomForest

    /// A classifier yet to be trained; by default 300 trees with at least 2 slides a leaf and balanced classes, since
    /// six of ten slides are negative.
    public init(
        forest: RandomForest = RandomForest(
            trees: 300, minimumLeafSamples: 2, classWeights: .balanced)
    ) {
        self.forest = forest
    }

    /// Trains a classifier.
    ///
    /// - Parameters:
    ///   - slides: the features of each slide, all the same ones.
    ///   - types: the true type of each slide.
    ///   - seed: decides all draws.
    /// - Throws: `StagingError` if slides, features or types do not fit together;
    ///   `EstimatorError` if the settings cannot be used.
    public func fit(
        _ slides: [SlideFeatures], labels types: [MetastasisType], seed: UInt64 = 0
    ) throws -> Fitted {
        guard let features = slides.first?.features else { throw StagingError.noTrainingSlides }
        guard slides.count == types.count else {
            throw StagingError.typeCount(types: types.count, slides: slides.count)
        }
        let fitted = try forest.fit(
            try SlideFeatures.table(of: slides, features: features),
            labels: types.map(\.severity), classCount: MetastasisType.allCases.count, seed: seed)
        return Fitted(features: features, forest: fitted)
    }
}

extension SlideFeatures {
    /// The features of several slides, axes [slide, feature].
    ///
    /// - Throws: `StagingError.otherFeatures` if a slide has other features.
    static func table(of slides: [SlideFeatures], features: [SlideFeature]) throws -> Tensor<Double>
    {
        if let other = slides.first(where: { $0.features != features }) {
            throw StagingError.otherFeatures(found: other.features, expected: features)
        }
        return Tensor(slides.flatMap(\.values), shape: [slides.count, features.count])
    }
}
