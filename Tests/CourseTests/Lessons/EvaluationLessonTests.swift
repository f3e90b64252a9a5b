import Foundation
import GraderKit
import TestSupport
import XCTest

/// The lesson as a program.
final class EvaluationLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// All tests look at the same run.
    static let run = Result { try LessonRun("Lesson04Evaluation") }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson04Evaluation", arguments: ["--mine"]) }

    private func words() throws -> String {
        try Self.run.get().text.replacing(/\s+/, with: " ")
    }

    func testTheCallsAreThoseOfTheMatrix() throws {
        let number = try Self.run.get().number
        let (hits, misses) = (try number("hits"), try number("misses"))
        let (alarms, dismissed) = (try number("alarms"), try number("dismissed"))
        XCTAssertEqual(hits + misses + alarms + dismissed, try number("slideCount"))
        XCTAssertEqual(try number("sensitivity"), hits / (hits + misses), accuracy: 1e-12)
        XCTAssertEqual(
            try number("specificity"), dismissed / (dismissed + alarms), accuracy: 1e-12)
        XCTAssertEqual(try number("precision"), hits / (hits + alarms), accuracy: 1e-12)
        XCTAssertEqual(try number("wrongSensitivity"), try number("precision"), accuracy: 1e-12)
        XCTAssertLessThan(try number("sensitivityLower"), try number("sensitivity"))
        XCTAssertGreaterThan(try number("specificityUpper"), try number("specificity"))
        XCTAssertGreaterThan(try number("accuracy"), try number("allNegative"))
    }

    /// What the text computes by hand, and what the README quotes.
    func testTiesSteppedOneByOneChangeTheArea() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("handArea"), 13.5 / 16, accuracy: 1e-12)
        XCTAssertEqual(try number("wrongHandFirst"), 15.0 / 16, accuracy: 1e-12)
        XCTAssertEqual(try number("wrongHandLast"), 12.0 / 16, accuracy: 1e-12)
        XCTAssertGreaterThan(
            try number("wrongFirstArea"), (try number("wrongLastArea")) + 0.1)
        XCTAssertEqual(
            ((try number("wrongFirstArea")) + (try number("wrongLastArea"))) / 2,
            try number("gradedArea"), accuracy: 1e-12)
        XCTAssertEqual(try number("wrongUpwards"), 1 - (try number("area")), accuracy: 1e-12)
    }

    /// What the README quotes of two curves.
    func testEqualAreasServeDifferentUses() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("narrowArea"), 0.85, accuracy: 0.01)
        XCTAssertEqual(try number("wideArea"), 0.85, accuracy: 0.01)
        XCTAssertGreaterThan(try number("narrowSpecificity"), 0.6)
        XCTAssertLessThan(try number("wideSpecificity"), 0.25)
        XCTAssertLessThan(try number("narrowSensitivity"), 0.15)
        XCTAssertGreaterThan(try number("wideSensitivity"), 0.55)
        XCTAssertGreaterThan(try number("oftenPrecision"), 0.5)
        XCTAssertLessThan(try number("rarelyPrecision"), 0.05)
        XCTAssertTrue(try words().contains("for a screening it is useless"))
    }

    /// What the README quotes of kappa: by the model it is 0.64 and 0.25.
    func testKappaFallsWithThePrevalence() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("halfKappa"), 0.64, accuracy: 0.02)
        XCTAssertEqual(try number("rareKappa"), 0.2525, accuracy: 0.03)
        XCTAssertEqual(try number("rareAgreement"), 0.82, accuracy: 0.01)
        XCTAssertLessThan(try number("plainKappa"), try number("wrongLinear"))
        XCTAssertLessThan(try number("wrongLinear"), try number("quadraticKappa"))
        XCTAssertGreaterThan(try number("wrongUndivided"), 0.999)
        XCTAssertTrue(try words().contains("2) The agreement stays"))
    }

    func testKappaHidesBugs() throws {
        let number = try Self.run.get().number
        for bug in ["itc", "alone", "worst"] {
            XCTAssertGreaterThan(try number(bug + "Kappa"), 0.95, bug)
            XCTAssertLessThan(try number(bug + "Kappa"), 1, bug)
            XCTAssertGreaterThan(try number(bug + "Wrong"), 0, bug)
        }
        XCTAssertGreaterThan(try number("itcKappa"), 0.98)
        XCTAssertGreaterThan(try number("itcWrong"), 0.02)
        XCTAssertGreaterThan(try number("aloneWrong"), 0.1)
    }

    /// What the README quotes of intervals.
    func testIntervalsOverSlidesAreTooNarrow() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("trueAccuracy"), 0.877, accuracy: 0.001)
        for size in ["eight", "forty", "many"] {
            let wrong = "wrong" + size.capitalized + "Slide"
            XCTAssertLessThan(
                try number(wrong + "Width"), 0.8 * (try number(size + "PatientWidth")), size)
            XCTAssertLessThan(
                try number(wrong + "Coverage"), try number(size + "PatientCoverage"), size)
            XCTAssertLessThan(try number(wrong + "Coverage"), 0.87, size)
        }
        XCTAssertLessThan(try number("eightPatientCoverage"), 0.87)
        XCTAssertGreaterThan(try number("fortyPatientCoverage"), 0.87)
        XCTAssertEqual(try number("manyPatientCoverage"), 0.95, accuracy: 0.03)
        XCTAssertEqual(try number("narrowing"), 3.16, accuracy: 0.3)
        XCTAssertTrue(try words().contains("More patients do not mend it"))
    }

    /// By hand: 0.25 at a quarter, then 0.75; the wrong ways as the text says.
    func testDetectionsAreJudgedByTheRules() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("lesionCount"), 4)
        XCTAssertEqual(try number("foundCount"), 3)
        XCTAssertEqual(try number("foundShare"), 0.75)
        XCTAssertEqual(try number("frocScore"), (0.25 + 5 * 0.75) / 6, accuracy: 1e-12)
        XCTAssertEqual(try number("wrongTwiceScore"), (0.5 + 5) / 6, accuracy: 1e-12)
        XCTAssertEqual(try number("wrongTwiceFound"), 1)
        XCTAssertEqual(
            try number("wrongCellsScore"), (2 * 0.25 + 4 * 0.75) / 6, accuracy: 1e-12)
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson04Evaluation")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("<svg"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...8 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// The unedited stubs are not attempted; the lesson says so, and shows the library's.
    func testMineRunsTheStudentsFunctionsAndAllElseStays() throws {
        let text = try Self.mine.get().text
        let words = text.replacing(/\s+/, with: " ")
        for function in [
            "confusionMatrix", "rocCurve", "areaUnderCurve", "cohensKappa", "bootstrapInterval",
            "frocCurve", "frocScore",
        ] {
            XCTAssertTrue(words.contains("Yours: \(function) "), function)
        }
        let others = text.split(separator: "\n").filter { !$0.contains("Yours:") }
        let plain = try Self.run.get().text.split(separator: "\n")
        XCTAssertGreaterThan(
            plain.filter(Set(others).contains).count, plain.count * 9 / 10, "the same numbers")
    }
}
