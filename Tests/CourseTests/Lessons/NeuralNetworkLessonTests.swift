import Foundation
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class NeuralNetworkLessonTests: XCTestCase {
    /// All tests look at the same run.
    private static let run = Result {
        try LessonRun("Lesson09NeuralNetwork", arguments: ["--profile", "nano", "--mine"])
    }

    /// What the README quotes.
    func testTheBeginningMatters() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("inputs"), 16 * 16 * 3)
        XCTAssertGreaterThan(try number("wrongFirstLoss"), 10 * (try number("firstLoss")))
        // Chance moves the signal a little from layer to layer; the rule keeps it near 1.
        XCTAssertEqual(log(try number("signalHe")), 0, accuracy: log(2))
        XCTAssertLessThan(try number("wrongSignalFaded"), 0.06)
        XCTAssertGreaterThan(try number("wrongSignalGrown"), 15)
        // Half the variance: the root of 1/1024, whatever the draws are.
        XCTAssertEqual(
            try number("wrongSignalFaded"), try number("signalHe") / 32, accuracy: 0.02)
    }

    func testTheRareClassIsForgottenOnlyWithoutWeights() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("rareNormals"), 19 * (try number("rareTumors")))
        XCTAssertGreaterThan(try number("weightedSensitivity"), try number("plainSensitivity"))
        XCTAssertLessThanOrEqual(
            try number("wrongInvertedSensitivity"), try number("plainSensitivity"))
    }

    /// What the README quotes.
    func testTheNetworkLearnsByHeart() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("trainingLoss"), (try number("validationLoss")) / 5)
        XCTAssertGreaterThan(try number("droppedTrainingLoss"), try number("trainingLoss"))
        XCTAssertEqual(try number("changedAtInference"), 0)
        XCTAssertGreaterThan(try number("wrongChangedWithDropout"), 0)
        XCTAssertLessThanOrEqual(try number("bestEpoch"), try number("stoppedEpoch"))
        XCTAssertLessThan(try number("testLossBest"), (try number("wrongTestLossLast")) / 2)
    }

    /// A network of dense layers does not know which numbers are neighbours.
    func testJumbledNumbersChangeLittle() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("areaInOrder"), try number("areaJumbled"), accuracy: 0.15)
    }

    /// Networks are trained here, and each set of instructions rounds in its own way: so the golden
    /// text is the one of the instructions that every processor has. It was written with all
    /// threads: one must give the same.
    func testThePlainTextIsTheGoldenOne() throws {
        let run = try LessonRun(
            "Lesson09NeuralNetwork", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
        try GoldenText.check(run.text, of: "Lesson09NeuralNetwork")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...8 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// Every function is called, and says that it is not attempted or what it gave.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.run.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 5)
    }
}
