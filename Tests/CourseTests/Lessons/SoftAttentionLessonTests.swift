import Foundation
import GraderKit
import TestSupport
import XCTest

/// The lesson as a program, with two short trainings and the instructions that every processor has, as
/// the golden text.
final class SoftAttentionLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result {
        try LessonRun(
            "Lesson17SoftAttention", arguments: ["--profile", "nano", "--mine"],
            environment: LessonRun.genericOnOneThread)
    }

    func testATumorIsSmall() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("places"), 144)
        XCTAssertEqual(try number("tumorArea"), 0.054, accuracy: 0.01)
        XCTAssertEqual(try number("otherArea"), 1 - (try number("tumorArea")), accuracy: 1e-12)
    }

    /// What the text computes by hand, with the digits that it prints.
    func testTheGlanceByHandIsTheLibrarys() throws {
        let number = try Self.run.get().number
        let text = try Self.run.get().text
        let (low, high): (Double, Double) = (tanh(-1.0), tanh(2.0))
        let scores: [Double] = [low, 0, high, 2 * high + low]
        XCTAssertEqual(scores[3], 1.166, accuracy: 5e-4)
        let powers = scores.map { exp($0) }
        let sum = powers.reduce(0, +)
        XCTAssertEqual(try number("powerSum"), sum, accuracy: 1e-12)
        XCTAssertEqual(try number("tumorPower"), powers[3], accuracy: 1e-12)
        XCTAssertEqual(try number("tumorShare"), powers[3] / sum, accuracy: 1e-12)
        XCTAssertEqual(powers[3] / sum, 0.440, accuracy: 5e-4)
        XCTAssertEqual(
            try number("seenDark"), (powers[1] + 3 * powers[2]) / sum, accuracy: 1e-12)
        XCTAssertEqual(try number("seenPale"), 2 * powers[3] / sum, accuracy: 1e-12)
        XCTAssertEqual(try number("meanDark"), 1)
        XCTAssertEqual(try number("meanPale"), 0.5)
        let share = powers[3] / sum
        XCTAssertEqual(-share * (2 - 2 * share), -0.493, accuracy: 5e-4)
        for digits in ["1.166", "0.440", "2 − 0.880", "−0.493"] {
            XCTAssertTrue(text.contains(digits), digits)
        }
        XCTAssertLessThan(try number("gradientDifference"), 1e-12)
        XCTAssertLessThan(abs(try number("gradientSum")), 1e-12)
    }

    func testTheWrongWaysAreWrong() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("wrongNoTangent"), 1e-12)
        XCTAssertGreaterThan(try number("withTangent"), 0.2)
        XCTAssertEqual(try number("maskedGlass"), 0)
        XCTAssertEqual(try number("wrongGlass"), try number("glassArea"), accuracy: 0.15)
        // Twenty pictures share 144 places.
        XCTAssertEqual(try number("wrongLeast"), 7.2, accuracy: 1)
        XCTAssertEqual(try number("wrongMost"), 7.2, accuracy: 1)
        XCTAssertLessThan(try number("wrongPenalty"), 1e-9)
    }

    func testThePenaltyByHand() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("penaltyNarrow"), 1.36, accuracy: 1e-12)
        XCTAssertEqual(try number("penaltyWide"), 1.04, accuracy: 1e-12)
    }

    /// Forty steps teach little: shares are shares, and the text says what came of it.
    func testTheTrainingsAreMeasured() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("runs"), 2)
        XCTAssertEqual(try number("trainingSteps"), 40)
        XCTAssertEqual(try number("pool"), 20 * (try number("batch")))
        XCTAssertEqual(try number("testCount"), 60)
        let shares = [
            "poolingAccuracy", "attendingAccuracy", "poolingArea", "attendingArea", "inside",
            "chance", "freeOverlap", "penalizedOverlap", "penalizedFirst", "penalizedBest",
            "freeAccuracy", "penalizedAccuracy", "peakTumor", "peakHealthy", "peakEven",
            "foundBefore", "foundBest", "foundOthers", "agreeTumor", "agreeHealthy",
        ]
        for key in shares {
            // A number that the text needs only if it is so is not in every report.
            guard let share = try Self.run.get().numbers[key] else { continue }
            XCTAssertTrue((0...1.000001).contains(share), "\(key): \(share)")
        }
        XCTAssertEqual(try number("chance"), 0.054, accuracy: 0.01)
        XCTAssertGreaterThan(try number("peakTumor"), try number("peakEven"))
        XCTAssertEqual(try number("tissuePlaces"), 75, accuracy: 5)
        XCTAssertLessThan(try number("accuracyError"), 10)
        // The mean and the median of two pairs are one number.
        XCTAssertEqual(
            try number("medianGain"),
            100 * (try number("attendingAccuracy") - number("poolingAccuracy")), accuracy: 1e-9)
        if let spread = try Self.run.get().numbers["poolingSpread"] {
            XCTAssertLessThanOrEqual(spread, 12)
        }
        if let places = try Self.run.get().numbers["tumorPlaces"] {
            XCTAssertEqual(places, 4, accuracy: 1)
        }
    }

    /// Networks that have not learnt are no evidence, neither for a claim nor against it.
    func testTheTextClaimsNothingOfNetworksThatHaveHardlyLearnt() throws {
        let text = try Self.run.get().text.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        XCTAssertEqual(text.components(separatedBy: "have hardly learnt").count - 1, 5)
        for claim in ["carry the answer:", "costs nothing", "mostly repeats", "agree more"] {
            XCTAssertFalse(text.contains(claim), claim)
        }
    }

    func testThePlainTextIsTheGoldenOne() throws {
        let text = try LessonRun(
            "Lesson17SoftAttention", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread
        ).text
        try GoldenText.check(text, of: "Lesson17SoftAttention")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// All functions are called, and say that they are not attempted or how far they lie.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.run.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 6)
        XCTAssertFalse(text.contains("gave no answer"))
    }

    /// The claims, as the lesson prints them by default, on six seeds.
    func testAttentionFindsTheTumorWithoutBeingTold() throws {
        try skipUnlessProving("It runs the lesson twice as it is; the short run is tested above.")
        for seed in ["1", "4"] {
            let run = try LessonRun("Lesson17SoftAttention", arguments: ["--seed", seed])
            let number = run.number
            XCTAssertEqual(try number("runs"), 3)
            XCTAssertGreaterThan(try number("inside"), 5 * (try number("chance")))
            XCTAssertGreaterThanOrEqual(
                try number("attendingAccuracy"), try number("poolingAccuracy"))
            XCTAssertGreaterThan(try number("freeOverlap"), try number("penalizedOverlap"))
            XCTAssertLessThan(try number("foundBest"), try number("foundOthers") - 0.2)
        }
    }
}
