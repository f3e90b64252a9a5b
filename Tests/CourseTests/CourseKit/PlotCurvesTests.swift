import DeepTeaching
import XCTest

@testable import CourseKit

/// Curves of the evaluation as plots.
final class PlotCurvesTests: XCTestCase {
    private let scores = [0.9, 0.8, 0.4, 0.2]
    private let labels = [true, false, true, false]

    func testRatesRunFrom0To1BesideChance() throws {
        let plot = Plot.roc(
            name: "roc", [("network", try ROCCurve(scores: scores, labels: labels))], caption: "",
            alternative: "")
        XCTAssertEqual(plot.curves.map(\.name), ["network", "chance"])
        XCTAssertEqual(plot.curves[0].x, [0, 0, 0.5, 0.5, 1])
        XCTAssertEqual(plot.curves[0].y, [0, 0.5, 0.5, 1, 1])
        XCTAssertEqual(plot.curves[1].style, .dashed)
        XCTAssertEqual(plot.xRange, 0...1)
    }

    func testChanceIsThePrevalenceIfThereIsOne() throws {
        let half = try PrecisionRecallCurve(scores: scores, labels: labels)
        let whole = try PrecisionRecallCurve(scores: [1], labels: [true])
        let plot = Plot.precisionRecall(
            name: "pr", [("a", half), ("b", half)], caption: "", alternative: "")
        XCTAssertEqual(plot.curves.map(\.name), ["a", "b", "chance"])
        XCTAssertEqual(plot.curves[2].y, [0.5, 0.5])
        let two = Plot.precisionRecall(
            name: "pr", [("a", half), ("b", whole)], caption: "", alternative: "")
        XCTAssertEqual(two.curves.count, 2)
    }

    func testCalibrationHasItsDiagonal() throws {
        let curve = try CalibrationCurve(probabilities: scores, labels: labels, bins: 2)
        let plot = Plot.calibration(
            name: "calibration", [("network", curve)], caption: "", alternative: "")
        XCTAssertEqual(plot.curves[0].y, [0.5, 0.5])
        XCTAssertEqual(plot.curves[1].y, [0, 1])
    }

    /// Logarithms are drawn; what they are logarithms of is written, on the screen and on the page.
    func testFalsePositivesHaveALogarithmicAxis() throws {
        let slide = try SlideDetections(
            detections: [
                LesionDetection(score: 0.9, lesion: nil), LesionDetection(score: 0.8, lesion: 1),
            ], lesions: [1])
        let plot = Plot.froc(
            name: "froc", [("network", try FROCCurve(slides: [slide]))], caption: "",
            alternative: "")
        XCTAssertEqual(plot.curves[0].x.first, -3)
        XCTAssertEqual(plot.curves[0].x.last, 4)
        let lines = PlotText(
            plot: plot, columns: 40, rows: 4, palette: Palette(usesColor: false)
        ).lines
        XCTAssertEqual(
            lines[6].split(separator: " "), ["1/4", "1/2", "1", "2", "4", "8"],
            lines.joined(separator: "\n"))
        let drawing = PlotDrawing(plot).content
        XCTAssertTrue(drawing.contains(">1/4</text>"), drawing)
        XCTAssertFalse(drawing.contains(">-2</text>"), drawing)
    }
}
