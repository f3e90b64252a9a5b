import Curriculum
import Graders
import XCTest

@testable import GraderKit

/// What a wrong answer shows leads to the first hint, where no misconception is known.
final class SymptomTests: XCTestCase {
    private func symptom(of got: [[Double]], expected: [[Double]] = [[1, 2], [3, 4]]) -> Symptom? {
        Comparison.within(1e-9)(expected, got).symptom
    }

    func testWhatNumbersShow() {
        XCTAssertEqual(symptom(of: [[1, 2, 3, 4]]), .shape)
        XCTAssertEqual(symptom(of: [[1, .nan], [3, 4]]), .notANumber)
        XCTAssertEqual(symptom(of: [[1, .infinity], [3, 4]]), .infinite)
        XCTAssertEqual(symptom(of: [[1, 2.000001], [3, 4]]), .imprecise)
        XCTAssertEqual(symptom(of: [[-1, -2], [-3, -4]]), .wrongSign)
        XCTAssertEqual(symptom(of: [[2, 4], [6, 8]]), .factor)
        XCTAssertEqual(symptom(of: [[1, 3], [2, 4]]), .transposed)
        XCTAssertEqual(symptom(of: [[2, 3], [4, 5]]), .offset)
        XCTAssertEqual(symptom(of: [[0, 1], [2, 3]], expected: [[1, 2], [3, 7]]), .misplaced)
        XCTAssertNil(symptom(of: [[1, 2], [3, 5]]))
        XCTAssertNil(symptom(of: [[1, 2], [3, 4]]))
    }

    func testTheFirstWrongPartSpeaks() {
        let wrong = Comparison.within(1e-9)([1.0, 2], [-1.0, -2])
        XCTAssertEqual(Verdict.all(.right, wrong).about("the bias").symptom, .wrongSign)
    }

    private func report(
        _ line: @escaping @Sendable ([Double], [Double], Line, Double) -> Line
    ) throws -> ExerciseReport {
        let answer = RegressionCalls.gradientStep.answer("sample") { line($0, $1, $2, $3) }
        let report = LessonGrader.regression.grade(
            ["gradientStep"], of: TrustedExaminee(answer))
        return try XCTUnwrap(report.exercises.first)
    }

    /// Each of these has another first hint, though none is a known misconception.
    func testTheFirstHintFollowsTheSymptom() throws {
        let grader = try XCTUnwrap(LessonGrader.regression["gradientStep"])
        let unknown = try report { _, _, line, _ in
            Line(slope: 3 * line.slope, intercept: .nan)
        }
        XCTAssertNil(unknown.symptom)
        XCTAssertEqual(unknown.hints.first, grader.checks[0].question)
        let notANumber = try report { _, _, line, _ in Line(slope: .nan, intercept: 0) }
        XCTAssertEqual(notANumber.symptom, .notANumber)
        XCTAssertEqual(notANumber.hints.first, Symptom.notANumber.question)
        XCTAssertEqual(notANumber.hints.count, 3)
        let intercept = try report { x, y, line, rate in
            let errors = zip(x, y).map { $1 - line.slope * $0 - line.intercept }
            let slope = zip(errors, x).reduce(0) { $0 + $1.0 * $1.1 } / Double(x.count)
            return Line(slope: line.slope + rate * slope, intercept: 7)
        }
        XCTAssertEqual(intercept.hints.first, grader.checks[1].question)
        XCTAssertNil(intercept.suspicion)
    }

    func testOnlyWhatNothingElseGivesIsAnAccusation() {
        var report = ExerciseReport(
            function: "", title: "", status: .wrong, checks: [], misconception: "you step uphill")
        XCTAssertEqual(report.suspicion, "It looks as if you step uphill.")
        report.isAmbiguous = true
        XCTAssertEqual(
            report.suspicion, "One thing that gives such numbers is that you step uphill.")
    }
}
