import DeepTeaching
import XCTest

final class SlideClassifierTests: XCTestCase {
    private let diameter = SlideFeature.regions(.longestDiameter, threshold: 0.5)
    private let noise = SlideFeature.probability(.median)

    /// Slides whose diameter tells their type, except that negatives have small false alarms.
    private func slides(_ count: Int, seed: UInt64) throws -> ([SlideFeatures], [MetastasisType]) {
        var generator = SeededGenerator(seed: seed)
        let types = (0..<count).map { _ in MetastasisType.allCases[generator.index(below: 4)] }
        let slides = try types.map { type in
            let range = [(0.0, 0.12), (0.05, 0.2), (0.25, 1.8), (2.2, 6)][type.severity]
            return try SlideFeatures(
                [diameter, noise],
                values: [generator.uniform(range.0, range.1), generator.normal()])
        }
        return (slides, types)
    }

    private func classifier(trees: Int = 60) throws -> SlideClassifier.Fitted {
        let (features, types) = try slides(120, seed: 1)
        return try SlideClassifier(
            forest: RandomForest(trees: trees, classWeights: .balanced)
        ).fit(features, labels: types, seed: 2)
    }

    func testLearnsTheTypes() throws {
        let classifier = try classifier()
        let (features, types) = try slides(200, seed: 3)
        let predictions = try classifier.predictions(for: features)
        for (prediction, type) in zip(predictions, types) where type >= .micro {
            XCTAssertEqual(prediction.type, type)
        }
        for prediction in predictions {
            XCTAssertEqual(prediction.probabilities.reduce(0, +), 1, accuracy: 1e-12)
            XCTAssertEqual(
                prediction.positiveScore, 1 - prediction.probabilities[0], accuracy: 1e-15)
            XCTAssertEqual(prediction.probability(of: .macro), prediction.probabilities[3])
        }
        let curve = try ROCCurve(
            scores: predictions.map(\.positiveScore), labels: types.map(\.isPositiveSlide))
        XCTAssertGreaterThan(curve.area, 0.9)
        let judged = classifier.outOfBagPredictions.compactMap { $0 }
        XCTAssertGreaterThan(judged.count, 110)
    }

    /// Slides of three types only still give four probabilities.
    func testATypeThatIsMissingInTrainingHasProbabilityZero() throws {
        let features = try [0.0, 0.1, 3].map {
            try SlideFeatures([diameter], values: [$0])
        }
        let classifier = try SlideClassifier().fit(features, labels: [.negative, .itc, .micro])
        XCTAssertEqual(try classifier.prediction(for: features[0]).probabilities.count, 4)
        XCTAssertEqual(try classifier.prediction(for: features[0]).probability(of: .macro), 0)
    }

    func testSavingAndLoading() throws {
        let folder = try CamelyonSample(empty: self).url
        let file = folder.appendingPathComponent("classifier.json")
        let classifier = try classifier(trees: 5)
        try classifier.save(to: file)
        XCTAssertEqual(try SlideClassifier.Fitted(contentsOf: file), classifier)
        XCTAssertThrowsError(
            try classifier.save(to: folder.appendingPathComponent("none/classifier.json"))
        ) { error in
            guard case StagingError.unwritable = error else { return XCTFail("\(error)") }
        }
    }

    func testOtherFilesAreRefusedInWords() throws {
        let sample = try CamelyonSample(empty: self)
        let file = sample.url.appendingPathComponent("classifier.json")
        func assertRefused(_ reason: String, line: UInt = #line) {
            XCTAssertThrowsError(try SlideClassifier.Fitted(contentsOf: file), line: line) {
                XCTAssertEqual(
                    $0 as? StagingError,
                    .unreadableClassifier(path: file.path, reason: reason), line: line)
            }
        }
        assertRefused("the file cannot be opened")
        try sample.add("classifier.json", "{\"a\":1}")
        assertRefused("it is another kind of file, or cut off")
        try classifier(trees: 2).save(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        try sample.add("classifier.json", String(text.dropLast(200)))
        assertRefused("it is another kind of file, or cut off")
        try sample.add(
            "classifier.json", text.replacingOccurrences(of: "\"version\":3", with: "\"version\":9")
        )
        assertRefused("it has version 9, not 3")
        try sample.add(
            "classifier.json", text.replacingOccurrences(of: "\"trees\"", with: "\"bushes\""))
        assertRefused("a part of it is missing or of the wrong kind")
        try sample.add(
            "classifier.json",
            text.replacingOccurrences(of: "[\"\(diameter)\",\"\(noise)\"]", with: "[]")
        )
        assertRefused("its forest does not fit its features and types")
        try sample.add(
            "classifier.json", text.replacingOccurrences(of: "\(noise)", with: "\(diameter)"))
        assertRefused("its forest does not fit its features and types")
        try sample.add(
            "classifier.json",
            text.replacingOccurrences(of: "\(noise)", with: "mood of the probability"))
        assertRefused(
            "it is damaged. No feature of a slide is called \"mood of the probability\".")
        try sample.add(
            "classifier.json",
            text.replacingOccurrences(of: "\"valueCount\":4", with: "\"valueCount\":5"))
        assertRefused(
            "it is damaged. The lists of a tree do not have one entry a node.")
    }

    func testAPredictionThatIsNoProbabilityIsRefused() throws {
        func decode(_ numbers: String) throws -> MetastasisPrediction {
            try JSONDecoder().decode(
                MetastasisPrediction.self, from: Data("{\"probabilities\":\(numbers)}".utf8))
        }
        XCTAssertEqual(try decode("[0.25,0.25,0.5,0]").probabilities, [0.25, 0.25, 0.5, 0])
        for numbers in ["[0.25,0.25,0.5]", "[0.25,0.25,0.25,0]", "[2,-1,0,0]"] {
            XCTAssertThrowsError(try decode(numbers), numbers)
        }
    }

    func testWhatDoesNotFitIsThrown() throws {
        let (features, types) = try slides(4, seed: 1)
        let settings = SlideClassifier()
        assertThrows(StagingError.noTrainingSlides) { try settings.fit([], labels: []) }
        assertThrows(StagingError.typeCount(types: 3, slides: 4)) {
            try settings.fit(features, labels: Array(types.dropLast()))
        }
        let other = try SlideFeatures([noise, diameter], values: [0, 1])
        assertThrows(
            StagingError.otherFeatures(
                found: [noise, diameter], expected: [diameter, noise])
        ) { try classifier(trees: 1).prediction(for: other) }
        assertThrows(
            StagingError.otherFeatures(
                found: [noise, diameter], expected: [diameter, noise])
        ) { try settings.fit(features + [other], labels: types + [.itc]) }
    }
}
