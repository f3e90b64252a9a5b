import DeepTeaching
import LessonSlides
import XCTest

@testable import MeasureCohort

/// The small computations behind the measures of learning.
final class LearningNumbersTests: XCTestCase {
    private let scores = PatchScores(
        probabilities: [0.9, 0.8, 0.6, 0.1, 0.7, 0.3, 0.2, 0.2],
        isTumor: [true, true, true, true, false, false, false, false])

    func testThresholdThatFindsAShareOfTheTumor() {
        XCTAssertEqual(scores.threshold(finding: 0.75), 0.6)
        XCTAssertEqual(scores.threshold(finding: 0.76), 0.1)
        XCTAssertEqual(scores.threshold(finding: 0.25), 0.9)
    }

    func testThresholdThatAllowsAShareOfFalseAlarms() {
        func alarms(_ share: Double) -> Double {
            [0.7, 0.3, 0.2, 0.2].share(from: scores.threshold(allowing: share))
        }
        XCTAssertEqual(alarms(0.25), 0.25)
        XCTAssertEqual(alarms(0.24), 0)
        // Two equal scores: both or none, and half would be more than allowed with the second.
        XCTAssertEqual(alarms(0.74), 0.5)
        XCTAssertEqual(alarms(1), 1)
    }

    func testAreaUnderTheCurve() throws {
        // 16 pairs, of which (0.6, 0.7) and all four with 0.1 are in the wrong order.
        XCTAssertEqual(try scores.area(), 11.0 / 16, accuracy: 1e-12)
    }

    func testLossAndGainOfAPair() {
        let measures = PairMeasures(
            pair: [0, 1], plain: CenterGap([0: 0.99, 1: 0.97, 2: 0.86, 3: 0.90], known: [0, 1]),
            jittered: CenterGap([0: 0.97, 1: 0.97, 2: 0.92, 3: 0.96], known: [0, 1])
        ).measures
        func value(_ key: String) -> Double { measures.first { $0.key == key }?.value ?? .nan }
        XCTAssertEqual(value("pair01Loss"), 10, accuracy: 1e-9)
        XCTAssertEqual(value("pair01JitterGain"), 0.6, accuracy: 1e-9)
        XCTAssertEqual(value("pair01plain2"), 0.86)
        XCTAssertEqual(value("pair01stain3"), 0.96)
    }

    func testGerminalCentersAndIsolatedCellsAreCounted() throws {
        let found = WithinResult(
            scores: scores, germinal: [0.95, 0.65, 0.5, 0.05],
            isolated: HitCount(hits: 1, count: 3))
        let measures = try CenterMeasures(center: 2, results: [found]).measures
        func value(_ key: String) -> Double { measures.first { $0.key == key }?.value ?? .nan }
        // 95 % of four tumour patches are all four: the threshold is 0.1.
        XCTAssertEqual(value("germinalThreshold2"), 0.1)
        XCTAssertEqual(value("germinal2"), 0.75)
        XCTAssertEqual(value("germinalHalf2"), 0.75)
        XCTAssertEqual(value("isolated2"), 1)
        XCTAssertEqual(value("within2"), 11.0 / 16, accuracy: 1e-12)
    }

    func testColorStatistics() {
        var image = Image(size: PixelSize(side: 2), color: RGB(0, 255, 51))
        image[x: 0, y: 0] = RGB(255, 255, 51)
        let values = ColorStatistics(image).values
        let deviation = 0.1875.squareRoot()
        let expected = [0.25, 1, 0.2, deviation, 0, 0, 0.299 * deviation]
        for (index, value) in expected.enumerated() {
            XCTAssertEqual(values[index], value, accuracy: 1e-9, ColorStatistics.names[index])
        }
    }

    func testLogisticRegressionSeesOnlyItsColumns() throws {
        // Tumour is redder; blue only makes the patches differ.
        func patches(_ seed: UInt64) -> PatchSet {
            var generator = SeededGenerator(seed: seed)
            var set = PatchSet()
            for index in 0..<200 {
                let isTumor = index.isMultiple(of: 2)
                let red = (isTumor ? 150 : 120) + generator.index(below: 40)
                let color = RGB(UInt8(red), 100, UInt8(generator.index(below: 256)))
                set.append(Image(size: PixelSize(side: 4), color: color), isTumor: isTumor)
            }
            return set
        }
        let (training, test) = (ColorTable(patches(1)), ColorTable(patches(2)))
        let red = try logisticArea(training: training, test: test, columns: 0..<1)
        XCTAssertEqual(red, try test.separation(byColumn: 0), accuracy: 1e-12)
        XCTAssertGreaterThan(red, 0.9)
        XCTAssertEqual(
            try logisticArea(training: training, test: test, columns: 2..<3), 0.5, accuracy: 0.1)
    }
}
