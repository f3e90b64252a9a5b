import DeepTeaching
import XCTest

@testable import CourseKit

/// A plot as pixels: each thing in its colour, at its place.
final class PlotPictureTests: XCTestCase {
    private func plot(_ curves: [Plot.Curve], y: ClosedRange<Double> = 0...1) -> Plot {
        Plot(
            name: "p", x: "x", y: "y", curves: curves, caption: "", alternative: "", xRange: 0...1,
            yRange: y)
    }

    /// How many pixels are just of a colour.
    private func count(_ color: RGB, in image: Image) -> Int {
        (0..<image.size.area).count { index in
            image[x: index % image.size.width, y: index / image.size.width] == color
        }
    }

    func testACurveRunsFromCornerToCorner() throws {
        let picture = PlotPicture(plot([Plot.Curve("", x: [0, 1], y: [0, 1])]))
        let image = picture.image
        XCTAssertEqual(image.size.width, 1280)
        // The corners of the axes as the SVG has them.
        guard
            case .clipped(_, let marks)? = picture.drawing.marks.first(where: {
                if case .clipped = $0 { true } else { false }
            }), case .path(let steps, _)? = marks.first, case .move(let x, let y)? = steps.first,
            case .line(let endX, let endY)? = steps.last
        else { return XCTFail("there is no curve") }
        for part in [0.1, 0.5, 0.9] {
            let column = Int(2 * (x + part * (endX - x))), row = Int(2 * (y + part * (endY - y)))
            XCTAssertEqual(image[x: column, y: row], PlotInk.curves[0])
        }
        // 2.2 points wide, and as long as the diagonal; its edges are mixed with the paper.
        let length = 2 * ((endX - x) * (endX - x) + (endY - y) * (endY - y)).squareRoot()
        let area = Double(count(PlotInk.curves[0], in: image))
        XCTAssertGreaterThan(area, 2.4 * length)
        XCTAssertLessThan(area, 4.5 * length)
    }

    func testDashesLeaveGaps() {
        let whole = Plot.Curve("", x: [0, 1], y: [0.5, 0.5])
        let dashed = Plot.Curve("", x: [0, 1], y: [0.5, 0.5], style: .dashed)
        let share =
            Double(count(PlotInk.curves[0], in: PlotPicture(plot([dashed])).image))
            / Double(count(PlotInk.curves[0], in: PlotPicture(plot([whole])).image))
        XCTAssertGreaterThan(share, 0.3)
        XCTAssertLessThan(share, 0.65)
    }

    func testWhatLiesOutsideTheAxesIsCutOff() {
        let outside = Plot.Curve("", x: [0, 1], y: [5, 5])
        let image = PlotPicture(
            plot([outside, Plot.Curve("", x: [0.5], y: [0.5], style: .points)])
        )
        .image
        XCTAssertEqual(count(PlotInk.curves[0], in: image), 0)
        // A dot of 7 points is 154 pixels large.
        XCTAssertEqual(Double(count(PlotInk.curves[1], in: image)), 154, accuracy: 30)
    }

    func testPointsThatAreNoneLeaveAGap() {
        let image = PlotPicture(plot([Plot.Curve("", x: [0, 0.5, 1], y: [.nan, 0.5, .infinity])]))
            .image
        XCTAssertEqual(Double(count(PlotInk.curves[0], in: image)), 12, accuracy: 8)
    }

    func testEveryLetterIsDrawnAndNoTwoAreTheSame() {
        var seen: [String: Character] = [:]
        let box = "\(StrokeFont.strokes("\u{1F642}"))"
        for code in UInt8(ascii: "!")...UInt8(ascii: "~") {
            let character = Character(UnicodeScalar(code))
            if "$@`{}".contains(character) { continue }
            let strokes = "\(StrokeFont.strokes(character))"
            XCTAssertNotEqual(strokes, box, "\(character) is missing")
            XCTAssertNil(seen[strokes], "\(character) is drawn like \(seen[strokes] ?? " ")")
            seen[strokes] = character
            for point in StrokeFont.strokes(character).joined() {
                XCTAssertTrue((0...4).contains(point.x) && (0...8).contains(point.y))
            }
        }
        XCTAssertTrue(StrokeFont.strokes(" ").isEmpty)
    }

    func testTheInksAreThePages() {
        func code(_ color: RGB) -> String {
            "#" + [color.red, color.green, color.blue].map { String(format: "%02x", $0) }.joined()
        }
        for (name, color) in [("soft", PlotInk.soft), ("ink", PlotInk.ink), ("line", PlotInk.line)]
        {
            XCTAssertTrue(Stylesheet.colors.contains("--\(name): \(code(color));"), name)
        }
        XCTAssertEqual(PlotInk.curves.count, Stylesheet.curveCount)
        for (index, color) in PlotInk.curves.enumerated() {
            XCTAssertTrue(Stylesheet.colors.contains("--c\(index): \(code(color));"))
        }
    }
}
