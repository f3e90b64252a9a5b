import Curriculum
import GraderKit
import Graders
import XCTest

/// Wrong answers to lessons 1 and 9 that are not among the mutants: each is caught, in the check
/// that it fails, with words that say what differs first.
final class FreshWrongTensorsTests: XCTestCase {
    private typealias Wrong = FreshWrongTensors

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

    func testLesson1() throws {
        try trial(.tensors, Wrong.addedLengths, "rowMajorStrides", fails: "strides", "differ")
        try trial(.tensors, Wrong.onesLeftOut, "broadcastShape", fails: "stretched", "expected [")
        try trial(
            .tensors, Wrong.numberWithAnAxis, "unbroadcast", fails: "new axes", "the shape is")
        try trial(
            .tensors, Wrong.smallestSubtracted, "softmax", fails: "large numbers", "not a number")
        try trial(.tensors, Wrong.twoLargestOnly, "logSumExp", fails: "sum", "expected")
        try trial(
            .tensors, Wrong.absoluteDifferences, "channelMeanAndDeviation", fails: "deviation",
            "deviation")
        try trial(.tensors, Wrong.columnsMeetColumns, "matrixProduct", fails: "square", "differ")
    }

    func testLesson9() throws {
        func trial(
            _ answer: Answer, _ function: String, fails check: String, _ words: String,
            line: UInt = #line
        ) throws {
            try self.trial(.neuralNetwork, answer, function, fails: check, words, line: line)
        }
        try trial(Wrong.minusOneToOne, "flattenPatches", fails: "scale", "expected 0")
        try trial(
            Wrong.measuredDeviation, "heInitialization", fails: "deviation",
            "root of the mean square")
        try trial(Wrong.weightedScores, "weightedCrossEntropy", fails: "weights", "expected")
        try trial(Wrong.shareOfThisDraw, "dropout", fails: "learning", "expected")
        try trial(Wrong.belowTheMean, "earlyStopping", fails: "patience", "best")
    }
}
