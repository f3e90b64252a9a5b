import Curriculum
import GraderKit
import Graders
import XCTest

/// Each answer of `FreshWrongBounds` is caught, in the check that it fails, whatever the seed.
final class FreshWrongBoundsTests: XCTestCase {
    private typealias Wrong = FreshWrongBounds

    private func trial(
        _ grader: LessonGrader, _ answer: Answer, _ function: String, fails check: String,
        line: UInt = #line
    ) throws {
        for seed in UInt64(1)...20 {
            let graded = grader.grade([function], of: TrustedExaminee(answer), seeds: [seed])
            let report = try XCTUnwrap(graded.exercises.first)
            let failed = try XCTUnwrap(report.checks.first { $0.name == check })
            XCTAssertEqual(
                failed.status, .wrong, "\(answer.name) passes \(check) for seed \(seed)",
                line: line)
        }
    }

    func testNumbersOnABound() throws {
        try trial(.tissueExtraction, Wrong.penBetweenItsBounds, "tissueMask", fails: "pen")
        try trial(.tissueExtraction, Wrong.darkestIsBlack, "tissueMask", fails: "black")
        try trial(.tissueExtraction, Wrong.alwaysUp, "split", fails: "share")
        try trial(.tissueExtraction, Wrong.noneOfFew, "split", fails: "share")
    }

    func testNumbersOfAnotherSize() throws {
        try trial(.clustering, Wrong.nearestBelowAMillion, "assign", fails: "nearest")
        try trial(.neuralNetwork, Wrong.lossesBelowOne, "earlyStopping", fails: "validation")
        try trial(.neuralNetwork, Wrong.gainsOfAThousandth, "earlyStopping", fails: "validation")
        try trial(
            .backpropagation, Wrong.largestOfTheBatch, "softmaxCrossEntropy",
            fails: "large logits")
        try trial(
            .convolutionalNetwork, Wrong.aboveMinusAThousand, "maxPooling", fails: "below zero")
    }

    func testNumbersOrderedAsWords() throws {
        try trial(.tissueExtraction, Wrong.patientsAsWords, "split", fails: "draws")
        try trial(.tissueExtraction, Wrong.slidesAsWords, "balancedSample", fails: "slide")
    }

    func testUnevenTissue() throws {
        try trial(.tissueExtraction, Wrong.shareOfThePicture, "patchGrid", fails: "tissue")
    }
}
