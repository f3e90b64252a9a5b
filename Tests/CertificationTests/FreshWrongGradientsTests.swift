import Curriculum
import GraderKit
import Graders
import XCTest

/// Wrong answers to lessons 2 and 3 that are not among the mutants: each is caught, in the check that
/// it fails, with words that say what differs first.
final class FreshWrongGradientsTests: XCTestCase {
    private func trial(
        _ answer: any BackpropagationContract.Type, _ function: String, fails check: String,
        _ words: String, line: UInt = #line
    ) throws {
        try trial(
            .backpropagation, backpropagationContract.answer(answer), function, check, words, line)
    }

    private func trial(
        _ answer: any RegressionContract.Type, _ function: String, fails check: String,
        _ words: String, line: UInt = #line
    ) throws {
        try trial(.regression, regressionContract.answer(answer), function, check, words, line)
    }

    private func trial(
        _ grader: LessonGrader, _ answer: Answer, _ function: String, _ check: String,
        _ words: String, _ line: UInt
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
        typealias Wrong = FreshWrongGradients
        try trial(
            Wrong.BreaksForContinue.self, "topologicalOrder", fails: "used nodes", "missing")
        try trial(
            Wrong.ShortestWay.self, "topologicalOrder", fails: "operands first",
            "stands behind it")
        try trial(Wrong.InputsOnly.self, "backward", fails: "used twice", "the shape is")
        try trial(Wrong.BiasFromTheInput.self, "denseGradients", fails: "bias", "dL/db")
        try trial(
            Wrong.OpenUnlessZero.self, "reluGradient", fails: "open and closed", "expected 0")
        try trial(Wrong.NotSpread.self, "sumGradient", fails: "along the rows", "the shape is")
        try trial(Wrong.RowForLabel.self, "softmaxCrossEntropy", fails: "gradient", "differ")
        try trial(Wrong.MomentumOnBoth.self, "momentumStep", fails: "velocities", "velocities")
    }

    func testLesson2() throws {
        typealias Wrong = FreshWrongGradients
        try trial(Wrong.WeightsBackwards.self, "hypothesis", fails: "weights", "expected")
        try trial(Wrong.RootOfTheMean.self, "meanSquaredCost", fails: "cost", "expected")
        try trial(Wrong.DividedByFeatures.self, "gradient", fails: "weights", "dJ/dw")
        try trial(Wrong.PointsExchanged.self, "gradientStep", fails: "slope", "the slope")
        try trial(Wrong.YesOrNo.self, "sigmoid", fails: "values", "differ")
        try trial(Wrong.CornerAlone.self, "binaryCrossEntropy", fails: "loss", "expected")
    }
}
