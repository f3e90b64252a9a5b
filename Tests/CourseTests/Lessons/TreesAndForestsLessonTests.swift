import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class TreesAndForestsLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text: the perceptron is trained.
    static let run = Result {
        try LessonRun(
            "Lesson13TreesAndForests", environment: LessonRun.genericOnOneThread)
    }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson13TreesAndForests", arguments: ["--mine"]) }

    func testTheTableHasTheCohortsSlides() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("slideCount"), 500)
        XCTAssertEqual(try number("patientCount"), 100)
        XCTAssertEqual(try number("centerCount"), 5)
        XCTAssertEqual(try number("majority"), 0.64, accuracy: 0.08)
    }

    /// What the text says of one question.
    func testTheBestQuestionUnmixesTheTypes() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("bestImpurity"), 0.6 * (try number("rootImpurity")))
        XCTAssertGreaterThan(try number("weightedTree"), try number("wrongTree"))
    }

    /// A tree of three questions knows better than limits that are not made for a network.
    func testTheTreeBeatsTheLimits() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("treeAccuracy"), try number("ruleAccuracy") + 0.05)
        XCTAssertGreaterThan(try number("treeAccuracy"), try number("majority") + 0.1)
    }

    func testWholeTreesOverfitAndPruningHelps() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("wholeTraining"), 1)
        XCTAssertGreaterThan(try number("prunedValidation"), try number("wholeValidation"))
        XCTAssertLessThan(try number("prunedLeaves"), try number("wholeLeaves") / 2)
        XCTAssertLessThan(try number("bestDepth"), 8)
    }

    func testTheForestJudgesItselfByWhatWasLeftOut() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("leftOut"), exp(-1), accuracy: 0.05)
        XCTAssertLessThan(try number("forestError"), try number("oneTreeError"))
        XCTAssertEqual(
            try number("outOfBagError"), try number("forestError"), accuracy: 0.03)
        XCTAssertLessThan(try number("wrongBagError"), 0.01)
    }

    /// Beside its twins the diameter seems to be worth little.
    func testTwinsHideEachOther() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("diameterAlone"), 5 * (try number("diameterBeside")))
        XCTAssertGreaterThan(try number("sizesTogether"), 5 * (try number("sizesSum")))
        XCTAssertLessThan(abs(try number("stainPermuted")), 0.01)
    }

    func testLeaksFlatter() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("honestStains"), 0.5, accuracy: 0.08)
        XCTAssertGreaterThan(try number("wrongStains"), try number("honestStains") + 0.05)
        XCTAssertGreaterThan(try number("wrongTissue"), try number("honestTissue") + 0.2)
        XCTAssertLessThan(try number("realTissue"), try number("honestTissue"))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson13TreesAndForests")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// All functions are called, and say that they are not attempted or how far they lie.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.mine.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 7)
        XCTAssertFalse(text.contains("gave no answer"))
    }
}
