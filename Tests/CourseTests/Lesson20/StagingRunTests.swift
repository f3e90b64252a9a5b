import DeepTeaching
import XCTest

/// The whole path, run as a user runs it.
///
/// Its text is compared in structure, not byte by byte with a stored one: another processor has
/// other kernels, whose sums differ in the last bits, and after a training so do all numbers.
final class StagingRunTests: XCTestCase {
    private func text() throws -> StagingText { StagingText(try StagingRuns.first().output) }

    func testItEndsWell() throws {
        let result = try StagingRuns.first()
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertFalse(result.wasKilled)
        XCTAssertEqual(result.complaints, [], "standard error holds progress alone")
        XCTAssertTrue(result.error.contains("Training network 1 of 1: 100 %\n"))
    }

    func testAPipeGetsPlainText() throws {
        let result = try StagingRuns.first()
        for stream in [result.output, result.error] {
            XCTAssertFalse(stream.contains("\u{1B}"))
            XCTAssertFalse(stream.contains("\r"))
        }
    }

    func testStepsAreNumberedAndAllThere() throws {
        let headings = try text().headings
        for (index, heading) in headings.enumerated() {
            XCTAssertTrue(heading.hasPrefix("\(index + 1). "), heading)
        }
        for word in [
            "lymph nodes", "pyramid", "tissue", "split", "Patches", "network", "map",
            "Questions 1 and 2", "Question 3", "know now",
        ] {
            XCTAssertTrue(headings.contains { $0.contains(word) }, word)
        }
    }

    func testTheSlideTableHasEverySlideOfTheTestPatientsWithItsTrueType() throws {
        let text = try text()
        let folder = try CamelyonFolder(url: StagingRuns.cohort())
        let tested = Set(text.patients.map(\.patient))
        XCTAssertEqual(tested.count, 1)
        let slides = folder.patients.filter { tested.contains($0.name) }.flatMap(\.slides)
        XCTAssertEqual(text.slides.map(\.slide), slides.map(\.name))
        XCTAssertEqual(text.slides.map(\.truth), slides.map(\.type))
    }

    func testTheThreeQuestionsAreAnsweredFromTheSlides() throws {
        let text = try text()
        let folder = try CamelyonFolder(url: StagingRuns.cohort())
        let patient = try XCTUnwrap(text.patients.first)
        XCTAssertEqual(patient.types, text.slides.map(\.prediction))
        XCTAssertEqual(patient.isPositive, patient.types.contains { $0 != .negative })
        XCTAssertEqual(patient.stage, Self.stage(patient.types))
        XCTAssertEqual(
            patient.truth, folder.patients.first { $0.name == patient.patient }?.stage)
    }

    /// The rule of the challenge, written once more.
    private static func stage(_ types: [MetastasisType]) -> PNStage {
        let positive = types.count { $0 == .micro || $0 == .macro }
        if types.contains(.macro) { return positive > 3 ? .pN2 : .pN1 }
        if positive > 0 { return .pN1mi }
        return types.contains(.itc) ? .pN0ITC : .pN0
    }

    func testBothConfusionMatricesCountTheTables() throws {
        let text = try text()
        let types = MetastasisType.allCases
        let expected = types.map { truth in
            types.map { type in
                text.slides.count { $0.truth == truth && $0.prediction == type }
            }
        }
        XCTAssertEqual(text.confusion(types.map(\.rawValue)), expected)
        let stages = PNStage.allCases
        let expectedStages = stages.map { truth in
            stages.map { stage in
                text.patients.count { $0.truth == truth && $0.stage == stage }
            }
        }
        XCTAssertEqual(text.confusion(stages.map(\.rawValue)), expectedStages)
    }

    func testTheNumbersAreThoseOfTheReport() throws {
        let text = try text()
        let report = try StagingRuns.program.report()
        for (label, key) in [
            ("AUC of the slides", "slideAUC"),
            ("Area under the ROC curve over the patches of the test patients", "patchAUC"),
            ("Loss of the network at the end", "trainingLoss1"),
        ] {
            let written = try XCTUnwrap(text.number(after: label), label)
            let value = try XCTUnwrap(report[key], key)
            XCTAssertEqual(Double(written), (value * 1000).rounded() / 1000, label)
        }
        XCTAssertEqual(
            text.number(after: "Quadratic weighted kappa") == nil, report["kappa"] == nil,
            "what is not defined is not shown as a number")
    }

    // MARK: Sentences that compare

    /// Each sentence stands there exactly if the numbers say so.
    func testSentencesAreChosenByTheNumbers() throws {
        let words = try text().joined
        let report = try StagingRuns.program.report()
        func number(_ key: String) throws -> Double { try XCTUnwrap(report[key], key) }
        let isBetter = try number("outOfBagAccuracy") > number("majorityAccuracy")
        XCTAssertEqual(words.contains("The forest does better than that."), isBetter)
        XCTAssertEqual(words.contains("the forest does no better than that."), !isBetter)
        let hasLearnt = try number("trainingLoss1") < number("coinLoss")
        XCTAssertEqual(words.contains("Every network ends below the coin."), hasLearnt)
        let areAllAlarmed = try number("alarmedSlides") == number("negativeSlides")
        XCTAssertEqual(words.contains("not one slide is free of false alarms"), areAllAlarmed)
        let rank = try number("diameterRank")
        XCTAssertEqual(words.contains("longest diameter (p > 0.5) is number"), rank > 1)
        XCTAssertEqual(
            try number("featureCount"), Double(SlideExaminerSettings().thresholds.count * 9 + 7))
        XCTAssertTrue(words.contains(" is number \(Int(rank)) of 25.") || rank == 1)
        XCTAssertTrue(words.contains("With a single training patient"), "nano has two patients")
    }

    func testTheTopFeatureOfTheTableIsNamed() throws {
        let text = try text()
        let start = try XCTUnwrap(
            text.lines.firstIndex { $0.contains("feature ") && $0.hasSuffix("importance") })
        let first = text.lines[start + 2].trimmingCharacters(in: .whitespaces)
        let name = try XCTUnwrap(first.components(separatedBy: "  ").first)
        let sentences = ["But \(name) comes first", "It does: \(name) is the first"]
        XCTAssertTrue(sentences.contains { text.joined.contains($0) }, name)
    }

    /// A line of 80 columns is not broken by the terminal.
    func testNoLineIsWiderThan80Columns() throws {
        for line in try text().lines { XCTAssertLessThanOrEqual(line.count, 80, line) }
    }

    func testEveryFigureThatIsNamedIsThere() throws {
        let figures = try text().figures
        XCTAssertGreaterThan(figures.count, 7)
        for figure in figures {
            XCTAssertTrue(
                FileManager.default.fileExists(atPath: StagingRuns.program.file(figure).path),
                figure)
        }
    }
}
