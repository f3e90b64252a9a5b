import DeepTeaching
import XCTest

final class ProportionTests: XCTestCase {
    func testIntervalsEqualScipy() throws {
        for example in try IntervalReference.load().proportions {
            let proportion = try Proportion(example.successes, of: example.trials)
            for (method, expected) in [
                (Proportion.Method.wilson, example.wilson),
                (.clopperPearson, example.clopperPearson),
            ] {
                let interval = try proportion.interval(method, confidence: example.confidence)
                XCTAssertEqual(interval.lower, expected[0], accuracy: 1e-12, "\(proportion)")
                XCTAssertEqual(interval.upper, expected[1], accuracy: 1e-12, "\(proportion)")
                XCTAssertEqual(interval.estimate, proportion.value)
            }
        }
    }

    func testFailuresMirrorSuccesses() throws {
        for successes in 0...12 {
            for method in Proportion.Method.allCases {
                let one = try Proportion(successes, of: 12).interval(method)
                let other = try Proportion(12 - successes, of: 12).interval(method)
                XCTAssertEqual(one.lower, 1 - other.upper, accuracy: 1e-14)
                XCTAssertEqual(one.upper, 1 - other.lower, accuracy: 1e-14)
                XCTAssertTrue(one.contains(one.estimate))
            }
        }
    }

    /// The coverage is a sum over all outcomes: no draws are needed.
    func testCoverage() throws {
        let trials = 50
        for method in Proportion.Method.allCases {
            let intervals = try (0...trials).map { try Proportion($0, of: trials).interval(method) }
            let coverages = (1..<100).map { percent in
                let share = Double(percent) / 100
                return intervals.enumerated().reduce(0) { sum, next in
                    let (successes, interval) = next
                    return interval.contains(share)
                        ? sum + probability(of: successes, of: trials, share: share) : sum
                }
            }
            let mean = coverages.reduce(0, +) / Double(coverages.count)
            switch method {
            case .wilson:
                XCTAssertEqual(mean, 0.95, accuracy: 0.005)
                // Single shares reach less, near 0 and 1 most of all.
                XCTAssertGreaterThan(coverages.min() ?? 0, 0.89)
                XCTAssertGreaterThan(coverages[20...80].min() ?? 0, 0.93)
            case .clopperPearson:
                XCTAssertGreaterThanOrEqual(coverages.min() ?? 0, 0.95)
                XCTAssertEqual(mean, 0.968, accuracy: 0.01)
            }
        }
    }

    private func probability(of successes: Int, of trials: Int, share: Double) -> Double {
        var result = pow(1 - share, Double(trials))
        for k in 0..<successes {
            result *= share / (1 - share) * Double(trials - k) / Double(k + 1)
        }
        return result
    }

    func testSensitivityAndSpecificity() throws {
        let matrix = try ConfusionMatrix(
            labels: [true, true, true, false, false, false],
            predictions: [true, false, false, true, false, false])
        XCTAssertEqual(try matrix.sensitivity, try Proportion(1, of: 3))
        XCTAssertEqual(try matrix.specificity, try Proportion(2, of: 3))
        XCTAssertEqual(try matrix.precisionCounts(of: 1), try Proportion(1, of: 2))
        XCTAssertEqual(try matrix.precisionCounts(of: 0), try Proportion(2, of: 4))
        XCTAssertEqual("\(try matrix.specificity)", "2 of 3 (66.7 %)")
        let healthy = try ConfusionMatrix(labels: [false], predictions: [false])
        assertThrows(EvaluationError.nothing) { try healthy.sensitivity }
    }

    func testBadInputIsThrown() throws {
        assertThrows(EvaluationError.nothing) { try Proportion(0, of: 0) }
        for (successes, trials) in [(-1, 3), (4, 3)] {
            assertThrows(
                EvaluationError.unusableParameter(
                    name: "the number of successes", value: "\(successes)",
                    allowed: "from 0 to the 3 trials")
            ) { try Proportion(successes, of: trials) }
        }
        for confidence in [0, 1, -1, Double.nan] {
            XCTAssertThrowsError(try Proportion(1, of: 2).interval(confidence: confidence))
        }
        let data = try JSONEncoder().encode(try Proportion(1, of: 2))
        XCTAssertEqual(
            try JSONDecoder().decode(Proportion.self, from: data), try Proportion(1, of: 2))
        XCTAssertThrowsError(
            try JSONDecoder().decode(
                Proportion.self, from: Data("{\"successes\":3,\"trials\":2}".utf8)))
    }
}
