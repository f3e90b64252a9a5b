import DeepTeaching
import XCTest

final class ROCCurveTests: XCTestCase {
    func testCurvesWithTiesEqualScikitLearn() throws {
        for example in try EvaluationReference.load().curves {
            let curve = try ROCCurve(scores: example.scores, labels: example.labels)
            XCTAssertEqual(curve.area, example.area, accuracy: 1e-12)
            assertEqual(
                curve.points.map(\.falsePositiveRate), example.false_positive_rates,
                accuracy: 1e-12)
            assertEqual(
                curve.points.map(\.truePositiveRate), example.true_positive_rates,
                accuracy: 1e-12)
        }
    }

    func testTiesTakeOneStep() throws {
        for labels in [[true, false, true, false], [false, false, true, true]] {
            let curve = try ROCCurve(scores: [1, 1, 1, 1], labels: labels)
            XCTAssertEqual(curve.area, 0.5)
            XCTAssertEqual(curve.points.map(\.threshold), [nil, 1])
        }
    }

    func testHigherIsMorePositive() throws {
        let curve = try ROCCurve(scores: [0.9, 0.8, 0.1], labels: [true, true, false])
        XCTAssertEqual(curve.area, 1)
        XCTAssertEqual(
            try ROCCurve(scores: [0.1, 0.9], labels: [true, false]).area, 0)
        XCTAssertEqual(curve.points[2].threshold, 0.8)
        XCTAssertEqual(curve.points[2].truePositiveRate, 1)
        XCTAssertEqual(curve.points[2].falsePositiveRate, 0)
    }

    func testCodingKeepsTheCurve() throws {
        let curve = try ROCCurve(
            scores: [-.infinity, .infinity, 0.25].map { max(-1e300, min(1e300, $0)) },
            labels: [false, true, true])
        let data = try JSONEncoder().encode(curve)
        XCTAssertEqual(try JSONDecoder().decode(ROCCurve.self, from: data), curve)
    }

    func testBadInputIsThrown() {
        assertThrows(EvaluationError.onlyOneClass(isPositive: true, count: 2)) {
            try ROCCurve(scores: [0, 1], labels: [true, true])
        }
        assertThrows(EvaluationError.onlyOneClass(isPositive: false, count: 1)) {
            try ROCCurve(scores: [0], labels: [false])
        }
        assertThrows(EvaluationError.scoreNotANumber(item: 1)) {
            try ROCCurve(scores: [0, .nan], labels: [true, false])
        }
        assertThrows(
            EvaluationError.lengths(
                name: "scores", count: 1, otherName: "labels", otherCount: 2)
        ) { try ROCCurve(scores: [0], labels: [true, false]) }
        assertThrows(EvaluationError.nothing) { try ROCCurve(scores: [], labels: []) }
    }

    func testAreaInterval() throws {
        var generator = SeededGenerator(seed: 8)
        let labels = (0..<80).map { _ in generator.index(below: 3) == 0 }
        let scores = labels.map { ($0 ? 1 : 0) + generator.normal() }
        let interval = try ROCCurve.areaInterval(
            scores: scores, labels: labels, groups: Array(0..<80), seed: 1, samples: 500)
        XCTAssertEqual(interval.estimate, try ROCCurve(scores: scores, labels: labels).area)
        XCTAssertLessThan(interval.lower, interval.estimate)
        XCTAssertGreaterThan(interval.upper, interval.estimate)
        XCTAssertEqual(interval.undefinedSamples, 0)
        // With one positive item among three, some resamples hold none.
        let few = try ROCCurve.areaInterval(
            scores: [1, 2, 3], labels: [false, false, true], groups: ["a", "b", "c"], seed: 1,
            samples: 500)
        // (2/3)^3 + (1/3)^3 = 1/3 of 500.
        XCTAssertEqual(Double(few.undefinedSamples), 500.0 / 3, accuracy: 45)
    }

    func testStratifiedResamplesHoldBothClasses() throws {
        // Groups with positives alone, with negatives alone, and with both.
        let groups = ["a", "b", "c", "d", "d"]
        let labels = [true, false, false, true, false]
        for count in [3, 5] {
            let interval = try ROCCurve.areaInterval(
                scores: Array([3, 1, 2, 0, 4].prefix(count)), labels: Array(labels.prefix(count)),
                groups: Array(groups.prefix(count)), stratified: true, seed: 1, samples: 300)
            XCTAssertEqual(interval.undefinedSamples, 0)
        }
        // The only positive beside a negative: its group is a kind of its own.
        let mixed = try ROCCurve.areaInterval(
            scores: [0, 1, 0], labels: [false, true, false], groups: ["a", "b", "b"],
            stratified: true, seed: 1, samples: 300)
        XCTAssertEqual(mixed.undefinedSamples, 0)
        assertThrows(
            EvaluationError.lengths(name: "scores", count: 2, otherName: "groups", otherCount: 1)
        ) {
            try ROCCurve.areaInterval(
                scores: [0, 1], labels: [true, false], groups: [1], stratified: true, seed: 1)
        }
    }

    func testOrderTransformationsAndSwappedLabels() throws {
        for seed in 0..<20 as Range<UInt64> {
            let data = RandomScores(seed: seed)
            let curve = try ROCCurve(scores: data.scores, labels: data.labels)
            let other = data.shuffled(seed: seed)
            XCTAssertEqual(try ROCCurve(scores: other.scores, labels: other.labels), curve)
            let bent = try ROCCurve(scores: data.bent, labels: data.labels)
            XCTAssertEqual(bent.area, curve.area)
            XCTAssertEqual(
                bent.points.map(\.falsePositiveRate), curve.points.map(\.falsePositiveRate))
            let swapped = try ROCCurve(scores: data.scores, labels: data.labels.map { !$0 })
            XCTAssertEqual(swapped.area, 1 - curve.area, accuracy: 1e-15)
        }
    }

    func testInfiniteScoresAreTheHighestAndTheLowest() throws {
        let curve = try ROCCurve(
            scores: [.infinity, -.infinity, 0, -.infinity], labels: [true, false, false, true])
        XCTAssertEqual(curve.points.map(\.threshold), [nil, .infinity, 0, -.infinity])
        XCTAssertEqual(curve.area, 0.625)
    }
}
