import Curriculum
import GraderKit
import Graders
import XCTest

/// Wrong answers that are not among the mutants: each is caught, in the check that it fails, with
/// words that say what differs first.
final class FreshWrongAnswersTests: XCTestCase {
    /// An answer, the exercise and check that it fails, and words that a student must read.
    private struct Trial {
        let answer: Answer
        let function: String
        let check: String
        let words: String
    }

    private let trials = [
        Trial(
            answer: FreshWrongAnswers.lastBinLeftOut, function: "otsuThreshold",
            check: "two classes", words: "variance"),
        Trial(
            answer: FreshWrongAnswers.firstRise, function: "otsuThreshold",
            check: "two classes", words: "variance"),
        Trial(
            answer: FreshWrongAnswers.exampleByHeart, function: "otsuThreshold",
            check: "two classes", words: "nil"),
        Trial(
            answer: FreshWrongAnswers.colourfulOrLight, function: "tissueMask",
            check: "colour", words: "should not be"),
        Trial(
            answer: FreshWrongAnswers.copyChanged, function: "tissueMask", check: "colour",
            words: "should be tissue and are not"),
        Trial(
            answer: FreshWrongAnswers.crossingOfTheColumn, function: "rasterize",
            check: "inside", words: "the first: x"),
        Trial(
            answer: FreshWrongAnswers.firstHoleOnly, function: "rasterize", check: "holes",
            words: "the first: x"),
        Trial(
            answer: FreshWrongAnswers.heightForWidth, function: "patchGrid",
            check: "border", words: "missing"),
        Trial(
            answer: FreshWrongAnswers.breaksForContinue, function: "patchGrid",
            check: "tissue", words: "missing"),
        Trial(
            answer: FreshWrongAnswers.alwaysOnePatient, function: "split", check: "share",
            words: "patients"),
        Trial(
            answer: FreshWrongAnswers.drawsSortedAlone, function: "split", check: "draws",
            words: "patient"),
        Trial(
            answer: FreshWrongAnswers.slidesAsTheyCome, function: "balancedSample",
            check: "slide", words: "should give a patch of slide"),
        Trial(
            answer: FreshWrongAnswers.placeAmongCandidates, function: "balancedSample",
            check: "label", words: "draws"),
    ]

    func testEachIsCaughtWithWordsThatHelp() throws {
        let grader = LessonGrader.tissueExtraction
        for trial in trials {
            let name = trial.answer.name
            let graded = grader.grade([trial.function], of: TrustedExaminee(trial.answer))
            let report = try XCTUnwrap(graded.exercises.first)
            XCTAssertTrue([.wrong, .partial].contains(report.status), "\(name): \(report.status)")
            XCTAssertLessThan(report.earned, report.points, name)
            let check = try XCTUnwrap(report.checks.first { $0.name == trial.check }, name)
            XCTAssertEqual(check.status, .wrong, "\(name) passes \(trial.check)")
            XCTAssertTrue(
                check.difference?.contains(trial.words) ?? false,
                "\(name): \(check.difference ?? "no words")")
            let text = ReportText(usesColor: false).text(of: report, in: grader.lesson)
            XCTAssertTrue(text.contains("✗ \(trial.check)"), text)
            XCTAssertTrue(text.contains("Hint: "), text)
            XCTAssertTrue(text.contains("input: "), text)
        }
    }

    /// Pictures travel in base64, which tells a student nothing.
    func testAPictureAmongTheInputsIsShownByItsFirstBytes() throws {
        let grader = LessonGrader.tissueExtraction
        let graded = grader.grade(
            ["tissueMask"], of: TrustedExaminee(FreshWrongAnswers.copyChanged))
        let report = try XCTUnwrap(graded.exercises.first)
        let input = try XCTUnwrap(report.checks.first { $0.status == .wrong }?.input)
        XCTAssertTrue(input.hasPrefix("image: (pixels: ["), input)
        XCTAssertTrue(input.contains(" in all], size: (height: "), input)
        XCTAssertTrue(input.contains("; threshold: 0.1; darkest: 0.2; penHues: [70, 228]"), input)
    }
}
