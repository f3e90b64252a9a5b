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

    /// Both from many draws, so they differ by the noise of the ends alone.
    func testBothMethodsEqualScipy() throws {
        let example = try IntervalReference.load().bootstrap
        for (method, expected) in [
            (BootstrapMethod.percentile, example.percentile), (.biasCorrected, example.BCa),
        ] {
            let interval = try bootstrapInterval(
                groups: Array(example.values.indices), method: method, seed: 1, samples: 40_000
            ) { items in
                let mean = items.reduce(0) { $0 + example.values[$1] } / Double(items.count)
                return items.reduce(0) {
                    $0 + (example.values[$1] - mean) * (example.values[$1] - mean)
                } / Double(items.count)
            }
            XCTAssertEqual(interval.lower, expected[0], accuracy: 0.01, "\(method)")
            XCTAssertEqual(interval.upper, expected[1], accuracy: 0.03, "\(method)")
        }
    }

    func testBiasCorrectionByHand() {
        let even = BiasCorrection(estimate: 2.5, sorted: [1, 2, 3, 4], acceleration: 0)
        XCTAssertEqual(even.share(for: 0.025), 0.025, accuracy: 1e-14)
        // Phi(2 z_0 + z) without acceleration.
        let biased = BiasCorrection(
            estimate: 5, sorted: (0..<100).map { $0 < 84 ? 1 : 9 }, acceleration: 0)
        XCTAssertEqual(
            biased.share(for: 0.1),
            normalShare(below: 2 * normalQuantile(0.84) + normalQuantile(0.1)), accuracy: 1e-14)
        // All on one side, and beyond the pole: still shares.
        let far = BiasCorrection(estimate: 9, sorted: [1, 2, 3], acceleration: 2)
        XCTAssertEqual(far.share(for: 0.975), 1)
        XCTAssertTrue((0...1).contains(far.share(for: 0.025)))
    }

    /// The formula as it is printed, for strata of two and of five groups.
    func testAccelerationOfStrata() throws {
        let values = [3.0, 1, 4, 1.5, 9, 2, 6]
        let strata = [0, 0, 1, 1, 1, 1, 1]
        func statistic(_ items: [Int]) -> Double {
            let sums = (0..<2).map { k in
                items.filter { strata[$0] == k }.map { values[$0] * values[$0] }.reduce(0, +)
                    / Double(items.count { strata[$0] == k })
            }
            return sums[0] + 2 * sums[1]
        }
        let plan = try ResamplingPlan(groups: Array(0..<7), strata: strata)
        var (cubes, squares) = (0.0, 0.0)
        for stratum in 0..<2 {
            let members = (0..<7).filter { strata[$0] == stratum }
            let n = Double(members.count)
            let left = members.map { out in statistic((0..<7).filter { $0 != out }) }
            for value in left {
                let influence = (n - 1) * (left.reduce(0, +) / n - value)
                cubes += pow(influence / n, 3)
                squares += pow(influence / n, 2)
            }
        }
        XCTAssertEqual(
            try plan.acceleration(of: statistic), cubes / (6 * pow(squares, 1.5)),
            accuracy: 1e-14)
    }

    func testStrataKeepTheirNumberOfGroups() throws {
        let groups = ["a", "b", "b", "c", "d", "e"]
        let strata = [0, 1, 1, 0, 0, 1]
        _ = try bootstrapInterval(
            groups: groups, strata: strata, method: .biasCorrected, seed: 1, samples: 50
        ) { items in
            XCTAssertEqual(items.count { $0 == 1 }, items.count { $0 == 2 })
            // Three groups of stratum 0; those of stratum 1 are b, counted by its first item, and e.
            let drawn = items.count { strata[$0] == 0 }
            // Without one group, as the acceleration needs it, there is one less.
            XCTAssertTrue([2, 3].contains(drawn))
            return Double(items.reduce(0, +))
        }
        XCTAssertEqual(
            try bootstrapInterval(groups: groups, strata: [1, 1, 1, 1, 1, 1], seed: 3) {
                Double($0.reduce(0, +))
            },
            try bootstrapInterval(groups: groups, seed: 3) { Double($0.reduce(0, +)) })
        assertThrows(EvaluationError.mixedStratum(group: "b")) {
            try bootstrapInterval(groups: groups, strata: [0, 1, 0, 0, 0, 1], seed: 1) { _ in 1 }
        }
        assertThrows(
            EvaluationError.lengths(name: "groups", count: 1, otherName: "strata", otherCount: 2)
        ) { try bootstrapInterval(groups: [1], strata: [1, 2], seed: 1) { _ in 1 } }
    }

    func testAStatisticThatNeedsEachGroupHasNoCorrection() {
        assertThrows(EvaluationError.undefinedWithout(group: "b")) {
            try bootstrapInterval(
                groups: ["a", "b", "c"], method: .biasCorrected, seed: 1, samples: 100
            ) { $0.contains(1) ? 1 : nil }
        }
    }

    func testAStatisticThatNeverVariesHasAnIntervalOfOnePoint() throws {
        for method in BootstrapMethod.allCases {
            let interval = try bootstrapInterval(
                groups: [1, 2, 3], method: method, seed: 1, samples: 20
            ) { _ in 7 }
            XCTAssertEqual([interval.lower, interval.upper], [7, 7])
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
