import DeepTeaching
import XCTest

/// The numbers of the whole path: there, plausible, and the same for the same seed.
final class StagingReportTests: XCTestCase {
    private func report() throws -> StagingReport {
        _ = try StagingRuns.first()
        return try StagingRuns.program.report()
    }

    func testTheKeysAreThere() throws {
        let report = try report()
        for key in [
            "slideAUC", "kappa", "kappaLow", "kappaHigh", "slideAccuracy", "itcRecall",
            "slideAUCWithoutITC", "tissueFraction", "testPatients", "patches", "tumorPatches",
            "trainingLoss1", "falsePatches", "patchAUC", "outOfBagAccuracy", "wrongStages",
        ] {
            XCTAssertTrue(report.keys.contains(key), key)
        }
        XCTAssertEqual(report["patients"], 2)
        XCTAssertEqual(report["slides"], 10)
    }

    func testTheNumbersAreWhatTheTableOfSlidesSays() throws {
        let report = try report()
        let slides = StagingText(try StagingRuns.first().output).slides
        let right = slides.count { $0.truth == $0.prediction }
        XCTAssertEqual(report["slideAccuracy"], Double(right) / Double(slides.count))
        let itc = slides.filter { $0.truth == .itc }
        let found = itc.count { $0.prediction != .negative }
        XCTAssertEqual(
            report["itcRecall"],
            itc.isEmpty ? nil : Double(found) / Double(itc.count))
        try assertAUC(report["slideAUC"], of: slides)
        try assertAUC(report["slideAUCWithoutITC"], of: slides.filter { $0.truth != .itc })
    }

    /// The share of pairs in which the positive slide has the higher score. Scores are printed with
    /// three decimals, so pairs of equal scores leave some room.
    private func assertAUC(_ value: Double?, of slides: [StagingText.SlideRow]) throws {
        let positive = slides.filter { $0.truth != .negative }.map(\.positiveScore)
        let negative = slides.filter { $0.truth == .negative }.map(\.positiveScore)
        XCTAssertFalse(positive.isEmpty || negative.isEmpty, "both are among the test slides")
        let pairs = positive.flatMap { high in negative.map { (high, $0) } }
        let sure = Double(pairs.count { $0 > $1 }) / Double(pairs.count)
        let possible = Double(pairs.count { $0 >= $1 }) / Double(pairs.count)
        let area = try XCTUnwrap(value)
        XCTAssertGreaterThanOrEqual(area, sure - 1e-12)
        XCTAssertLessThanOrEqual(area, possible + 1e-12)
    }

    func testKappaLiesInItsInterval() throws {
        let report = try report()
        guard let kappa = report["kappa"] else { return }
        let low = try XCTUnwrap(report["kappaLow"])
        let high = try XCTUnwrap(report["kappaHigh"])
        XCTAssertLessThanOrEqual(low, kappa)
        XCTAssertLessThanOrEqual(kappa, high)
        XCTAssertGreaterThanOrEqual(low, -1)
        XCTAssertLessThanOrEqual(high, 1)
    }

    /// A time differs from run to run: neither a pipe nor the report has it.
    func testNoTimeStandsInThePipeOrTheReport() throws {
        XCTAssertFalse(try report().keys.contains("seconds"))
        XCTAssertFalse(try StagingRuns.first().output.contains("This run took"))
    }

    /// The four patients whose kappa the text computes line by line.
    func testTheKappaByHandIsThatOfTheLibrary() throws {
        XCTAssertEqual(try XCTUnwrap(report()["kappaByHand"]), 1 - 5.0 / 19, accuracy: 1e-12)
        XCTAssertEqual(try XCTUnwrap(report()["coinLoss"]), -log(0.5), accuracy: 1e-12)
    }

    func testTheReadmeSaysHowManyFeaturesThereAre() throws {
        let readme = try String(
            contentsOf: StagingProgram.package.appending(path: "Lessons/Lesson20Staging/README.md"),
            encoding: .utf8)
        let count = Int(try XCTUnwrap(report()["featureCount"]))
        XCTAssertTrue(readme.contains("what a map says, in \(count) numbers a slide"))
    }

    // MARK: The same seed, another seed

    func testTwoRunsAndAnyNumberOfThreadsGiveTheSameBytes() throws {
        let first = try StagingRuns.first()
        let second = try StagingRuns.second()
        XCTAssertEqual(second.status, 0, second.error)
        let program = StagingRuns.program
        XCTAssertEqual(
            try program.reportText(), try program.reportText(in: StagingRuns.secondOutput))
        XCTAssertEqual(
            StagingText(first.output).comparable(output: "output/Lesson20Staging"),
            StagingText(second.output).comparable(output: StagingRuns.secondOutput))
        let figures = program.files(below: "output/Lesson20Staging/figures")
        XCTAssertEqual(figures, program.files(below: StagingRuns.secondOutput + "/figures"))
        for figure in figures {
            XCTAssertEqual(
                try Data(contentsOf: program.file("output/Lesson20Staging/figures/" + figure)),
                try Data(contentsOf: program.file(StagingRuns.secondOutput + "/figures/" + figure)),
                figure)
        }
    }

    func testASecondRunPaintsNothing() throws {
        _ = try StagingRuns.first()
        let stamps = try StagingRuns.slideStamps()
        XCTAssertEqual(stamps.count, 10)
        let result = try StagingRuns.second()
        XCTAssertEqual(result.status, 0)
        XCTAssertEqual(try StagingRuns.slideStamps(), stamps)
    }

    func testQuietSaysNothingOnStandardError() throws {
        XCTAssertEqual(try StagingRuns.second().error, "")
    }

    func testAnotherSeedExaminesAnotherPatient() throws {
        let result = try StagingRuns.otherSeed()
        XCTAssertEqual(result.status, 0, result.error)
        let program = StagingRuns.program
        XCTAssertNotEqual(
            try program.reportText(), try program.reportText(in: StagingRuns.otherSeedOutput))
        let page = try String(
            contentsOf: program.file(StagingRuns.otherSeedOutput + "/index.html"), encoding: .utf8)
        let tested = StagingText(try StagingRuns.first().output).slides.map(\.slide)
        XCTAssertEqual(tested.count, 5)
        let examined = Set(page.matches(of: />(patient_\d{3}_node_\d)<\/td>/).map { $0.output.1 })
        XCTAssertEqual(examined.count, 5)
        XCTAssertTrue(examined.isDisjoint(with: tested.map { Substring($0) }))
    }

    func testTheListHasTheTitlesAlone() throws {
        let titles = try StagingRuns.otherSeed().output
        let headings = StagingText(try StagingRuns.first().output).headings
        XCTAssertFalse(headings.isEmpty)
        let listed = titles.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        XCTAssertEqual(listed.filter { $0.contains(/^\d+\.\s/) }, headings)
        XCTAssertFalse(titles.contains("pathologist looks for"))
    }
}
