import DeepTeaching
import XCTest

/// Cells are 20 micrometres wide.
final class SlideScoreTests: XCTestCase {
    private let map = ConfidenceMap(drawn: ["9.0.0", "00000", "00777", ".0777"])

    func testEachRuleByHand() throws {
        XCTAssertEqual(try map.score(.maximum), 0.9, accuracy: 1e-7)
        XCTAssertEqual(try map.score(.meanOfLargest(3)), (0.9 + 0.7 + 0.7) / 3, accuracy: 1e-7)
        XCTAssertEqual(
            try map.score(.meanOfLargest(99)), (0.9 + 6 * 0.7) / 17, accuracy: 1e-7,
            "only cells with tissue count")
        XCTAssertEqual(try map.score(.quantile(1)), 0.9, accuracy: 1e-7)
        XCTAssertEqual(try map.score(.quantile(0)), 0)
        // 17 cells: the value of rank 0.5 * 16 = 8, counted from 0, is one of the ten zeros.
        XCTAssertEqual(try map.score(.quantile(0.5)), 0)
        // Rank 15.5, between 0.7 and 0.9.
        XCTAssertEqual(try map.score(.quantile(15.5 / 16)), 0.8, accuracy: 1e-6)
    }

    func testASmoothedMaximumPrefersCellsThatAreSureTogether() throws {
        // In the middle of the six cells: itself, left, right and above or below.
        XCTAssertEqual(try map.score(.smoothedMaximum(radius: 20)), 0.7, accuracy: 1e-6)
        // The lonely 0.9 has one neighbour with tissue.
        let smooth = map.smoothed(radius: 20)
        XCTAssertEqual(smooth[x: 0, y: 0], 0.45, accuracy: 1e-6)
        XCTAssertEqual(smooth[x: 1, y: 0], 0, "no tissue")
        XCTAssertEqual(try map.score(.smoothedMaximum(radius: 0)), 0.9, accuracy: 1e-6)
    }

    func testAMapWithoutTissueScoresNothing() throws {
        let rules: [SlideScore] = [
            .maximum, .quantile(0.9), .meanOfLargest(4), .smoothedMaximum(radius: 50),
        ]
        for rule in rules {
            XCTAssertEqual(try ConfidenceMap(drawn: [".."]).score(rule), 0)
            XCTAssertEqual(try ConfidenceMap(drawn: []).score(rule), 0)
        }
    }

    func testRulesThatMakeNoSenseAreRefusedInWords() throws {
        let wrong: [(SlideScore, String)] = [
            (.quantile(1.5), "The share of a quantile cannot be 1.5: choose one from 0 to 1."),
            (.quantile(.nan), "The share of a quantile cannot be nan: choose one from 0 to 1."),
            (
                .meanOfLargest(0),
                "The number of cells to average cannot be 0: choose one or more."
            ),
            (
                .smoothedMaximum(radius: -2),
                "The radius of a disk cannot be -2.0: choose micrometres of 0 or more."
            ),
        ]
        for (rule, sentence) in wrong {
            XCTAssertThrowsError(try map.score(rule)) { XCTAssertEqual("\($0)", sentence) }
        }
        var broken = map
        broken.probabilities[x: 1, y: 1] = 1.25
        XCTAssertThrowsError(try broken.score(.maximum)) {
            XCTAssertEqual($0 as? MapError, .notAProbability(value: "1.25", x: 1, y: 1))
        }
    }
}
