import DeepTeaching
import Foundation

/// The file of an ordinal regression of slides. Accepted means: it gives every slide probabilities that
/// sum to 1.
struct SlideRegressionFormat: FileFormat {
    static let name = "regression"
    static let words = [
        "\"weights\"", "\"thresholds\"", "\"present\"", "\"means\"", "null", "true", "[]", "{}",
        "1e400", "-1", "\"version\":2", "[0,1]", "NaN",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "classifier.json") }

    var samples: [Data] {
        get throws {
            let features = SlideRegression().features
            let slides = try (0..<12).map { index in
                try SlideFeatures(features, values: features.map { _ in Double(index) / 4 })
            }
            let types = (0..<12).map { MetastasisType.allCases[$0 / 3] }
            try SlideRegression().fit(slides, labels: types).save(to: file)
            return [try Data(contentsOf: file)]
        }
    }

    func fault(in bytes: Data) throws -> String? {
        let regression = try SlideRegression.Fitted(contentsOf: file)
        for value in [0, 0.5, 3, 1e300] {
            let slide = try SlideFeatures(
                regression.features, values: regression.features.map { _ in value })
            let probabilities = try regression.prediction(for: slide).probabilities
            guard probabilities.allSatisfy({ (0...1).contains($0) }),
                abs(probabilities.reduce(0, +) - 1) < 1e-6
            else { return "it gives a slide the probabilities \(probabilities)" }
        }
        return nil
    }
}
