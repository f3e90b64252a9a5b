import XCTest

@testable import CourseKit

/// Curves in Braille and their axes.
final class PlotTextTests: XCTestCase {
    private let plain = Palette(usesColor: false)

    func testDiagonal() {
        var grid = BrailleGrid(columns: 2, rows: 1)
        grid.line((0, 3), (3, 0), curve: 0)
        XCTAssertEqual(grid.row(0).map(\.text), ["⡠⠊"])
    }

    func testDotsOutsideAreLeftOut() {
        var grid = BrailleGrid(columns: 1, rows: 1)
        grid.set(-1, 0, curve: 0)
        grid.set(2, 0, curve: 0)
        grid.set(0, 4, curve: 0)
        XCTAssertEqual(grid.row(0).map(\.text), [" "])
        grid.set(1, 3, curve: 0)
        XCTAssertEqual(grid.row(0).map(\.text), ["⢀"])
    }

    func testFallingLine() {
        let plot = Plot(
            name: "line", x: "x", y: "y", curves: [Plot.Curve("", x: [0, 1], y: [1, 0])],
            caption: "", alternative: "")
        let lines = PlotText(plot: plot, columns: 10, rows: 2, palette: plain).lines
        XCTAssertEqual(
            lines,
            [
                "y", "1 ┤⠉⠒⠢⢄⣀", "0 ┤     ⠉⠑⠢⠤⣀", "  └┬────┬────", "   0   0.6", "       x",
            ],
            lines.joined(separator: "\n"))
    }

    func testGapWhereAValueIsMissing() {
        let plot = Plot(
            name: "gap", x: "x", y: "y",
            curves: [Plot.Curve("", x: [0, 1, 2, 3], y: [0, 0, .nan, 0])], caption: "",
            alternative: "", yRange: 0...1)
        let bottom = PlotText(plot: plot, columns: 10, rows: 2, palette: plain).lines[2]
        XCTAssertEqual(bottom, "0 ┤⣀⣀⣀⡀     ⢀")
    }

    /// Each line carries its sign once in ten columns.
    func testWithoutColorsEachCurveHasItsOwnSign() {
        let plot = plot(["first", "second"].map { Plot.Curve($0, x: [0, 1], y: [1, 1]) })
        let lines = PlotText(plot: plot, columns: 22, rows: 2, palette: plain).lines
        XCTAssertEqual(lines[1], "1 ┤⠉⠉o⠉⠉⠉⠉x⠉⠉⠉⠉o⠉⠉⠉⠉x⠉⠉⠉⠉", "both are seen where they coincide")
        XCTAssertEqual(lines.suffix(2), ["   ─o─ first", "   ─x─ second"])
    }

    func testColorsAndStrokesNeedNoSigns() {
        let curves = [
            Plot.Curve("first", x: [0, 1], y: [1, 1]),
            Plot.Curve("second", x: [0, 1], y: [0, 1], style: .dashed),
        ]
        let text = PlotText(plot: plot(curves), columns: 22, rows: 2, palette: plain).lines
        XCTAssertEqual(text.suffix(2), ["   ── first", "   ╌╌ second"])
        XCTAssertFalse(text[1...2].joined().contains("o"), "no sign on the curves")
        let alike = plot(["first", "second"].map { Plot.Curve($0, x: [0, 1], y: [1, 1]) })
        let colored = PlotText(
            plot: alike, columns: 22, rows: 2, palette: Palette(usesColor: true)
        ).lines
        let line = String(repeating: "⠉", count: 22)
        XCTAssertTrue(colored[1].contains("\u{1B}[31m\(line)\u{1B}[0m"), "colours are enough")
    }

    func testCloudsConsistOfTheirSigns() {
        let plot = plot([
            Plot.Curve("other", x: [0, 1], y: [0, 0], style: .points),
            Plot.Curve("tumour", x: [0, 1], y: [1, 0], style: .points),
        ])
        let lines = PlotText(plot: plot, columns: 10, rows: 2, palette: plain).lines
        XCTAssertEqual(lines[1...2], ["1 ┤x", "0 ┤o        x"], "the later one lies above")
        XCTAssertEqual(lines.suffix(2), ["   o other", "   x tumour"])
    }

    /// A curve that ends before the first of its columns.
    func testAShortCurveHasItsSignToo() {
        let plot = plot([
            Plot.Curve("long", x: [0, 1], y: [0, 0]),
            Plot.Curve("short", x: [0, 0.05], y: [1, 1]),
        ])
        let lines = PlotText(plot: plot, columns: 20, rows: 2, palette: plain).lines
        XCTAssertEqual(lines[1], "1 ┤x⠁")
    }

    private func plot(_ curves: [Plot.Curve]) -> Plot {
        Plot(
            name: "signs", x: "x", y: "y", curves: curves, caption: "", alternative: "",
            xRange: 0...1, yRange: 0...1)
    }

    /// A beginner reads values off the axes, so round ones stand there, and not the ends of the data.
    func testAxesHaveRoundValues() {
        let plot = Plot(
            name: "axes", x: "diameter in µm", y: "share",
            curves: [Plot.Curve("", x: [4.72, 13.98], y: [0, 1])], caption: "", alternative: "")
        let lines = PlotText(plot: plot, columns: 40, rows: 12, palette: plain).lines
        XCTAssertEqual(
            lines[1...12].map { $0.prefix(5) },
            [
                "  1 ┤", "    │", "0.8 ┤", "    │", "0.6 ┤", "    │", "    │", "0.4 ┤", "    │",
                "0.2 ┤", "    │", "  0 ┤",
            ])
        XCTAssertEqual(lines[13], "    └─────┬────────┬───────┬────────┬────────")
        XCTAssertEqual(lines[14], "          6        8       10       12")
        XCTAssertEqual(lines[15], "                  diameter in µm")
    }

    /// Words too long for their place are wrapped; nothing is wider than the drawing.
    func testLongWordsAreWrapped() {
        let words = "a name that is far too long for so narrow a drawing of a curve"
        let plot = Plot(
            name: "long", x: words, y: words, curves: [Plot.Curve(words, [1, 2])], caption: "",
            alternative: "")
        let lines = PlotText(plot: plot, columns: 24, rows: 4, palette: plain).lines
        XCTAssertLessThanOrEqual(lines.map { TextWidth.of($0) }.max() ?? 99, 36)
        XCTAssertEqual(lines.joined(separator: " ").components(separatedBy: "curve").count - 1, 3)
    }

    func testTicksAreRound() {
        XCTAssertEqual(
            AxisScale.ticks(0...1).map { AxisScale.text($0, in: 0...1) },
            ["0", "0.2", "0.4", "0.6", "0.8", "1"])
        XCTAssertEqual(AxisScale.ticks(3...47), [10, 20, 30, 40])
        XCTAssertEqual(AxisScale.ticks(5...5), [5])
        XCTAssertEqual(AxisScale.rounded(0.13...2.12), 0...2.5)
        XCTAssertEqual(AxisScale.text(0.25, in: 0...1), "0.25")
        XCTAssertEqual(AxisScale.text(3000, in: 0...3000), "3000")
        XCTAssertEqual(AxisScale.text(2_500_000, in: 0...3_000_000), "2.5e+06")
    }

    func testConstantCurveHasAnAxis() {
        let plot = Plot(
            name: "constant", x: "x", y: "y", curves: [Plot.Curve("", [2, 2])], caption: "",
            alternative: "")
        XCTAssertLessThan(plot.yRange.lowerBound, 2)
        XCTAssertGreaterThan(plot.yRange.upperBound, 2)
    }
}
