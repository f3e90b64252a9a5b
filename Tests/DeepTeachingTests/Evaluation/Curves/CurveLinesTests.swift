import DeepTeaching
import XCTest

/// Curves as lines to draw.
final class CurveLinesTests: XCTestCase {
    /// The area below a line of corners.
    private func area(_ line: [(x: Double, y: Double)]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1.x - pair.0.x) * (pair.0.y + pair.1.y) / 2
        }
    }

    func testTheAreasBelowAreThoseOfTheCurves() throws {
        for seed in 0..<10 as Range<UInt64> {
            let data = RandomScores(seed: seed)
            let roc = try ROCCurve(scores: data.scores, labels: data.labels)
            XCTAssertEqual(area(roc.line), roc.area, accuracy: 1e-12)
            let other = try PrecisionRecallCurve(scores: data.scores, labels: data.labels)
            XCTAssertEqual(area(other.line), other.averagePrecision, accuracy: 1e-12)
        }
    }

    func testCalibrationHasACornerABin() throws {
        let curve = try CalibrationCurve(
            probabilities: [0.1, 0.2, 0.9], labels: [false, true, true], bins: 2)
        XCTAssertEqual(curve.line.map(\.y), [0.5, 1])
        XCTAssertEqual(curve.line[0].x, 0.15, accuracy: 1e-15)
    }

    func testALineOfAFROCRunsThroughItsPointsAndItsEnds() throws {
        let slide = try SlideDetections(
            detections: [
                LesionDetection(score: 0.9, lesion: nil), LesionDetection(score: 0.8, lesion: 1),
                LesionDetection(score: 0.7, lesion: nil), LesionDetection(score: 0.6, lesion: 2),
            ], lesions: [1, 2])
        let curve = try FROCCurve(slides: [slide])
        let line = curve.line(from: 0.5, to: 4)
        XCTAssertEqual(line.first?.x, 0.5)
        XCTAssertEqual(line.last?.x, 4)
        XCTAssertEqual(Set(line.filter { $0.x == 1 }.map(\.y)), [0, 0.5])
        XCTAssertEqual(Set(line.filter { $0.x == 2 }.map(\.y)), [0.5, 1])
        XCTAssertEqual(line.last?.y, 1)
        for (a, b) in zip(line, line.dropFirst()) {
            XCTAssertTrue(a.x <= b.x && a.y <= b.y)
            XCTAssertLessThan(b.x / a.x, 1.1)
        }
    }
}
