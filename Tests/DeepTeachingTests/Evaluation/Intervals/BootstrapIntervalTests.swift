import XCTest

@testable import DeepTeaching

final class BootstrapIntervalTests: XCTestCase {
    func testQuantilesEqualNumpy() throws {
        let example = try EvaluationReference.load().quantiles
        let sorted = example.values.sorted()
        assertEqual(
            example.shares.map { quantile($0, ofSorted: sorted) }, example.expected,
            accuracy: 1e-12)
    }

    /// Twenty patients of five slides that agree fully: five times as many slides as witnesses.
    func testPatientsGiveAWiderIntervalThanSlides() throws {
        let patients = (0..<100).map { $0 / 5 }
        let correct = patients.map { $0 % 3 == 0 ? 0.0 : 1.0 }
        func interval(_ groups: [Int]) throws -> BootstrapInterval {
            try bootstrapInterval(groups: groups, seed: 3) { items in
                items.reduce(0) { $0 + correct[$1] } / Double(items.count)
            }
        }
        let byPatient = try interval(patients)
        let bySlide = try interval(Array(0..<100))
        XCTAssertEqual(byPatient.estimate, bySlide.estimate)
        // The standard error is larger by the square root of 5.
        XCTAssertEqual(byPatient.width / bySlide.width, 5.0.squareRoot(), accuracy: 0.3)
    }

    /// For the mean of normal numbers the interval must be about mean +- 1.96 standard errors.
    func testIntervalOfAMean() throws {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<200).map { _ in generator.normal() }
        let mean = values.reduce(0, +) / 200
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200
        let error = (variance / 200).squareRoot()
        let interval = try bootstrapInterval(groups: Array(0..<200), seed: 1) { items in
            items.reduce(0) { $0 + values[$1] } / Double(items.count)
        }
        XCTAssertEqual(interval.lower, mean - 1.96 * error, accuracy: 0.2 * error)
        XCTAssertEqual(interval.upper, mean + 1.96 * error, accuracy: 0.2 * error)
        let narrow = try bootstrapInterval(
            groups: Array(0..<200), confidence: 0.5, seed: 1
        ) { items in items.reduce(0) { $0 + values[$1] } / Double(items.count) }
        XCTAssertEqual(narrow.width / interval.width, 0.674 / 1.96, accuracy: 0.05)
    }

    func testTheSeedDecides() throws {
        func lower(_ seed: UInt64) throws -> Double {
            try bootstrapInterval(groups: Array(0..<30), seed: seed, samples: 100) { items in
                items.reduce(0) { $0 + Double($1) }
            }.lower
        }
        XCTAssertEqual(try lower(1), try lower(1))
        XCTAssertNotEqual(try lower(1), try lower(2))
    }

    /// Each resample draws as many groups as there are, each with all of its items.
    func testWholeGroupsAreDrawn() throws {
        let groups = ["b", "a", "b", "c", "b"]
        _ = try bootstrapInterval(groups: groups, seed: 1, samples: 50) { items in
            let counts = (0..<5).map { item in items.count { $0 == item } }
            XCTAssertEqual(counts[0], counts[2])
            XCTAssertEqual(counts[0], counts[4])
            XCTAssertEqual(counts[0] + counts[1] + counts[3], 3)
            return 1
        }
    }

    func testBadInputIsThrown() {
        func interval(
            _ groups: [Int], confidence: Double = 0.9, samples: Int = 10,
            _ statistic: ([Int]) -> Double?
        ) throws -> BootstrapInterval {
            try bootstrapInterval(
                groups: groups, confidence: confidence, seed: 1, samples: samples,
                statistic: statistic)
        }
        assertThrows(EvaluationError.nothing) { try interval([]) { _ in 1 } }
        assertThrows(
            EvaluationError.unusableParameter(
                name: "confidence", value: "1.0", allowed: "above 0 and below 1")
        ) { try interval([1], confidence: 1) { _ in 1 } }
        assertThrows(
            EvaluationError.unusableParameter(name: "samples", value: "0", allowed: "1 or more")
        ) { try interval([1], samples: 0) { _ in 1 } }
        assertThrows(EvaluationError.undefinedStatistic(defined: 0, samples: 10)) {
            try interval([1, 2]) { _ in .nan }
        }
        assertThrows(EvaluationError.undefinedStatistic(defined: 0, samples: 10)) {
            try interval([1, 1]) { _ in nil }
        }
    }
}
