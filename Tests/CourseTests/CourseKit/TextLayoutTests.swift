import XCTest

@testable import CourseKit

/// Widths, lines and columns of text.
final class TextLayoutTests: XCTestCase {
    private let plain = Palette(usesColor: false)

    func testWidths() {
        XCTAssertEqual(TextWidth.of("tissue"), 6)
        XCTAssertEqual(TextWidth.of("組織"), 4)
        XCTAssertEqual(TextWidth.of("e\u{0301}"), 1, "an accent belongs to its letter")
        XCTAssertEqual(TextWidth.of("🔬"), 2)
        XCTAssertEqual(TextWidth.of("─█⠿κ∑"), 5)
    }

    func testWrappingCountsColumns() {
        let wrapping = TextWrapping(width: 9, palette: plain)
        XCTAssertEqual(wrapping.lines("組織 組織 ab cd"), ["組織 組織", "ab cd"])
        XCTAssertEqual(wrapping.lines("one three nine"), ["one three", "nine"])
        XCTAssertEqual(wrapping.lines("four three"), ["four", "three"], "a space is a column")
        XCTAssertEqual(wrapping.lines("  "), [])
    }

    func testWordWiderThanLineIsBroken() {
        let lines = TextWrapping(width: 5, palette: plain).lines("組織組織 abcdefg h")
        XCTAssertEqual(lines, ["組織", "組織", "abcde", "fg h"])
        let path = TextWrapping(width: 14, palette: plain).lines(
            "Sources/Images/OtsuThreshold.swift")
        XCTAssertEqual(path, ["Sources/", "Images/", "OtsuThreshold.", "swift"])
    }

    func testColorsDoNotCountAsColumns() {
        let text = InlineText("one `two` **three**").runs
        let colored = TextWrapping(width: 13, palette: Palette(usesColor: true)).lines(text)
        XCTAssertEqual(colored, ["one \u{1B}[36mtwo\u{1B}[0m \u{1B}[1mthree\u{1B}[0m"])
    }

    /// Whoever copies an option from the screen must not copy a line end with it.
    func testShortCodeIsNotBroken() {
        let runs = InlineText("Run it with `--data FOLDER`, then `a b c d e f g h`.").runs
        let lines = TextWrapping(width: 18, palette: plain).lines(runs)
        XCTAssertEqual(lines, ["Run it with", "--data FOLDER,", "then", "a b c d e f g h."])
    }

    func testLinksShowWhereTheyLead() {
        var abilities = TerminalAbilities.pipe
        let text = "See [Otsu](Sources/Otsu.swift) and [https://a.org](https://a.org)."
        XCTAssertEqual(
            TerminalView(abilities: abilities, outputPath: "").wrapped(text, width: 80),
            ["See Otsu (Sources/Otsu.swift) and https://a.org."])
        abilities.showsLinks = true
        let line = TerminalView(abilities: abilities, outputPath: "").wrapped(text, width: 80)[0]
        XCTAssertTrue(
            line.contains("\u{1B}]8;;https://a.org\u{1B}\\https://a.org\u{1B}]8;;\u{1B}\\"))
        XCTAssertTrue(line.contains("/Sources/Otsu.swift\u{1B}\\Otsu\u{1B}]8;;"), line)
    }

    func testMarks() {
        func styles(_ text: String) -> [InlineText.Run] {
            InlineText(text, sources: ["OTS79"]).runs
        }
        XCTAssertEqual(
            styles("`a*b` *c* **d**"),
            [
                InlineText.Run(text: "a*b", style: .code), .init(text: " ", style: .plain),
                .init(text: "c", style: .emphasis), .init(text: " ", style: .plain),
                .init(text: "d", style: .strong),
            ])
        XCTAssertEqual(
            styles("2 * 3 * 4, a*b*c, `open"),
            [
                .init(text: "2 * 3 * 4, a*b*c, `open", style: .plain)
            ])
        XCTAssertEqual(styles("[OTS79][0]").map(\.style), [.source, .plain])
    }

    func testTableColumns() {
        let table = Table(
            header: ["name", "n", "mid"], rows: [["組織", "7", "x"], ["b", "1 234"]],
            alignment: [.left, .right, .center])
        XCTAssertEqual(
            TableText(table: table, palette: plain).lines,
            ["name      n  mid", "────  ─────  ───", "組織      7   x", "b     1 234"])
    }

    func testNumbersStandRight() {
        let table = Table(header: ["a", "b"], rows: [["0.5", "x1"], ["-3 %", "2"]])
        XCTAssertEqual(table.alignment, [.right, .left])
    }

    func testNumberFormats() {
        XCTAssertEqual(NumberFormat.decimals(2).text(-0.001), "0.00")
        XCTAssertEqual(NumberFormat.decimals(2).text(-1.005), "-1.00")
        XCTAssertEqual(NumberFormat.percent(1).text(0.4127), "41.3 %")
        XCTAssertEqual(NumberFormat.integer.text(-1_234_567), "-1\u{202F}234\u{202F}567")
        XCTAssertEqual(NumberFormat.integer.text(1234), "1234")
        XCTAssertEqual(NumberFormat.scientific(1).text(0.00015), "1.5e-04")
        XCTAssertEqual(NumberFormat.decimals(2).text(.nan), "not a number")
        XCTAssertEqual(MeasuredNumber(key: "meanDiceScore", value: 1).words, "Mean dice score")
    }

    func testWideCodeGoesOnBehindAMark() {
        XCTAssertEqual(
            CodeText.lines("    let share = mask.count { $0 } / area\n\nshort", width: 24),
            ["    let share =", "      ↳ mask.count { $0", "      ↳ } / area", "", "short"])
        XCTAssertEqual(
            CodeText.lines("abcdefghijklmnop", width: 8), ["abcdefgh", "  ↳ ijkl", "  ↳ mnop"])
    }

    func testNarrowTablesWrapTheirCells() {
        let table = Table(
            header: ["exercise", "what to do", "points"],
            rows: [["otsu", "Find the best *cut* of a histogram", "40"], ["mask", "Cut", "10"]])
        XCTAssertEqual(
            TableText(table: table, palette: plain, width: 38).lines,
            [
                "exercise  what to do            points", "────────  ────────────────────  ──────",
                "otsu      Find the best cut of      40", "          a histogram", "",
                "mask      Cut                       10",
            ])
    }

    func testATableWithoutRoomForColumnsBecomesLines() {
        let table = Table(
            header: ["exercise", "what to do", ""],
            rows: [
                ["otsuThreshold", "Find the best cut of a histogram", "new"], ["mask", "", "x"],
            ])
        XCTAssertEqual(
            TableText(table: table, palette: plain, width: 24).lines,
            [
                "exercise: otsuThreshold", "what to do: Find the", "  best cut of a",
                "  histogram", "new", "", "exercise: mask", "x",
            ])
    }
}
