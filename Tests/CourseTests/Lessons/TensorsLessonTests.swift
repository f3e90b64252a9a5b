import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class TensorsLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result { try LessonRun("Lesson01Tensors") }

    /// With the instructions that every processor has, as the golden text.
    static let generic = Result {
        try LessonRun(
            "Lesson01Tensors",
            environment: LessonRun.genericOnOneThread)
    }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson01Tensors", arguments: ["--mine"]) }

    func testAnImageIsWidthTimesHeightTimesThree() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(
            try number("regionNumbers"),
            3 * (try number("regionWidth")) * (try number("regionHeight")))
        XCTAssertEqual(try number("columnStride"), 3)
        XCTAssertEqual(try number("rowStride"), 3 * (try number("regionWidth")))
        XCTAssertEqual(try number("batchAxes"), 4)
        XCTAssertEqual(try number("batchNumbers"), 16 * 48 * 48 * 3)
        XCTAssertEqual(try number("copyChanged"), 1)
    }

    /// What the README quotes.
    func testTheWrongWaysAreWrong() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("wrongOrderShare"), 0.4)
        XCTAssertLessThan(try number("brightnessLeft"), 1e-4)
        XCTAssertGreaterThan(try number("wrongBrightnessLeft"), 0.01)
        XCTAssertEqual(
            try number("gradientMeasured"), try number("gradientSummed"), accuracy: 1e-6)
        // The mean divides by the number of places at which the bias stands.
        XCTAssertEqual(
            try number("wrongGradientMean") * 16 * 48 * 48, try number("gradientSummed"),
            accuracy: 1e-9)
        XCTAssertEqual(try number("deviationAfter"), 1, accuracy: 1e-3)
        XCTAssertGreaterThan(try number("wrongDeviationAfter"), 1.05)
        XCTAssertEqual(try number("wrongNotNumbers"), 3)
        XCTAssertLessThan(try number("sumError"), 1e-12)
        XCTAssertGreaterThan(try number("wrongAxisSumError"), 0.5)
        XCTAssertLessThan(try number("squareRowLength"), 1e-5)
        XCTAssertGreaterThan(try number("wrongRowLength"), 0.1)
    }

    /// What chooses the sentences of the steps, and the numbers that stand beside each other there.
    func testSentencesAreChosenByWhatWasMeasured() throws {
        let number = try Self.run.get().number
        let text = try Self.run.get().text
        XCTAssertEqual(try number("numberAtPlace"), try number("cornerRed"), accuracy: 0.01)
        XCTAssertEqual(
            try number("cornerPlace"),
            try number("cornerRow") * number("rowStride")
                + number("cornerColumn") * number("columnStride"))
        XCTAssertGreaterThan(2 * (try number("tumorNuclei")), try number("regionNuclei"))
        XCTAssertGreaterThan(
            try number("tumorDiameter"), 1.5 * (try number("lymphocyteDiameter")))
        // Red light shows the nuclei best, although green light has the largest deviation.
        XCTAssertGreaterThan(try number("contrastRed"), try number("contrastGreen"))
        XCTAssertGreaterThan(try number("contrastRed"), try number("contrastBlue"))
        XCTAssertGreaterThan(try number("deviationGreen"), try number("deviationRed"))
        XCTAssertTrue(text.contains("1) Red. The nuclei hold it back"))
        XCTAssertTrue(text.contains("not that of red, but that of green"))
        XCTAssertEqual(
            try number("varianceWithin") + number("varianceBetween"), try number("varianceOfAll"),
            accuracy: 1e-9)
        // Swapping two loops makes the product at least twice as fast.
        XCTAssertTrue(text.contains("3) Less than half the time"))
    }

    func testTheSoftmaxOfThreeNeighboursIsTheTextbooks() throws {
        let number = try Self.run.get().number
        // e^2 / (1 + e + e^2)
        XCTAssertEqual(try number("shareAt1000"), 0.665_240_955_774_821_8, accuracy: 1e-12)
        // 1002 + log(1 + 1/e + 1/e^2)
        XCTAssertEqual(try number("logSumExpAt1000"), 1002.407_605_964_444_38, accuracy: 1e-9)
        XCTAssertEqual(try number("shareSum"), 1, accuracy: 1e-12)
    }

    func testAllRungsOfTheLadderGiveTheSameProduct() throws {
        let number = try Self.run.get().number
        // Sums of 192 products of numbers up to 1 in Float.
        XCTAssertLessThan(try number("rungsDiffer"), 1e-4)
        XCTAssertGreaterThan(try number("rungsDiffer"), 0, "other orders round otherwise")
    }

    /// Times differ from run to run: a pipe gets none. One thread and the instructions that every
    /// processor has print the same digits.
    func testTheTextIsTheSameTwice() throws {
        let again = try Self.generic.get()
        XCTAssertEqual(again.text, try Self.run.get().text)
        XCTAssertFalse(try Self.run.get().text.contains("Time of "))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson01Tensors")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// Every function is called, and says that it is not attempted or what it gave.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.mine.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 7)
        XCTAssertFalse(text.contains("gave no answer"))
    }
}
