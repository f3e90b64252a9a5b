import DeepTeaching
import XCTest

final class TemperatureScalingTests: XCTestCase {
    func testTemperaturesEqualThoseOfScipy() throws {
        for example in try CurveReference.load().classes {
            let logits = Tensor(rows: example.logits)
            let fitted = try TemperatureScaling().fit(logits, labels: example.labels)
            XCTAssertEqual(
                fitted.temperature / example.temperature, 1, accuracy: 1e-12)
            let scaled = try fitted.probabilities(for: logits).elements
            assertEqual(
                Array(scaled.prefix(example.scaled.count)), example.scaled, accuracy: 1e-12)
        }
    }

    /// Logits drawn from their own probabilities and then multiplied by 3 need a temperature of 3.
    func testItTakesBackWhatWasTooSure() throws {
        var generator = SeededGenerator(seed: 2)
        let logits = (0..<20_000).map { _ in 2 * generator.normal() }
        let labels = logits.map { generator.uniform() < 1 / (1 + exp(-$0)) }
        let sure = logits.map { 3 * $0 }
        let fitted = try TemperatureScaling().fit(sure, labels: labels)
        XCTAssertEqual(fitted.temperature, 3, accuracy: 0.1)
        let probabilities = try fitted.probabilities(for: sure)
        let raw = sure.map { 1 / (1 + exp(-$0)) }
        func error(_ probabilities: [Double]) throws -> Double {
            try CalibrationCurve(probabilities: probabilities, labels: labels)
                .expectedCalibrationError
        }
        XCTAssertLessThan(try error(probabilities), 0.02)
        XCTAssertGreaterThan(try error(raw), 0.08)
        // No order changes.
        XCTAssertEqual(
            try ROCCurve(scores: probabilities, labels: labels).area,
            try ROCCurve(scores: logits, labels: labels).area, accuracy: 1e-12)
    }

    func testTwoClassesAreOneLogitOrTwo() throws {
        let data = RandomScores(seed: 3)
        let one = try TemperatureScaling().fit(data.scores, labels: data.labels)
        let two = try TemperatureScaling().fit(
            Tensor(rows: data.scores.map { [7 - $0 / 2, 7 + $0 / 2] }),
            labels: data.labels.map { $0 ? 1 : 0 })
        XCTAssertEqual(one.temperature, two.temperature, accuracy: 1e-12)
        let swapped = try TemperatureScaling().fit(
            data.scores.map { -$0 }, labels: data.labels.map { !$0 })
        XCTAssertEqual(swapped.temperature, one.temperature, accuracy: 1e-12)
        let larger = try TemperatureScaling().fit(
            data.scores.map { $0 * 1e200 }, labels: data.labels)
        XCTAssertEqual(larger.temperature / 1e200, one.temperature, accuracy: 1e-12)
    }

    func testHugeLogitsGiveProbabilities() throws {
        let fitted = try TemperatureScaling().fit(
            [3, 2, -1, -2, 1, -1], labels: [true, true, false, false, false, true])
        let rows = try fitted.probabilities(for: Tensor<Double>(rows: [[1e308, -1e308]]))
        XCTAssertEqual(rows.elements, [1, 0])
        XCTAssertEqual(try fitted.probabilities(for: [-1e308, 0, 1e308]), [0, 0.5, 1])
    }

    func testWhereNoTemperatureIsBestItSaysWhy() {
        func fit(_ logits: [Double], _ labels: [Bool]) throws -> Double {
            try TemperatureScaling().fit(logits, labels: labels).temperature
        }
        assertThrows(EvaluationError.noTemperature(.allRight)) {
            try fit([1, -2, 3], [true, false, true])
        }
        assertThrows(EvaluationError.noTemperature(.noBetterThanChance)) {
            try fit([1, -2], [false, true])
        }
        assertThrows(EvaluationError.noTemperature(.noBetterThanChance)) {
            try fit([0, 0], [false, true])
        }
        assertThrows(EvaluationError.logitNotFinite(value: "inf", item: 1)) {
            try fit([0, .infinity], [false, true])
        }
        assertThrows(EvaluationError.nothing) { try fit([], []) }
        assertThrows(EvaluationError.logitNotFinite(value: "nan", item: 0)) {
            try TemperatureScaling().fit(Tensor(rows: [[0, Double.nan]]), labels: [0])
        }
    }

    func testOneTemperatureIsKept() throws {
        let fitted = try TemperatureScaling().fit([2, -1, -1], labels: [true, false, true])
        let data = try JSONEncoder().encode(fitted)
        XCTAssertEqual(
            try JSONDecoder().decode(TemperatureScaling.Fitted.self, from: data), fitted)
        XCTAssertThrowsError(
            try JSONDecoder().decode(
                TemperatureScaling.Fitted.self, from: Data("{\"temperature\":0}".utf8)))
    }
}
