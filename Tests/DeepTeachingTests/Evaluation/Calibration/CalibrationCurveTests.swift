import DeepTeaching
import XCTest

final class CalibrationCurveTests: XCTestCase {
    func testCurvesEqualScikitLearn() throws {
        for example in try CurveReference.load().calibrations {
            let curve = try CalibrationCurve(
                probabilities: example.probabilities, labels: example.labels, bins: example.bins,
                binning: try XCTUnwrap(CalibrationCurve.Binning(rawValue: example.binning)))
            assertEqual(curve.bins.map(\.positiveShare), example.shares, accuracy: 1e-12)
            assertEqual(curve.bins.map(\.meanProbability), example.means, accuracy: 1e-12)
            XCTAssertEqual(curve.bins.map(\.count), example.counts)
            XCTAssertEqual(
                curve.expectedCalibrationError, example.expected_error, accuracy: 1e-12)
            XCTAssertEqual(
                curve.maximumCalibrationError, example.largest_error, accuracy: 1e-12)
            let score = try BrierScore(
                probabilities: example.probabilities, labels: example.labels)
            XCTAssertEqual(score.value, example.brier, accuracy: 1e-12)
        }
    }

    func testSeveralClassesAreJudgedByTheMostProbableOne() throws {
        for example in try CurveReference.load().classes {
            let probabilities = Tensor(rows: example.logits).softmax()
            let curve = try CalibrationCurve(
                probabilities: probabilities, labels: example.labels)
            XCTAssertEqual(
                curve.expectedCalibrationError, example.expected_error, accuracy: 1e-12)
            let score = try BrierScore(probabilities: probabilities, labels: example.labels)
            XCTAssertEqual(score.value, example.brier, accuracy: 1e-12)
        }
    }

    func testEachProbabilityLiesInItsBin() throws {
        let probabilities = [0, 0.25, 0.5, 0.500001, 1]
        let curve = try CalibrationCurve(
            probabilities: probabilities, labels: [false, true, true, false, true], bins: 4)
        // On an edge a probability belongs to the bin below.
        XCTAssertEqual(curve.bins.map(\.count), [2, 1, 1, 1])
        XCTAssertEqual(curve.bins.map(\.lower), [0, 0.25, 0.5, 0.75])
        XCTAssertEqual(curve.bins.map(\.upper), [0.25, 0.5, 0.75, 1])
        XCTAssertEqual(curve.bins.map(\.positiveShare), [0.5, 1, 0, 1])
        XCTAssertEqual(curve.count, 5)
    }

    func testQuantileBinsHoldEquallyMany() throws {
        var generator = SeededGenerator(seed: 1)
        let probabilities = (0..<1000).map { _ in generator.uniform() * generator.uniform() }
        let labels = probabilities.map { generator.uniform() < $0 }
        let curve = try CalibrationCurve(
            probabilities: probabilities, labels: labels, binning: .quantile)
        XCTAssertEqual(curve.bins.count, 10)
        for bin in curve.bins { XCTAssertEqual(Double(bin.count), 100, accuracy: 1) }
        // True probabilities: about sqrt(p (1-p) / 100) remains.
        XCTAssertLessThan(curve.expectedCalibrationError, 0.05)
    }

    func testSwappedLabelsMirrorTheCurve() throws {
        for seed in 0..<10 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let probabilities = (0..<80).map { _ in generator.uniform() }
            let labels = probabilities.map { generator.uniform() < $0 * $0 }
            let curve = try CalibrationCurve(probabilities: probabilities, labels: labels)
            let mirrored = try CalibrationCurve(
                probabilities: probabilities.map { 1 - $0 }, labels: labels.map { !$0 })
            assertEqual(
                mirrored.bins.reversed().map { 1 - $0.positiveShare },
                curve.bins.map(\.positiveShare), accuracy: 1e-12)
            XCTAssertEqual(
                mirrored.expectedCalibrationError, curve.expectedCalibrationError, accuracy: 1e-12)
            XCTAssertEqual(
                try BrierScore(
                    probabilities: probabilities.map { 1 - $0 }, labels: labels.map { !$0 }
                ).value,
                try BrierScore(probabilities: probabilities, labels: labels).value,
                accuracy: 1e-12)
        }
    }

    func testBrierSkill() throws {
        let labels = [true, false, false, false]
        let shares = try BrierScore(probabilities: [0.25, 0.25, 0.25, 0.25], labels: labels)
        XCTAssertEqual(shares.value, 0.1875)
        XCTAssertEqual(shares.skill, 0)
        XCTAssertEqual(try BrierScore(probabilities: [1, 0, 0, 0], labels: labels).skill, 1)
        XCTAssertNil(try BrierScore(probabilities: [0.5], labels: [true]).skill)
        // The table of two columns counts each error twice.
        let table = try BrierScore(
            probabilities: Tensor(rows: [[0.5, 0.5], [1, 0]]), labels: [1, 0])
        XCTAssertEqual(table.value, 0.25)
        XCTAssertEqual(table.ofShares, 0.5)
    }

    func testBadInputIsThrown() {
        for (value, name) in [(1.5, "1.5"), (-0.1, "-0.1"), (.nan, "nan")] {
            assertThrows(EvaluationError.probabilityOutOfRange(value: name, item: 1)) {
                try CalibrationCurve(probabilities: [0, value], labels: [true, false])
            }
            assertThrows(EvaluationError.probabilityOutOfRange(value: name, item: 0)) {
                try BrierScore(probabilities: [value], labels: [true])
            }
        }
        assertThrows(EvaluationError.nothing) {
            try BrierScore(probabilities: [], labels: [])
        }
        assertThrows(
            EvaluationError.unusableParameter(
                name: "the number of bins", value: "0", allowed: "from 1 to 100,000")
        ) { try CalibrationCurve(probabilities: [1], labels: [true], bins: 0) }
        assertThrows(EvaluationError.probabilitySum(1.5, item: 1)) {
            try BrierScore(probabilities: Tensor(rows: [[0, 1], [0.75, 0.75]]), labels: [0, 1])
        }
        assertThrows(EvaluationError.notClassTable(shape: [1, 1])) {
            try CalibrationCurve(probabilities: Tensor(rows: [[1.0]]), labels: [0])
        }
        assertThrows(EvaluationError.classOutOfRange(value: 2, item: 0, classCount: 2)) {
            try CalibrationCurve(probabilities: Tensor(rows: [[0, 1.0]]), labels: [2])
        }
        assertThrows(
            EvaluationError.lengths(name: "items", count: 1, otherName: "labels", otherCount: 0)
        ) { try BrierScore(probabilities: Tensor(rows: [[0, 1.0]]), labels: []) }
    }
}
