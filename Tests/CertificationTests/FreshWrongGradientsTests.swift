import Curriculum
import GraderKit
import Graders
import XCTest

/// Wrong answers to lessons 2 and 3 that are not among the mutants: each is caught, in the check that
/// it fails, with words that say what differs first.
final class FreshWrongGradientsTests: XCTestCase {
    private typealias Wrong = FreshWrongGradients

    private func trial(
        _ grader: LessonGrader, _ answer: Answer, _ function: String, fails check: String,
        _ words: String, line: UInt = #line
    ) throws {
        let graded = grader.grade([function], of: TrustedExaminee(answer))
        let report = try XCTUnwrap(graded.exercises.first)
        XCTAssertTrue([.wrong, .partial].contains(report.status), answer.name, line: line)
        XCTAssertLessThan(report.earned, report.points, answer.name, line: line)
        let failed = try XCTUnwrap(report.checks.first { $0.name == check })
        XCTAssertEqual(failed.status, .wrong, "\(answer.name) passes \(check)", line: line)
        XCTAssertTrue(
            failed.difference?.contains(words) ?? false,
            "\(answer.name): \(failed.difference ?? "no words")", line: line)
        let text = ReportText(usesColor: false).text(of: report, in: grader.lesson)
        XCTAssertTrue(text.contains("Hint: "), text, line: line)
    }

    func testLesson3() throws {
        try trial(
            .backpropagation, Wrong.breaksForContinue, "topologicalOrder", fails: "used nodes",
            "missing")
        try trial(
            .backpropagation, Wrong.shortestWay, "topologicalOrder", fails: "operands first",
            "stands behind it")
        try trial(
            .backpropagation, Wrong.inputsOnly, "backward", fails: "used twice", "the shape is")
        try trial(
            .backpropagation, Wrong.biasFromTheInput, "denseGradients", fails: "bias", "dL/db")
        try trial(
            .backpropagation, Wrong.openUnlessZero, "reluGradient", fails: "open and closed",
            "expected 0")
        try trial(
            .backpropagation, Wrong.notSpread, "sumGradient", fails: "along the rows",
            "the shape is")
        try trial(
            .backpropagation, Wrong.rowForLabel, "softmaxCrossEntropy", fails: "gradient", "differ")
        try trial(
            .backpropagation, Wrong.momentumOnBoth, "momentumStep", fails: "velocities",
            "velocities")
    }

    func testLesson2() throws {
        try trial(.regression, Wrong.weightsBackwards, "hypothesis", fails: "weights", "expected")
        try trial(.regression, Wrong.rootOfTheMean, "meanSquaredCost", fails: "cost", "expected")
        try trial(.regression, Wrong.dividedByFeatures, "gradient", fails: "weights", "dJ/dw")
        try trial(.regression, Wrong.pointsExchanged, "gradientStep", fails: "slope", "the slope")
        try trial(.regression, Wrong.yesOrNo, "sigmoid", fails: "values", "differ")
        try trial(.regression, Wrong.cornerAlone, "binaryCrossEntropy", fails: "loss", "expected")
    }
}
