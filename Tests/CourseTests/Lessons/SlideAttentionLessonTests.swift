import Foundation
import GraderKit
import XCTest

/// The lesson as a program, in its short form.
final class SlideAttentionLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text: networks are trained.
    static let run = Result {
        try LessonRun(
            "Lesson19SlideAttention", arguments: ["--profile", "nano"],
            environment: ["DEEPTEACHING_INSTRUCTIONS": "generic"])
    }

    func testWhatCanBeCounted() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("slideCount"), 300)
        XCTAssertEqual(try number("testCount"), 60)
        XCTAssertEqual(try number("bagCount"), 100)
        XCTAssertEqual(try number("realPatches"), 199_809)
        XCTAssertEqual(try number("slideSide"), 512)
        XCTAssertEqual(try number("patchSide"), 32)
        XCTAssertEqual(try number("placeCount"), 256)
        XCTAssertEqual(try number("reduction"), 16)
        XCTAssertEqual(try number("overviewSide"), 32)
        XCTAssertEqual(try number("tumorShare"), 0.033, accuracy: 0.005)
    }

    func testPoolingByHand() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("handWeight"), exp(2) / (2 + exp(2)), accuracy: 1e-9)
        XCTAssertEqual(try number("handBag"), try number("handWeight"), accuracy: 1e-9)
        XCTAssertEqual(try number("wrongMean"), 1.0 / 3, accuracy: 1e-9)
    }

    /// Features that nobody has trained: attention finds what the plain poolings miss.
    func testAttentionPoolingIsBetterThanThePlainOnes() throws {
        let number = try Self.run.get().number
        let plain = max(try number("areaMean"), try number("areaMaximum"))
        XCTAssertGreaterThan(try number("areaAttention"), plain + 0.05)
        XCTAssertGreaterThan(try number("areaGated"), plain + 0.05)
    }

    func testEstimatesAreRightOnAverage() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("handPlain"), 5.6, accuracy: 1e-9)
        XCTAssertEqual(try number("handFirst"), 2 / 0.9, accuracy: 1e-9)
        XCTAssertEqual(try number("handSecond"), 100, accuracy: 1e-9)
        XCTAssertEqual(try number("truth"), 24)
        // Six standard errors of 4000 estimates.
        XCTAssertEqual(try number("withReplacement"), 24, accuracy: 0.9)
        XCTAssertEqual(try number("withoutReplacement"), 24, accuracy: 0.76)
        // 6 times 7.66, and 26.95: all pairs of places, added up.
        XCTAssertEqual(try number("wrongPlain"), 45.96, accuracy: 1.2)
        XCTAssertEqual(try number("wrongFactor"), 26.95, accuracy: 0.83)
    }

    func testAttentionFindsTumour() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("inside"), 2 * (try number("insideChance")))
    }

    func testAFewPixelsAreEnough() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("tenPatches"), 24)
        XCTAssertEqual(try number("tenShare"), 25.0 / 256, accuracy: 1e-9)
        XCTAssertEqual(try number("wrongShare"), 24.0 / 256, accuracy: 1e-9)
        XCTAssertEqual(try number("fullShare"), 257.0 / 256, accuracy: 1e-9)
        XCTAssertEqual(try number("tissueShare"), 0.56, accuracy: 0.05)
        XCTAssertLessThan(try number("workTen"), 0.25)
        XCTAssertGreaterThan(try number("lowestKept"), 0.95)
        XCTAssertGreaterThan(try number("areaTen"), try number("randomTen"))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson19SlideAttention")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...7 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
