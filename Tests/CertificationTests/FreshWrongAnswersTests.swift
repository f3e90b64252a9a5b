import Curriculum
import GraderKit
import Graders
import XCTest

/// Wrong answers that are not among the mutants: each is caught, in the check that it fails, with
/// words that say what differs first.
final class FreshWrongAnswersTests: XCTestCase {
    /// An answer, the exercise and check that it fails, and words that a student must read.
    private struct Trial {
        let answer: any TissueExtractionContract.Type
        let function: String
        let check: String
        let words: String
    }

    private let trials = [
        Trial(
            answer: FreshWrongAnswers.LastBinLeftOut.self, function: "otsuThreshold",
            check: "two classes", words: "variance"),
        Trial(
            answer: FreshWrongAnswers.FirstRise.self, function: "otsuThreshold",
            check: "two classes", words: "variance"),
        Trial(
            answer: FreshWrongAnswers.ExampleByHeart.self, function: "otsuThreshold",
            check: "two classes", words: "nil"),
        Trial(
            answer: FreshWrongAnswers.ColourfulOrLight.self, function: "tissueMask",
            check: "colour", words: "should not be"),
        Trial(
            answer: FreshWrongAnswers.CopyChanged.self, function: "tissueMask", check: "colour",
            words: "should be tissue and are not"),
        Trial(
            answer: FreshWrongAnswers.CrossingOfTheColumn.self, function: "rasterize",
            check: "inside", words: "the first: x"),
        Trial(
            answer: FreshWrongAnswers.FirstHoleOnly.self, function: "rasterize", check: "holes",
            words: "the first: x"),
        Trial(
            answer: FreshWrongAnswers.HeightForWidth.self, function: "patchGrid",
            check: "border", words: "missing"),
        Trial(
            answer: FreshWrongAnswers.BreaksForContinue.self, function: "patchGrid",
            check: "tissue", words: "missing"),
        Trial(
            answer: FreshWrongAnswers.AlwaysOnePatient.self, function: "split", check: "share",
            words: "patients"),
        Trial(
            answer: FreshWrongAnswers.DrawsSortedAlone.self, function: "split", check: "draws",
            words: "patient"),
        Trial(
            answer: FreshWrongAnswers.SlidesAsTheyCome.self, function: "balancedSample",
            check: "slide", words: "should give a patch of slide"),
        Trial(
            answer: FreshWrongAnswers.PlaceAmongCandidates.self, function: "balancedSample",
            check: "label", words: "draws"),
    ]

    func testEachIsCaughtWithWordsThatHelp() throws {
        let grader = LessonGrader.tissueExtraction
        for trial in trials {
            let name = "\(trial.answer)"
            let answer = tissueExtractionContract.answer(trial.answer)
            let graded = grader.grade([trial.function], of: TrustedExaminee(answer))
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
}
