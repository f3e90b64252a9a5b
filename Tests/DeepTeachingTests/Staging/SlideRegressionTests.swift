import DeepTeaching
import Foundation
import XCTest

final class SlideRegressionTests: XCTestCase {
    private let features = SlideRegression().features

    /// Slides whose features all grow with their severity, with noise; lengths in mm, areas in mm2.
    private func slides(_ count: Int, seed: UInt64) throws -> ([SlideFeatures], [MetastasisType]) {
        var generator = SeededGenerator(seed: seed)
        let types = (0..<count).map { _ in MetastasisType.allCases[generator.index(below: 4)] }
        let slides = try types.map { type in
            let length = [0.1, 0.3, 1, 4][type.severity] * generator.uniform(0.7, 1.4)
            return try SlideFeatures(
                features,
                values: features.map { feature in
                    switch feature {
                    case .probability: length / (1 + length)
                    case .regions: length * generator.uniform(0.8, 1.2)
                    }
                })
        }
        return (slides, types)
    }

    func testItTellsTheTypesApart() throws {
        let (training, types) = try slides(120, seed: 1)
        let regression = try SlideRegression().fit(training, labels: types)
        XCTAssertTrue(regression.regression.hasConverged)
        let (test, truth) = try slides(200, seed: 2)
        let predictions = try regression.predictions(for: test)
        let right = zip(predictions, truth).count { $0.type == $1 }
        XCTAssertGreaterThan(right, 150)
        for prediction in predictions {
            XCTAssertEqual(prediction.probabilities.reduce(0, +), 1, accuracy: 1e-12)
        }
    }

    /// Half of the macro slides show nothing: a forest calls a slide without a detection macro, and
    /// this must not.
    func testMoreEvidenceNeverMakesASlideLessSevere() throws {
        var (training, types) = try slides(60, seed: 3)
        let nothing = try SlideFeatures(features, values: features.map { _ in 0 })
        training += Array(repeating: nothing, count: 8)
        types += Array(repeating: .macro, count: 8)
        let regression = try SlideRegression().fit(training, labels: types)
        let forest = try SlideClassifier().fit(training, labels: types, seed: 1)
        XCTAssertEqual(try forest.prediction(for: nothing).type, .macro, "the case is one")
        for feature in features.indices {
            var scores: [Double] = []
            for value in [0, 0.1, 0.2, 0.5, 0.9, 2, 6.0] {
                var values = features.map { _ in 0.4 }
                values[feature] = value
                let slide = try SlideFeatures(features, values: values)
                scores.append(try regression.prediction(for: slide).positiveScore)
            }
            XCTAssertEqual(scores, scores.sorted(), "\(features[feature])")
        }
        let largest = try SlideFeatures(features, values: features.map { _ in 0.999 })
        XCTAssertLessThan(
            try regression.prediction(for: nothing).positiveScore,
            try regression.prediction(for: largest).positiveScore)
    }

    func testFeaturesMayBeAmongOthers() throws {
        let (training, types) = try slides(40, seed: 4)
        let regression = try SlideRegression().fit(training, labels: types)
        let other = SlideFeature.probability(.standardDeviation)
        let wider = try training.map {
            try SlideFeatures([other] + $0.features.reversed(), values: [7] + $0.values.reversed())
        }
        XCTAssertEqual(
            try regression.predictions(for: wider), try regression.predictions(for: training))
        let fewer = try SlideFeatures([other], values: [7])
        assertThrows(StagingError.otherFeatures(found: [other], expected: features)) {
            try regression.prediction(for: fewer)
        }
    }

    func testSlidesOfOneTypeOnly() throws {
        let (training, _) = try slides(5, seed: 5)
        let regression = try SlideRegression().fit(
            training, labels: training.map { _ in .negative })
        XCTAssertEqual(
            try regression.prediction(for: training[0]).probabilities, [1, 0, 0, 0])
        assertThrows(StagingError.noTrainingSlides) { try SlideRegression().fit([], labels: []) }
        assertThrows(StagingError.typeCount(types: 1, slides: 5)) {
            try SlideRegression().fit(training, labels: [.itc])
        }
    }

    func testAFileIsReadAsItWasWritten() throws {
        let (training, types) = try slides(40, seed: 6)
        let regression = try SlideRegression().fit(training, labels: types)
        let sample = try CamelyonSample(empty: self)
        let file = sample.url.appendingPathComponent("classifier.json")
        try regression.save(to: file)
        XCTAssertEqual(try SlideRegression.Fitted(contentsOf: file), regression)
        let text = try String(contentsOf: file, encoding: .utf8)
        for (part, wrong) in [
            ("\"classCount\":4", "\"classCount\":5"), ("\"weights\":[", "\"weights\":[-"),
            ("\(features[0])", "\(features[1])"), ("\(features[0])", "mood of the slide"),
        ] {
            XCTAssertTrue(text.contains(part), part)
            try sample.add(
                "classifier.json", text.replacingOccurrences(of: part, with: wrong))
            XCTAssertThrowsError(try SlideRegression.Fitted(contentsOf: file), wrong) {
                guard case EstimatorError.unreadableModel = $0 else { return XCTFail("\($0)") }
            }
        }
    }
}
