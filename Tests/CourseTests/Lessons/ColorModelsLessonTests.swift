import Foundation
import GraderKit
import TestSupport
import XCTest

/// The lesson as a program.
final class ColorModelsLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// All tests look at the same run.
    static let run = Result {
        try LessonRun("Lesson08ColorModels", arguments: ["--profile", "nano", "--mine"])
    }

    /// The same on one thread, with the instructions that every processor has.
    static let generic = Result {
        try LessonRun(
            "Lesson08ColorModels", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.generic.get().text, of: "Lesson08ColorModels")
    }

    func testHospitalsLieFartherApartThanTumourAndNormalTissue() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("hospitalDistance"), 22.8, accuracy: 0.3)
        XCTAssertEqual(try number("tumorDistance"), 4.1, accuracy: 0.3)
    }

    func testRedFollowsHaematoxylinBest() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("bestFollowing"), 0.97, accuracy: 0.01)
        XCTAssertLessThan(try number("hueFollowing"), 0.9)
        XCTAssertTrue(try Self.run.get().text.contains("Red, with 0.97"))
    }

    func testDensitiesAddUpAndLogarithmsMustNotBeMixed() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("twoLayers"), try 2 * number("oneLayer"), accuracy: 1e-9)
        XCTAssertEqual(try number("wrongLightness"), 19.1, accuracy: 0.5)
    }

    func testAmountsAreNearestWithTheSlidesOwnStains() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("ownHError"), 0.1)
        XCTAssertLessThan(try number("ownEError"), 0.1)
        XCTAssertGreaterThan(try number("bookHError"), try 2 * number("ownHError"))
        XCTAssertGreaterThan(try number("bookEError"), try 3 * number("ownEError"))
        XCTAssertGreaterThan(try number("wrongProjectedE"), 1)
    }

    func testStainsAreFoundWithinDegrees() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("bookDegrees"), 14.0, accuracy: 0.2)
        XCTAssertEqual(try number("macenkoDegrees"), 4.3, accuracy: 0.3)
        XCTAssertEqual(try number("vahadaneDegrees"), 6.1, accuracy: 0.5)
        XCTAssertGreaterThan(try number("wrongExtremeDegrees"), try 2 * number("speckDegrees"))
        XCTAssertGreaterThan(try number("wrongGlassDegrees"), 20)
    }

    func testEachMethodBringsTheHospitalsTogether() throws {
        let number = try Self.run.get().number
        for way in ["reinhard", "macenko", "vahadane"] {
            XCTAssertLessThan(try number("\(way)Apart"), try 0.3 * number("beforeApart"))
        }
        XCTAssertGreaterThan(
            try number("wrongCapsuleByPatch"), try 1.15 * number("capsuleBySlide"))
    }

    func testGlassAndInkAreFailures() throws {
        let run = try Self.run.get()
        XCTAssertGreaterThan(try run.number("wrongGlassChange"), 30)
        XCTAssertLessThan(try run.number("rescuedGlassChange"), 5)
        XCTAssertGreaterThan(
            try run.number("wrongInkDegrees"), try 3 + run.number("cleanDegrees"))
        XCTAssertTrue(run.text.contains("refused: too little stain"))
        XCTAssertTrue(run.text.contains("refused: one stain"))
    }

    func testNetworksAreComparedOnHospitalsThatTheyDoNotKnow() throws {
        let run = try Self.run.get()
        XCTAssertEqual(try run.number("runs"), 3)
        for key in ["plainUnknown", "jitterUnknown", "normalizedUnknown", "bothUnknown"] {
            XCTAssertGreaterThan(try run.number(key), 0.4, key)
            XCTAssertLessThanOrEqual(try run.number(key), 1, key)
        }
        XCTAssertGreaterThan(try run.number("normalizedUnknown"), try run.number("plainUnknown"))
    }

    /// All functions are called, and say that they are not attempted or how far they lie.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.run.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 5)
        XCTAssertFalse(text.contains("gave no answer"))
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
