/// A classifier of slides that never falls when evidence rises: an ordinal regression over slide
/// features whose weights are at least 0.
///
/// A forest that learns from few slides may read a feature backwards: if the network overlooked the
/// macro-metastases of some training slides, then a slide without a detection is macro for the forest.
/// Here a longer diameter or a larger probability can only make a slide more severe.
///
/// This value says how it is to be trained; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let regression = try SlideRegression().fit(features, labels: types)
/// let prediction = try regression.prediction(for: features[0])
/// ```
public struct SlideRegression: Sendable, Equatable, Codable {
    /// The features that it looks at, of those that the slides have.
    public var features: [SlideFeature] = [
        .regions(.longestDiameter, threshold: 0.5), .regions(.longestDiameter, threshold: 0.9),
    ]

    /// How strongly its weights are drawn to 0: that of ``OrdinalRegression``, over standardised
    /// evidence.
    public var penalty = 1.0

    /// The classifier that the lessons use.
    public init() {}

    /// Trains a classifier.
    ///
    /// - Parameters:
    ///   - slides: the features of each slide, these ones among them.
    ///   - types: the true type of each slide.
    /// - Throws: `StagingError` if slides, features or types do not fit together; `EstimatorError` if
    ///   the settings cannot be used.
    public func fit(_ slides: [SlideFeatures], labels types: [MetastasisType]) throws -> Fitted {
        guard !slides.isEmpty else { throw StagingError.noTrainingSlides }
        guard slides.count == types.count else {
            throw StagingError.typeCount(types: types.count, slides: slides.count)
        }
        let evidence = try SlideFeatures.evidence(of: slides, features: features)
        let standardizer = try Standardizer().fit(evidence)
        let fitted = try OrdinalRegression(penalty: penalty, isMonotone: true).fit(
            standardizer.standardized(evidence), labels: types.map(\.severity),
            classCount: MetastasisType.allCases.count, seed: 0)
        return Fitted(features: features, standardizer: standardizer, regression: fitted)
    }
}
