import DeepTeaching
import XCTest

final class DecisionThresholdTests: XCTestCase {
    private let rules: [(String, ThresholdRule)] = [
        ("youden", .youden), ("sensitivity_0.8", .sensitivity(0.8)),
        ("precision_0.7", .precision(0.7)),
        ("cost_1_3", .cost(falsePositive: 1, falseNegative: 3)),
    ]

    func testThresholdsEqualThoseFoundByTryingEach() throws {
        for example in try CurveReference.load().curves {
            for (name, rule) in rules {
                let threshold = try DecisionThreshold(
                    rule, scores: example.scores, labels: example.labels)
                XCTAssertEqual(threshold.value, try XCTUnwrap(example.chosen[name]), name)
            }
        }
    }

    /// On the data on which it was chosen a threshold keeps what was asked for.
    func testWhatIsWantedIsReached() throws {
        for seed in 0..<20 as Range<UInt64> {
            let (scores, labels) = (
                RandomScores(seed: seed).scores, RandomScores(seed: seed).labels
            )
            func matrix(_ rule: ThresholdRule) throws -> ConfusionMatrix {
                try DecisionThreshold(rule, scores: scores, labels: labels)
                    .confusionMatrix(scores: scores, labels: labels)
            }
            for share in [0.1, 0.5, 0.9, 1] {
                XCTAssertGreaterThanOrEqual(
                    try matrix(.sensitivity(share)).sensitivity.value, share)
            }
            let best = try XCTUnwrap(
                PrecisionRecallCurve(scores: scores, labels: labels).points.dropFirst()
                    .map(\.precision).max())
            XCTAssertEqual(try matrix(.precision(best)).precision(of: 1), best)
            // Youden's J is the largest distance of the ROC curve from chance.
            let curve = try ROCCurve(scores: scores, labels: labels)
            let largest = curve.points.map { $0.truePositiveRate - $0.falsePositiveRate }.max()
            let chosen = try matrix(.youden)
            XCTAssertEqual(
                try chosen.sensitivity.value + chosen.specificity.value - 1, largest ?? 0,
                accuracy: 1e-12)
        }
    }

    func testOrderAndMonotoneTransformationsChangeNoCall() throws {
        for seed in 0..<10 as Range<UInt64> {
            let data = RandomScores(seed: seed)
            let other = data.shuffled(seed: seed)
            for (name, rule) in rules {
                let threshold = try DecisionThreshold(
                    rule, scores: data.scores, labels: data.labels)
                XCTAssertEqual(
                    threshold,
                    try DecisionThreshold(rule, scores: other.scores, labels: other.labels), name)
                let bent = try DecisionThreshold(rule, scores: data.bent, labels: data.labels)
                XCTAssertEqual(
                    try bent.predictions(for: data.bent),
                    try threshold.predictions(for: data.scores), name)
            }
        }
    }

    func testATestScoreAtTheThresholdIsPositive() throws {
        let threshold = try DecisionThreshold(
            .sensitivity(1), scores: [1, 2, 3, 4], labels: [false, true, false, true])
        XCTAssertEqual(threshold.value, 2)
        XCTAssertEqual(try threshold.predictions(for: [1.9, 2, 9]), [false, true, true])
        let matrix = try threshold.confusionMatrix(scores: [1.9, 2], labels: [true, false])
        XCTAssertEqual(matrix.counts, [[0, 1], [1, 0]])
        XCTAssertEqual(matrix.names, ["negative", "positive"])
    }

    func testOfEqualThresholdsTheHighestIsChosen() throws {
        let scores = [3.0, 2, 1, 0]
        let labels = [true, false, true, false]
        // One of two found without a false positive, or both with one.
        XCTAssertEqual(try DecisionThreshold(.youden, scores: scores, labels: labels).value, 3)
        XCTAssertEqual(
            try DecisionThreshold(
                .cost(falsePositive: 1, falseNegative: 1), scores: scores, labels: labels
            ).value, 3)
    }

    func testWhereCallsCostTooMuchNothingIsCalled() throws {
        let threshold = try DecisionThreshold(
            .cost(falsePositive: 100, falseNegative: 1), scores: [1, 1, 0],
            labels: [true, false, false])
        XCTAssertNil(threshold.value)
        XCTAssertEqual(try threshold.predictions(for: [0, .infinity]), [false, false])
        let data = try JSONEncoder().encode(threshold)
        XCTAssertEqual(try JSONDecoder().decode(DecisionThreshold.self, from: data), threshold)
    }

    func testBadInputIsThrown() {
        func choose(_ rule: ThresholdRule) throws -> DecisionThreshold {
            try DecisionThreshold(rule, scores: [2, 1, 0], labels: [false, true, false])
        }
        assertThrows(EvaluationError.unreachable(name: "precision", wanted: 0.9, best: 0.5)) {
            try choose(.precision(0.9))
        }
        for share in [0, -1, 1.1, Double.nan] {
            assertThrows(
                EvaluationError.unusableParameter(
                    name: "the sensitivity", value: "\(share)", allowed: "above 0 and 1 at most")
            ) { try choose(.sensitivity(share)) }
        }
        XCTAssertThrowsError(try choose(.cost(falsePositive: 0, falseNegative: 0)))
        XCTAssertThrowsError(try choose(.cost(falsePositive: -1, falseNegative: 1)))
        XCTAssertThrowsError(try choose(.cost(falsePositive: .nan, falseNegative: 1)))
        XCTAssertThrowsError(try DecisionThreshold(.nan))
        assertThrows(EvaluationError.onlyOneClass(isPositive: true, count: 1)) {
            try DecisionThreshold(.youden, scores: [1], labels: [true])
        }
        assertThrows(EvaluationError.scoreNotANumber(item: 1)) {
            try choose(.youden).predictions(for: [1, .nan])
        }
    }
}
