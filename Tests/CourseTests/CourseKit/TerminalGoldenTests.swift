import XCTest

@testable import CourseKit

/// The plain text of a small lesson, letter by letter.
final class TerminalGoldenTests: XCTestCase {
    func testPipedTextOfEveryBlock() throws {
        XCTAssertEqual(try plainText(), Self.golden)
    }

    func testSameSeedGivesSameTextAndAnotherSeedDoesNot() throws {
        XCTAssertEqual(
            try plainText(arguments: ["--seed", "7"]), try plainText(arguments: ["--seed", "7"]))
        XCTAssertNotEqual(try plainText(arguments: ["--seed", "7"]), try plainText())
    }

    func testNothingButTextIsPiped() throws {
        XCTAssertFalse(try plainText().contains("\u{1B}"))
        XCTAssertFalse(try plainText().contains("took"), "times differ from run to run")
    }

    func testAShortTimeIsShownInMilliseconds() {
        var abilities = TerminalAbilities.pipe
        abilities.isTerminal = true
        let view = TerminalView(abilities: abilities, outputPath: "")
        XCTAssertEqual(view.duration("It took", 0.00312, width: 80), ["  It took: 3.12 ms"])
        XCTAssertEqual(view.duration("It took", 3.12, width: 80), ["  It took: 3.1 s"])
    }

    func testPipeNeverWaits() throws {
        XCTAssertEqual(try plainText(arguments: ["--step"]), try plainText())
    }

    func testFromComputesButDoesNotShow() throws {
        let text = try plainText(arguments: ["--from", "2"])
        XCTAssertFalse(text.contains("Where is tissue?"))
        XCTAssertTrue(text.contains("2. What does the threshold cost?"))
        XCTAssertTrue(text.contains("With 30 % tissue"), "step 2 needs what step 1 computes")
    }

    func testListPrintsTitlesOnly() throws {
        let lines = try plainText(arguments: ["--list"]).split(separator: "\n")
        let steps = lines.dropFirst(3).dropLast(2)
        XCTAssertEqual(steps, ["1. Where is tissue?", "2. What does the threshold cost?"])
    }

    /// Only lines that lead to a file are not wrapped: they can be copied.
    func testNothingIsWiderThanTheTerminal() throws {
        for width in [24, 40, 60, 80, 100] {
            var abilities = TerminalAbilities.pipe
            abilities.width = width
            let lines = try plainText(abilities: abilities).split(separator: "\n")
                .filter { !$0.contains("→ ") && !$0.contains("FOLDER/") }
            for line in lines where TextWidth.of(line) > width {
                XCTFail("\(width) columns: \(line)")
            }
            XCTAssertGreaterThan(lines.count, 70, "the whole lesson was shown")
        }
    }

    private func plainText(
        arguments: [String] = [], abilities: TerminalAbilities = .pipe
    ) throws -> String {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let recorder = Recorder()
        let lesson = try SampleLesson.lesson(
            output: folder, arguments: arguments, recorder: recorder, abilities: abilities)
        try lesson.run(SampleLesson.teach)
        return recorder.text.replacingOccurrences(of: folder.path, with: "FOLDER")
    }

    private static let golden = """
        From glass to tissue
        ════════════════════
        How much of a slide is tissue, and how do we find it?


        1. Where is tissue?
        ───────────────────

        Most of a slide is glass. Glass is grey, hematoxylin and eosin are not: so the
        saturation of a pixel tells tissue from glass [OTS79].

        A threshold of 0.07 is enough, if R < G & B holds nowhere.

        ? How much of this slide is tissue?
          1) about 5 %
          2) about 25 %
          3) about 60 %

                 max(r, g, b) − min(r, g, b)
            s = ─────────────────────────────
                        max(r, g, b)

            s  the saturation, 0 to 1
            r  red; g and b are green and blue

            let mask = saturation.map { $0 > 0.07 }
            let fraction = mask.count { $0 && true }
          Two lines find it.
          → Sources/Mask.swift:40

          Tissue fraction: 0.30 of the slide
          Tissue pixels: 687 px
          Nuclei: 23.3 % of the tissue

          1. --step waits
          2. Otsu (Sources/DeepTeaching/Images/Otsu.swift)

        > 2) The disc covers about a quarter; the rest is light.

        Figure: A section of 48 x 48 pixels. A violet disc left of the middle, on white.
        → FOLDER/figures/section.png


        2. What does the threshold cost?
        ────────────────────────────────

        ┌ Deeper: why not 0?
        │ Glass is noisy.
        └

        ? How many thresholds are there?
          (a number, thresholds)

        > One for each grey.

        ┌ What is a ROC curve?
        │ Each threshold gives one point: false alarms to the right, hits upwards.
        │
        │              TP
        │     TPR = ─────────
        │            TP + FN
        └

        true positive rate
          1 ┤                              ⢀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠭⠋⠉
            │                  ⣀⣀⠤⠤⠤⠔⠒⠒⠒⠉⠉⠉⠁                    ⡠⠄ ⠉⠁
        0.8 ┤              ⣀⠤⠒⠉                           ⣀⡀ ⠒⠁
            │          ⣀⠤⠒⠉                          ⡀ ⠔⠂
        0.6 ┤      ⣀⠤⠒⠉                          ⡠⠄ ⠉
            │     ⡰⠁                       ⣀⡀ ⠒⠁
            │    ⢰⠁                   ⡀ ⠔⠂
        0.4 ┤   ⢠⠃                ⠤⠄ ⠉
            │  ⢀⠇           ⣀⠄ ⠊⠁
        0.2 ┤ ⢀⠎      ⢀⡀ ⠔⠂
            │ ⡜    ⠤⠂ ⠁
          0 ┤⣜⠄ ⠊⠁
            └┬───────────┬───────────┬──────────┬───────────┬───────────┬
             0          0.2         0.4        0.6         0.8          1
                                 false positive rate
             ── saturation
             ╌╌ chance
        Figure: Hits against false alarms. The curve lies far above the diagonal.
        → FOLDER/figures/roc.svg

          method    threshold  Dice
          ────────  ─────────  ────
          Otsu          0.071  0.98
          fixed           0.2   0.8
          組織 <b>          1     0
          Three ways to choose.

          ┌─────────┐   ┌────────────┐
          │ R, G, B │   │     s      │
          │  input  ├──→│ saturation │
          └─────────┘   └────────────┘

        Figure: From colours to saturation.
        → FOLDER/figures/way.svg

          Exercise: otsuThreshold
          → Exercises/LessonSample.swift

          In the library: Histogram (Sources/Histogram.swift)

        H&E: hematoxylin and eosin: violet nuclei, rose cytoplasm

        [OTS79] OTSU, N. A threshold selection method from gray-level histograms. 1979.
                https://doi.org/10.1109/TSMC.1979.4310076

        With 30 % tissue, glass is most.

        Page: FOLDER/index.html
        Numbers: FOLDER/report.json

        """
}
