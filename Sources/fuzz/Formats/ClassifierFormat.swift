import DeepTeaching
import Foundation

/// The file of a classifier of slides. Accepted means: it gives every slide probabilities that sum
/// to 1.
struct ClassifierFormat: FileFormat {
    static let name = "classifier"
    static let words = [
        "\"trees\"", "\"threshold\"", "\"feature\"", "\"probabilities\"", "null", "true", "[]",
        "{}",
        "1e400", "-1", "\"version\":1", "[0,1]", "NaN",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "classifier.json") }

    var samples: [Data] {
        get throws {
            let slides = try (0..<12).map {
                try SlideFeatures(
                    [
                        .regions(.longestDiameter, threshold: 0.5),
                        .regions(.count, threshold: 0.5),
                    ], values: [Double($0), Double($0 * 5 % 7)])
            }
            let types = (0..<12).map { MetastasisType.allCases[$0 / 3] }
            let settings = SlideClassifier(forest: RandomForest(trees: 3))
            try settings.fit(slides, labels: types).save(to: file)
            return [try Data(contentsOf: file)]
        }
    }

    func fault(in bytes: Data) throws -> String? {
        let classifier = try SlideClassifier.Fitted(contentsOf: file)
        for value in [-1e300, -1, 0, 0.5, 3, 1e300] {
            let slide = try SlideFeatures(
                classifier.features, values: classifier.features.map { _ in value })
            let probabilities = try classifier.prediction(for: slide).probabilities
            guard probabilities.allSatisfy({ (0...1).contains($0) }),
                abs(probabilities.reduce(0, +) - 1) < 1e-6
            else { return "it gives a slide the probabilities \(probabilities)" }
        }
        return nil
    }
}
