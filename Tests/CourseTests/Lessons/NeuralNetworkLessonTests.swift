import Foundation
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class NeuralNetworkLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result {
        try LessonRun("Lesson09NeuralNetwork", arguments: ["--profile", "nano", "--mine"])
    }

    /// With the instructions that every processor has, as the golden text.
    static let generic = Result {
        try LessonRun(
            "Lesson09NeuralNetwork", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
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
        // A lower threshold finds more without any training.
        XCTAssertGreaterThan(try number("cutSensitivity"), try number("plainSensitivity"))
        XCTAssertLessThan(try number("cutSpecificity"), try number("plainSpecificity"))
    }

    /// The text computes the weighted loss of three patches by hand.
    func testTheLossByHandIsTheLibrarys() throws {
        let number = try Self.run.get().number
        let (sure, unsure, missed) = (-log(0.9), -log(0.6), -log(0.1))
        XCTAssertEqual(try number("handPlain"), (sure + unsure + missed) / 3, accuracy: 1e-9)
        XCTAssertEqual(
            try number("handWeighted"), (sure + unsure + 20 * missed) / 22, accuracy: 1e-9)
        XCTAssertEqual(
            try number("handInverted"), (20 * sure + 20 * unsure + missed) / 41, accuracy: 1e-9)
        let text = try Self.run.get().text
        for digits in ["0.105", "0.511", "2.303", "= 2.121"] {
            XCTAssertTrue(text.contains(digits), digits)
        }
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
        let run = try Self.generic.get()
        try GoldenText.check(run.text, of: "Lesson09NeuralNetwork")
    }

    /// Sentences that compare are those that the numbers call for.
    func testTheSentencesSayWhatWasMeasured() throws {
        let run = try Self.run.get()
        let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        func check(_ sentence: String, _ holds: Bool, line: UInt = #line) {
            XCTAssertEqual(text.contains(sentence), holds, sentence, line: line)
        }
        let number = run.number
        let (area, scattered) = (try number("area"), try number("scatteredArea"))
        let color = try number("colorArea")
        check("> 1) The networks.", area >= max(scattered, color))
        check("> 2) The networks for scattered", scattered > max(area, color))
        check("All three are better than the mean", try number("smallestArea") > color)
        check(
            "Even the worst of them",
            try number("smallestArea") > (try number("largestScatteredArea")))
        let gain = try number("testAreaBest") - (try number("testAreaLast"))
        check("By the mean areas both are about equal", abs(gain) < 0.02)
        check("By the mean area those of the best epoch", gain >= 0.02)
        check("has a larger validation loss than whoever", try number("validationLoss") > log(2))
        let change = try number("slowValidationLoss") / (try number("bestValidationLoss")) - 1
        check("the smallest loss hardly does", abs(change) < 0.05)
        check(
            "find more tumour, and pay",
            try number("weightedSpecificity") < (try number("plainSpecificity")))
        check(
            "Weights add no knowledge",
            try number("weightedArea") - (try number("plainArea")) < 0.03)
        check("still the random beginning", try number("beginningCorrelation") > 0.7)
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
