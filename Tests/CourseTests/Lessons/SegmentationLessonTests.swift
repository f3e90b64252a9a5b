import XCTest

/// The lesson as a program, on the slides of the nano cohort.
///
/// The networks learn in it, so what is asserted are laws and wide margins, not digits.
final class SegmentationLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text.
    static let run = Result {
        try LessonRun(
            "Lesson11Segmentation", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
    }

    private func number(_ key: String) throws -> Double { try Self.run.get().number(key) }

    /// Whether the lesson says something, wherever its lines break.
    private func says(_ words: String) throws -> Bool {
        try Self.run.get().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .contains(words)
    }

    func testOverlapsByHand() throws {
        XCTAssertEqual(try number("handIoU"), 1.0 / 3, accuracy: 1e-12)
        XCTAssertEqual(try number("handDice"), 0.5)
        XCTAssertEqual(try number("diceOfHalf"), 2.0 / 3, accuracy: 1e-12)
        XCTAssertEqual(try number("emptyIoU"), 1)
        XCTAssertEqual(try number("emptyDice"), 0)
        XCTAssertEqual(
            try number("wrongEmptyAccuracy"), 1 - (try number("unknownShare")), accuracy: 1e-9)
    }

    func testTheLossByHand() throws {
        XCTAssertEqual(try number("handLoss"), 1 - 4 / 4.8, accuracy: 1e-12)
        XCTAssertEqual(try number("tumorSlope"), -5.6 / 23.04, accuracy: 1e-12)
        XCTAssertEqual(try number("normalSlope"), 4 / 23.04, accuracy: 1e-12)
        XCTAssertEqual(try number("emptyLoss"), 0)
        XCTAssertTrue(try says("without smoothing: not a number"))
        XCTAssertLessThan(try number("rareEntropy"), 0.1)
        XCTAssertGreaterThan(try number("rareDice"), 0.9)
    }

    func testTheLayersByHand() throws {
        XCTAssertEqual(try number("handState"), 0.6325, accuracy: 5e-5)
        XCTAssertEqual(try number("overlapLow"), 1)
        XCTAssertEqual(try number("overlapHigh"), 4)
        XCTAssertTrue(try says("100 1000 200 2000"))
    }

    func testHowFarTheNetworksSee() throws {
        XCTAssertEqual(try number("convolutionalReach"), 18)
        XCTAssertEqual(try number("sweepingPixels"), 1)
        XCTAssertGreaterThan(try number("uNetPixels"), try number("convolutionalPixels"))
    }

    /// No network has more than a fifth more parameters than another.
    func testTheNetworksAreOfOneSize() throws {
        let counts = [
            try number("convolutionParameters"), try number("sweepParameters"),
            try number("uNetParameters"),
        ]
        XCTAssertLessThan(counts.max() ?? 0, 1.2 * (counts.min() ?? 0))
    }

    func testEveryNetworkLearns() throws {
        for name in ["convolution", "sweep", "uNet"] {
            XCTAssertGreaterThan(try number("\(name)Known"), 0.5, name)
            let dice = try number("\(name)Dice")
            let iou = try number("\(name)IoU")
            XCTAssertLessThan(iou, dice, name)
            // Equal for one mask; a mean of a concave function is at most the function of the mean.
            XCTAssertLessThanOrEqual(dice, 2 * iou / (1 + iou) + 1e-9, name)
        }
    }

    func testTheWordsFollowTheNumbers() throws {
        XCTAssertEqual(
            try says("Sweeps gain most in the large structures"),
            try number("largeGain") > max(0, number("smallGain")))
        XCTAssertEqual(
            try says("the networks lose"), try number("hospitalLoss") > 3)
        let loss = try number("rightDice") - number("wrongCarriedDice")
        XCTAssertEqual(try says("The first mistake costs some"), loss > 0.02)
    }

    func testACarriedStateMakesStrangersMatter() throws {
        XCTAssertEqual(try number("strangers"), 0)
        XCTAssertGreaterThan(try number("wrongStrangers"), 0)
        XCTAssertLessThan(try number("wrongTurnedDice"), try number("rightDice"))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson11Segmentation")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...11 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
