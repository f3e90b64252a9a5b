import DeepTeaching
import XCTest

final class PrecisionRecallCurveTests: XCTestCase {
    func testCurvesWithTiesEqualScikitLearn() throws {
        for example in try CurveReference.load().curves {
            let curve = try PrecisionRecallCurve(scores: example.scores, labels: example.labels)
            XCTAssertEqual(curve.averagePrecision, example.average_precision, accuracy: 1e-12)
            assertEqual(curve.points.map(\.precision), example.precision, accuracy: 1e-12)
            assertEqual(curve.points.map(\.recall), example.recall, accuracy: 1e-12)
            XCTAssertEqual(curve.points.dropFirst().map(\.threshold), example.thresholds)
        }
    }

    func testItBeginsWithNoCallAndEndsAtThePrevalence() throws {
        let curve = try PrecisionRecallCurve(
            scores: [3, 2, 2, 1], labels: [true, false, true, false])
        XCTAssertEqual(curve.points.map(\.threshold), [nil, 3, 2, 1])
        XCTAssertEqual(curve.points.map(\.precision), [1, 1, 2.0 / 3, 0.5])
        XCTAssertEqual(curve.points.map(\.recall), [0, 0.5, 1, 1])
        XCTAssertEqual(curve.prevalence, 0.5)
        XCTAssertEqual(curve.averagePrecision, 0.5 + 0.5 * 2 / 3)
    }

    func testOrderAndMonotoneTransformationsChangeNothing() throws {
        for seed in 0..<20 as Range<UInt64> {
            let data = RandomScores(seed: seed)
            let curve = try PrecisionRecallCurve(scores: data.scores, labels: data.labels)
            let other = data.shuffled(seed: seed)
            XCTAssertEqual(
                try PrecisionRecallCurve(scores: other.scores, labels: other.labels), curve)
            let bent = try PrecisionRecallCurve(scores: data.bent, labels: data.labels)
            XCTAssertEqual(bent.averagePrecision, curve.averagePrecision)
            XCTAssertEqual(bent.points.map(\.precision), curve.points.map(\.precision))
        }
    }

    func testWithoutNegativesEachCallIsRight() throws {
        let curve = try PrecisionRecallCurve(scores: [1, 2], labels: [true, true])
        XCTAssertEqual(curve.averagePrecision, 1)
        XCTAssertEqual(curve.prevalence, 1)
    }

    func testBadInputIsThrown() {
        assertThrows(EvaluationError.onlyOneClass(isPositive: false, count: 2)) {
            try PrecisionRecallCurve(scores: [1, 2], labels: [false, false])
        }
        assertThrows(EvaluationError.scoreNotANumber(item: 0)) {
            try PrecisionRecallCurve(scores: [.nan, 1], labels: [true, false])
        }
        assertThrows(EvaluationError.nothing) {
            try PrecisionRecallCurve(scores: [], labels: [])
        }
        assertThrows(
            EvaluationError.lengths(name: "scores", count: 1, otherName: "labels", otherCount: 2)
        ) { try PrecisionRecallCurve(scores: [1], labels: [true, false]) }
    }

    func testAveragePrecisionInterval() throws {
        let data = RandomScores(seed: 4, count: 80)
        let curve = try PrecisionRecallCurve(scores: data.scores, labels: data.labels)
        let interval = try PrecisionRecallCurve.averagePrecisionInterval(
            scores: data.scores, labels: data.labels, groups: Array(0..<80), seed: 1, samples: 300)
        XCTAssertEqual(interval.estimate, curve.averagePrecision)
        XCTAssertLessThan(interval.lower, interval.estimate)
        XCTAssertGreaterThan(interval.upper, interval.estimate)
    }
}
