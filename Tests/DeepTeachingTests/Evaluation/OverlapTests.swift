import DeepTeaching
import XCTest

/// Dice and intersection over union, counted by hand.
final class OverlapTests: XCTestCase {
    func testCounts() throws {
        let overlap = try Overlap(
            prediction: [true, true, true, false, false, false],
            truth: [true, true, false, true, false, false])
        XCTAssertEqual(overlap, Overlap(both: 2, onlyPrediction: 1, onlyTruth: 1))
        XCTAssertEqual(overlap.dice, 4.0 / 6)
        XCTAssertEqual(overlap.intersectionOverUnion, 2.0 / 4)
        let sum = overlap + Overlap(both: 1, onlyPrediction: 0, onlyTruth: 2)
        XCTAssertEqual(sum, Overlap(both: 3, onlyPrediction: 1, onlyTruth: 3))
    }

    func testEmptyMasks() throws {
        let nothing = try Overlap(prediction: [false, false], truth: [false, false])
        XCTAssertEqual([nothing.dice, nothing.intersectionOverUnion], [1, 1])
        let alarm = try Overlap(prediction: [true, false], truth: [false, false])
        XCTAssertEqual([alarm.dice, alarm.intersectionOverUnion], [0, 0])
        let missed = try Overlap(prediction: [false, false], truth: [true, false])
        XCTAssertEqual([missed.dice, missed.intersectionOverUnion], [0, 0])
    }

    /// Dice = 2 IoU / (1 + IoU).
    func testBothMeasuresOrderAlike() throws {
        for both in 0..<5 {
            for rest in 1..<5 {
                let overlap = Overlap(both: both, onlyPrediction: rest, onlyTruth: 1)
                let iou = overlap.intersectionOverUnion
                XCTAssertEqual(overlap.dice, 2 * iou / (1 + iou), accuracy: 1e-15)
            }
        }
    }

    func testMasksOfTwoSizes() {
        XCTAssertThrowsError(try Overlap(prediction: [true], truth: [true, false])) { error in
            XCTAssertEqual(
                "\(error)",
                "There are 1 pixels of the prediction, but 2 of the truth: give one of each an item."
            )
        }
        XCTAssertThrowsError(try Overlap(prediction: [], truth: [])) { error in
            XCTAssertEqual(error as? EvaluationError, .nothing)
        }
    }
}
