import DeepTeaching
import TestSupport
import XCTest

/// How often intervals of confidence 0.95 hold the true number, over many draws of the data.
///
/// The short forms stay within three standard errors of what the long ones measure.
final class CoverageTests: XCTestCase {
    /// The share of draws whose interval holds the truth, drawn on all cores.
    private func coverage(
        draws: Int, truth: Double,
        interval: @Sendable (inout SeededGenerator) throws -> (lower: Double, upper: Double)?
    ) throws -> Double {
        let hits = try parallelMap(draws) { draw in
            var generator = SeededGenerator(seed: UInt64(draw), stream: "coverage")
            guard let ends = try interval(&generator) else { return false }
            return ends.lower <= truth && truth <= ends.upper
        }
        return Double(hits.count { $0 }) / Double(draws)
    }

    /// Normal scores, shifted for the positives so that the true area is `area`.
    private func areaCoverage(
        area: Double, count: Int, draws: Int, scale: DeLongArea.Scale
    ) throws -> Double {
        let shift = try XCTUnwrap(Self.shifts[area])
        return try coverage(draws: draws, truth: area) { generator in
            let labels = (0..<count).map { $0 % 3 == 0 }
            let scores = labels.map { generator.normal() + ($0 ? shift : 0) }
            let found = try DeLongArea(scores: scores, labels: labels)
            return try found.interval(scale: scale).map { ($0.lower, $0.upper) }
        }
    }

    /// sqrt(2) times the normal quantile of the area.
    private static let shifts = [0.7: 0.741614, 0.8: 1.190232, 0.95: 2.326174]

    /// Means of groups whose items resemble each other.
    private func groupedCoverage(
        groups: Int, draws: Int, method: BootstrapMethod, byItem: Bool = false
    ) throws -> Double {
        try coverage(draws: draws, truth: 0) { generator in
            var numbers: [Int] = []
            var values: [Double] = []
            for group in 0..<groups {
                let own = generator.normal()
                for _ in 0..<1 + generator.index(below: 5) {
                    numbers.append(byItem ? numbers.count : group)
                    values.append(own + 0.5 * generator.normal())
                }
            }
            let interval = try bootstrapInterval(
                groups: numbers, method: method, seed: 1, samples: 400
            ) { items in items.reduce(0) { $0 + values[$1] } / Double(items.count) }
            return (interval.lower, interval.upper)
        }
    }

    func testDeLongCoversShortly() throws {
        for scale in DeLongArea.Scale.allCases {
            let found = try areaCoverage(area: 0.8, count: 120, draws: 1000, scale: scale)
            XCTAssertEqual(found, 0.945, accuracy: 0.022, "\(scale)")
        }
    }

    func testGroupedBootstrapCoversShortly() throws {
        let found = try groupedCoverage(groups: 60, draws: 300, method: .percentile)
        XCTAssertEqual(found, 0.945, accuracy: 0.04)
        // Items of one group taken for independent ones.
        let wrong = try groupedCoverage(
            groups: 60, draws: 300, method: .percentile, byItem: true)
        XCTAssertLessThan(wrong, 0.85)
    }

    /// Near an area of 1 the linear interval does not reach its confidence.
    func testDeLongCovers() throws {
        try skipUnlessProving("30,000 draws of each kind; testDeLongCoversShortly always runs.")
        let expected: [DeLongArea.Scale: [Double]] = [
            .logit: [0.956, 0.953, 0.946, 0.942], .linear: [0.935, 0.939, 0.929, 0.859],
        ]
        let kinds = [(0.7, 60), (0.8, 120), (0.95, 300), (0.95, 60)]
        for (scale, expected) in expected {
            for ((area, count), expected) in zip(kinds, expected) {
                let found = try areaCoverage(area: area, count: count, draws: 30_000, scale: scale)
                XCTAssertEqual(
                    found, expected, accuracy: 0.006, "\(scale), area \(area), \(count) items")
            }
        }
    }

    /// Ten groups are too few, whatever the method.
    func testGroupedBootstrapCovers() throws {
        try skipUnlessProving(
            "5,000 draws of each kind; testGroupedBootstrapCoversShortly always runs.")
        let expected: [BootstrapMethod: [Double]] = [
            .percentile: [0.896, 0.935, 0.941], .biasCorrected: [0.882, 0.929, 0.941],
        ]
        for (method, expected) in expected {
            for (groups, expected) in zip([10, 40, 100], expected) {
                let found = try groupedCoverage(groups: groups, draws: 5000, method: method)
                XCTAssertEqual(found, expected, accuracy: 0.012, "\(method), \(groups) groups")
            }
        }
    }
}
