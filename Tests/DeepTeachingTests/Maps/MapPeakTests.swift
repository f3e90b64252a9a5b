import DeepTeaching
import XCTest

/// Cells are 10 level-0 pixels and 20 micrometres wide.
final class MapPeakTests: XCTestCase {
    private func peaks(_ rows: [String], radius: Double) throws -> [String] {
        try ConfidenceMap(drawn: rows).peaks(radius: radius).map { peak in
            "\(Int((10 * peak.probability).rounded())) at \(peak.center.x) \(peak.center.y)"
        }
    }

    func testTheSurestStrikesOutItsNeighbours() throws {
        XCTAssertEqual(
            try peaks(["07890", "00000", "60000"], radius: 20),
            ["9 at 35.0 5.0", "7 at 15.0 5.0", "6 at 5.0 25.0"])
        XCTAssertEqual(
            try peaks(["07890", "00000", "60000"], radius: 40), ["9 at 35.0 5.0", "6 at 5.0 25.0"])
    }

    func testWhatIsStruckOutStrikesNothingOut() throws {
        // 8 is struck out by 9, so 7 stands, though it is a neighbour of 8.
        XCTAssertEqual(try peaks(["987"], radius: 20), ["9 at 5.0 5.0", "7 at 25.0 5.0"])
    }

    func testTheRadiusIsThatOfADiskAndItsEdgeBelongsToIt() throws {
        XCTAssertEqual(try peaks(["90", "08"], radius: 28), ["9 at 5.0 5.0", "8 at 15.0 15.0"])
        XCTAssertEqual(try peaks(["90", "08"], radius: 29), ["9 at 5.0 5.0"])
        XCTAssertEqual(try peaks(["98"], radius: 20), ["9 at 5.0 5.0"])
        XCTAssertEqual(try peaks(["98"], radius: 0), ["9 at 5.0 5.0", "8 at 15.0 5.0"])
    }

    func testMicrometresAreThoseOfEachAxis() throws {
        let map = ConfidenceMap(
            drawn: ["98", "70"], origin: BaselinePoint(x: 100, y: -50),
            resolution: MicronsPerPixel(x: 1, y: 3))
        XCTAssertEqual(
            try map.peaks(radius: 10).map(\.center),
            [BaselinePoint(x: 105, y: -45), BaselinePoint(x: 105, y: -35)])
    }

    func testOfEqualsTheFirstStands() throws {
        XCTAssertEqual(
            try peaks(["0990", "0990"], radius: 20), ["9 at 15.0 5.0", "9 at 25.0 15.0"])
    }

    func testTheThresholdAndTheGlassAreNoPeaks() throws {
        XCTAssertEqual(try peaks(["5.6"], radius: 0), ["6 at 25.0 5.0"])
        var map = ConfidenceMap(drawn: ["7."])
        map.probabilities[x: 1, y: 0] = 1
        XCTAssertEqual(try map.peaks(radius: 0).count, 1, "a cell that nobody looked at")
        XCTAssertEqual(try ConfidenceMap(drawn: []).peaks(radius: 1e9), [])
    }

    /// Against the definition, pair by pair, on random maps.
    func testNoPeakIsNearerThanTheRadiusAndNoneIsMissing() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<40 {
            let rows = (0..<9).map { _ in
                String((0..<11).map { _ in "0123456789."[generator.index(below: 11)] })
            }
            let map = ConfidenceMap(drawn: rows)
            let radius = Double(generator.index(below: 90))
            let found = try map.peaks(radius: radius)
            func micrometres(_ a: BaselinePoint, _ b: BaselinePoint) -> Double {
                2 * ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
            }
            for (index, peak) in found.enumerated() {
                for other in found.prefix(index) {
                    XCTAssertGreaterThan(micrometres(peak.center, other.center), radius)
                    XCTAssertGreaterThanOrEqual(other.probability, peak.probability)
                }
            }
            // Every other sure cell has a peak within the radius that is as sure or surer.
            for peak in try map.peaks(radius: 0) {
                XCTAssertTrue(
                    found.contains {
                        micrometres($0.center, peak.center) <= radius
                            && $0.probability >= peak.probability
                    })
            }
        }
    }

    func testWhatMakesNoSenseIsRefusedInWords() throws {
        let map = ConfidenceMap(drawn: ["9"])
        for radius in [-1, Double.nan] {
            XCTAssertThrowsError(try map.peaks(radius: radius)) {
                XCTAssertEqual(
                    "\($0)",
                    "The radius of a suppression cannot be \(radius): choose micrometres of 0 or more."
                )
            }
        }
        var broken = map
        broken.probabilities[x: 0, y: 0] = .nan
        XCTAssertThrowsError(try broken.peaks(radius: 1)) {
            XCTAssertEqual($0 as? MapError, .notAProbability(value: "nan", x: 0, y: 0))
        }
    }
}

extension String {
    fileprivate subscript(index: Int) -> Character {
        self[self.index(startIndex, offsetBy: index)]
    }
}
