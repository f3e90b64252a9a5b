import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class RegressionLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result { try LessonRun("Lesson02Regression") }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson02Regression", arguments: ["--mine"]) }

    func testTheSlopesAreThoseOfPushing() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("pushError"), 1e-6)
        XCTAssertLessThan(try number("slopeB"), 0, "the flat line predicts too little")
        XCTAssertLessThan(try number("slopeW"), 0, "more stain, more nuclei")
        XCTAssertEqual(try number("wrongSignedCost"), 0, accuracy: 1e-9)
        XCTAssertGreaterThan(
            try number("flatMeanCost"), 2 * (try number("bestCost")),
            "errors that cancel, and a bad line")
        XCTAssertLessThan(try number("bestDistance"), try number("guessError"))
    }

    /// The prediction of the first step, and its sentence.
    func testTumourCellsAreFewerForTheSameAmountOfStain() throws {
        let run = try Self.run.get()
        XCTAssertLessThan(try run.number("tumorNuclei"), 0.8 * (try run.number("otherNuclei")))
        XCTAssertLessThan(try run.number("tumorResidual"), -10)
        let text = run.text.replacing(/\s+/, with: " ")
        XCTAssertTrue(text.contains("2) The other field."))
        XCTAssertTrue(text.contains("the line promises too many nuclei"))
    }

    /// What the README quotes of the line.
    func testTheLineLearnsAndTheWrongWaysDoNot() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("bestSlope"), 0)
        XCTAssertGreaterThan(try number("explained"), 0.5)
        XCTAssertLessThan(try number("explained"), 1)
        XCTAssertLessThan(try number("bestCost"), try number("startCost"))
        XCTAssertGreaterThan(try number("wrongUphillCost"), 2 * (try number("startCost")))
        XCTAssertGreaterThan(try number("wrongSummedCost"), 100 * (try number("startCost")))
        XCTAssertNotEqual(
            try number("wrongApartIntercept"), try number("togetherIntercept"), accuracy: 1)
        XCTAssertEqual(try number("wrongApartExcess"), 0, accuracy: 1e-6)
    }

    /// On a standardised feature the cost above the lowest shrinks by (1 - rate)^2 in each step.
    func testTheLearningRatesDoWhatTheEquationSays() throws {
        let number = try Self.run.get().number
        let (start, best) = (try number("startCost"), try number("bestCost"))
        XCTAssertEqual(try number("rateRight"), best, accuracy: 1e-6 * best)
        XCTAssertEqual(
            try number("rateSmall"), best + (start - best) * pow(0.99, 20), accuracy: 1e-6 * start)
        let large = best + (start - best) * pow(1.1, 200)
        XCTAssertEqual(try number("wrongRateLarge"), large, accuracy: 1e-6 * large)
        XCTAssertGreaterThan(try number("wrongRateLarge"), 1e6 * start)
        XCTAssertEqual(try number("scaledSteps"), 1)
        XCTAssertGreaterThanOrEqual(try number("wrongRawSteps"), 10)
        XCTAssertGreaterThanOrEqual(try number("rawBestSteps"), 10)
        XCTAssertLessThanOrEqual(try number("rawBestSteps"), try number("wrongRawSteps"))
        XCTAssertGreaterThan(try number("rawCondition"), 10)
    }

    /// 0.1 and 1.9 lie equally far from 1, so their costs coincide, and the caption says so.
    func testTheCostDependsOnTheDistanceOfTheRateFromOne() throws {
        let run = try Self.run.get()
        XCTAssertLessThan(try run.number("mirrorDifference"), 1e-9)
        let text = run.text.replacing(/\s+/, with: " ")
        XCTAssertTrue(text.contains("1.9 is drawn as dots"))
    }

    func testProbabilitiesAreNoPlaceForALoss() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("sigmoidLarge"), 1, accuracy: 1e-12)
        XCTAssertGreaterThan(try number("wrongOutside"), 0)
        XCTAssertGreaterThan(try number("largestLogit"), 100)
        XCTAssertGreaterThan(try number("certain"), 0)
        XCTAssertTrue(try number("logitLoss").isFinite)
        XCTAssertGreaterThan(try number("logitLoss"), 1)
        let text = try Self.run.get().text.replacing(/\s+/, with: " ")
        XCTAssertTrue(text.contains("loss from probabilities: not a number"))
        XCTAssertTrue(text.contains("exp(800) / (1 + exp(800)): not a number"))
        XCTAssertTrue(text.contains("3) Steps of rate 1 on features of up to 255"))
    }

    /// What the README quotes of the patches.
    func testColourTellsTumourBetterThanACoin() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("firstLoss"), 0.693_147_180_559_945, accuracy: 1e-12)
        XCTAssertLessThan(try number("lastLoss"), try number("firstLoss"))
        XCTAssertGreaterThan(try number("area"), 0.65)
        XCTAssertLessThan(try number("area"), 0.99)
        XCTAssertGreaterThan(try number("libraryArea"), 0.65)
        XCTAssertLessThanOrEqual(try number("areaWithoutFat"), try number("area") + 0.02)
        XCTAssertLessThan(try number("elsewhereArea"), (try number("area")) - 0.05)
        XCTAssertLessThan(try number("lowestArea"), 0.55)
        let text = try Self.run.get().text.replacing(/\s+/, with: " ")
        XCTAssertTrue(text.contains("1) Smaller: other hospitals stain differently"))
        XCTAssertTrue(text.contains("no better than a coin"))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson02Regression")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("<svg"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// The unedited stubs are not attempted; the lesson says so, and shows the library's.
    func testMineRunsTheStudentsFunctionsAndAllElseStays() throws {
        let text = try Self.mine.get().text
        let words = text.replacing(/\s+/, with: " ")
        for function in [
            "hypothesis", "meanSquaredCost", "gradient", "gradientStep", "sigmoid",
            "binaryCrossEntropy",
        ] {
            XCTAssertTrue(words.contains("Yours: \(function) "), function)
        }
        let others = text.split(separator: "\n").filter { !$0.contains("Yours:") }
        let plain = try Self.run.get().text.split(separator: "\n")
        XCTAssertGreaterThan(
            plain.filter(Set(others).contains).count, plain.count * 9 / 10, "the same numbers")
    }
}
