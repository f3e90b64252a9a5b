import DeepTeaching
import XCTest

final class DeLongTests: XCTestCase {
    func testAreasAndTestsEqualTheDefinition() throws {
        for example in try IntervalReference.load().areas {
            let test = try DeLongTest(
                scores: example.scores, otherScores: example.other, labels: example.labels)
            assertEqual([test.first.area, test.second.area], example.areas, accuracy: 1e-12)
            assertEqual(
                [test.first.variance, test.second.variance], example.variances, accuracy: 1e-12)
            XCTAssertEqual(test.covariance, example.covariance, accuracy: 1e-12)
            XCTAssertEqual(try XCTUnwrap(test.z), example.z, accuracy: 1e-11)
            XCTAssertEqual(try XCTUnwrap(test.pValue), example.p, accuracy: 1e-12)
            for (scale, expected) in [
                (DeLongArea.Scale.linear, example.linear), (.logit, example.logit),
            ] {
                let interval = try XCTUnwrap(test.first.interval(scale: scale))
                assertEqual([interval.lower, interval.upper], expected, accuracy: 1e-12)
            }
        }
    }

    /// All pairs of a positive and a negative, as the definition says.
    private func bruteForce(_ data: RandomScores) -> (area: Double, variance: Double) {
        let positives = zip(data.scores, data.labels).filter(\.1).map(\.0)
        let negatives = zip(data.scores, data.labels).filter { !$0.1 }.map(\.0)
        func wins(_ x: Double, _ y: Double) -> Double { x > y ? 1 : x == y ? 0.5 : 0 }
        let (m, n) = (Double(positives.count), Double(negatives.count))
        let v = positives.map { x in negatives.reduce(0) { $0 + wins(x, $1) } / n }
        let w = negatives.map { y in positives.reduce(0) { $0 + wins($1, y) } / m }
        let area = v.reduce(0, +) / m
        func variance(_ values: [Double]) -> Double {
            let squares = values.reduce(0) { $0 + ($1 - area) * ($1 - area) }
            return squares / Double(values.count - 1)
        }
        return (area, variance(v) / m + variance(w) / n)
    }

    func testItEqualsAllPairs() throws {
        for seed in 0..<40 as Range<UInt64> {
            let data = RandomScores(
                seed: seed, count: 10 + 3 * Int(seed), levels: 2 + Int(seed) * Int(seed),
                shift: Double(seed % 5) / 2)
            let found = try DeLongArea(scores: data.scores, labels: data.labels)
            let expected = bruteForce(data)
            XCTAssertEqual(found.area, expected.area, accuracy: 1e-14)
            XCTAssertEqual(found.variance, expected.variance, accuracy: 1e-15)
            XCTAssertEqual(
                found.area, try ROCCurve(scores: data.scores, labels: data.labels).area)
        }
    }

    func testOrderTransformationsAndSwappedLabels() throws {
        for seed in 0..<20 as Range<UInt64> {
            let data = RandomScores(seed: seed)
            let found = try DeLongArea(scores: data.scores, labels: data.labels)
            XCTAssertEqual(try DeLongArea(scores: data.bent, labels: data.labels), found)
            let other = data.shuffled(seed: seed)
            let moved = try DeLongArea(scores: other.scores, labels: other.labels)
            XCTAssertEqual(moved.area, found.area)
            XCTAssertEqual(moved.variance, found.variance, accuracy: 1e-15)
            let swapped = try DeLongArea(scores: data.scores, labels: data.labels.map { !$0 })
            XCTAssertEqual(swapped.area, 1 - found.area, accuracy: 1e-15)
            XCTAssertEqual(swapped.variance, found.variance, accuracy: 1e-15)
        }
    }

    func testScoresThatRankAlikeDoNotDiffer() throws {
        let data = RandomScores(seed: 1)
        let same = try DeLongTest(
            scores: data.scores, otherScores: data.bent, labels: data.labels)
        XCTAssertEqual(same.pValue, 1)
        XCTAssertNil(same.z)
        XCTAssertNil(try same.interval())
        let other = RandomScores(seed: 1, levels: 3).scores
        let test = try DeLongTest(scores: data.scores, otherScores: other, labels: data.labels)
        let back = try DeLongTest(scores: other, otherScores: data.scores, labels: data.labels)
        XCTAssertEqual(test.difference, -back.difference)
        XCTAssertEqual(test.pValue, back.pValue)
        XCTAssertEqual(
            test.variance,
            test.first.variance + test.second.variance - 2 * test.covariance, accuracy: 1e-15)
        let interval = try XCTUnwrap(test.interval())
        XCTAssertEqual(interval.contains(0), try XCTUnwrap(test.pValue) > 0.05)
    }

    func testWithoutVarianceThereIsNoInterval() throws {
        let labels = [true, true, false, false]
        let perfect = try DeLongArea(scores: [4, 3, 2, 1], labels: labels)
        XCTAssertEqual(perfect.area, 1)
        XCTAssertNil(try perfect.interval())
        let constant = try DeLongArea(scores: [1, 1, 1, 1], labels: labels)
        XCTAssertEqual(constant.area, 0.5)
        XCTAssertNil(try constant.interval())
        let test = try DeLongTest(
            scores: [4, 3, 2, 1], otherScores: [1, 1, 1, 1], labels: labels)
        XCTAssertEqual(test.difference, 0.5)
        XCTAssertNil(test.pValue)
        // Each positive gains one of three negatives: thirds, of which rounding leaves a difference.
        let raised = try DeLongTest(
            scores: [2, 4, 6, 1, 3, 5], otherScores: [1, 3, 5, 2, 4, 6],
            labels: [true, true, true, false, false, false])
        XCTAssertEqual(raised.difference, 1.0 / 3, accuracy: 1e-15)
        XCTAssertEqual(raised.variance, 0)
        XCTAssertNil(raised.pValue)
    }

    func testBadInputIsThrown() throws {
        assertThrows(EvaluationError.tooFew(name: "positive items", found: 1, needed: 2)) {
            try DeLongArea(scores: [1, 2, 3], labels: [true, false, false])
        }
        assertThrows(EvaluationError.tooFew(name: "negative items", found: 1, needed: 2)) {
            try DeLongArea(scores: [1, 2, 3], labels: [true, false, true])
        }
        assertThrows(EvaluationError.onlyOneClass(isPositive: true, count: 2)) {
            try DeLongArea(scores: [1, 2], labels: [true, true])
        }
        assertThrows(EvaluationError.scoreNotANumber(item: 0)) {
            try DeLongArea(scores: [.nan, 2], labels: [true, false])
        }
        assertThrows(
            EvaluationError.lengths(name: "scores", count: 3, otherName: "labels", otherCount: 4)
        ) {
            try DeLongTest(
                scores: [1, 2, 3, 4], otherScores: [1, 2, 3],
                labels: [true, true, false, false])
        }
    }
}
