import TestSupport
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
///
/// The networks learn in it, so what is asserted are laws and wide margins, not digits.
final class ConvolutionalNetworkLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// On one thread, with the instructions that every processor has, as the golden text: the same digits
    /// everywhere.
    static let run = Result {
        try LessonRun(
            "Lesson10ConvolutionalNetwork", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
    }

    private func number(_ key: String) throws -> Double { try Self.run.get().number(key) }

    /// Whether the lesson says something, wherever its lines break.
    private func says(_ words: String) throws -> Bool {
        try Self.run.get().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .contains(words)
    }

    func testKernelsAndPaddingDoWhatTheLessonSays() throws {
        XCTAssertEqual(try number("wrongFlippedCorrelation"), -1, accuracy: 1e-6)
        XCTAssertEqual(try number("padDrift"), 0)
        XCTAssertEqual(try number("wrongPadDrift"), 10)
        XCTAssertEqual(try number("handSum"), try number("librarySum"))
        // 28 x 28 windows of 75 numbers of a patch of 32 x 32 x 3.
        XCTAssertEqual(try number("windowRows"), 784)
        XCTAssertEqual(try number("windowShare"), 58_800.0 / 3_072, accuracy: 1e-9)
        XCTAssertLessThan(try number("matrixDifference"), 1e-9)
    }

    func testPoolingForgetsSmallMoves() throws {
        XCTAssertLessThan(try number("changeAfter"), try number("changeBefore") / 2)
        XCTAssertGreaterThan(try number("wrongPoolingFromZero"), 0.02)
        XCTAssertEqual(try number("peaksStaying"), 0.75, accuracy: 0.15)
        XCTAssertEqual(
            try says("Not every spot survives: \(Int(try number("peaksLost"))) of"),
            try number("peaksLost") > 0)
    }

    func testAnOverwrittenGradientIsFarFromTheTruth() throws {
        XCTAssertLessThan(try number("gradientError"), 1e-6)
        XCTAssertGreaterThan(try number("wrongOverwrittenError"), 0.5)
        XCTAssertEqual(try number("windowsOfAPixel"), 9)
    }

    func testNormalizationHelpsAndMustNotLookAtTheBatch() throws {
        XCTAssertLessThan(try number("lossNormalized"), try number("lossPlain"))
        XCTAssertGreaterThan(
            try number("runningAccuracy"), try number("wrongBatchAccuracy") + 0.1)
        XCTAssertLessThan(try number("narrowestChannel"), try number("widestChannel"))
        XCTAssertEqual(
            try says("Within these steps batch normalisation makes the training faster."),
            try number("lossNormalized") < 0.9 * number("lossPlain"))
        XCTAssertEqual(
            try says("3) About half. A batch of tumour has mean 0"),
            try number("wrongBatchAccuracy") < 0.65)
    }

    func testTheConvolutionalNetworkIsSmallerAndBetter() throws {
        // (16 * 16 * 3 + 1) * 64 + (64 + 1) * 2, the same for 32 x 32, and (5 * 5 * 3 + 1) * 16.
        XCTAssertEqual(try number("denseParameters"), 49_346)
        XCTAssertEqual(try number("largeParameters"), 196_802)
        XCTAssertEqual(try number("firstParameters"), 1_216)
        XCTAssertLessThan(
            try number("convolutionParameters"), try number("denseParameters") / 2)
        XCTAssertGreaterThan(try number("convolutionArea"), 0.8)
        XCTAssertGreaterThan(try number("convolutionArea"), try number("denseArea"))
        XCTAssertGreaterThan(try number("convolutionArea"), try number("largeArea"))
        XCTAssertGreaterThan(
            try number("convolutionAccuracy"), try number("wrongDenseAccuracy") + 0.1)
        XCTAssertTrue(try says("Even the worst convolutional training has a higher AUC"))
    }

    func testMapsMoveWithTheTissue() throws {
        XCTAssertLessThan(try number("mapDifference"), 1e-4)
        XCTAssertEqual(try number("placesMoved"), 1)
        XCTAssertGreaterThan(try number("halfPlaceChange"), 0.05)
        XCTAssertLessThan(try number("wrongDenseCorrelation"), 0.95)
        XCTAssertEqual(
            try says("The convolutional network is the steadier one."),
            try number("convolutionChanges") < number("denseChanges"))
    }

    func testWhatTheNetworkSees() throws {
        XCTAssertEqual(try number("receptiveField"), 24)
        XCTAssertGreaterThan(try number("excitingTumor"), 12)
        XCTAssertGreaterThan(try number("excitingNormal"), 12)
        let ratio = try number("saliencyRatio")
        XCTAssertEqual(try says("The dark pixels matter more"), ratio > 1.1)
        XCTAssertEqual(try says("The bright pixels matter more"), ratio < 0.9)
    }

    func testAnotherHospitalIsHarder() throws {
        XCTAssertGreaterThan(try number("knownArea"), try number("unknownArea"))
        XCTAssertGreaterThan(try number("knownAccuracy"), try number("unknownAccuracy"))
        XCTAssertEqual(
            try number("knownArea"), try number("convolutionArea"), accuracy: 1e-9,
            "with one known hospital both are the same area")
        XCTAssertEqual(
            try says("2) The accuracy: it loses"),
            try number("accuracyPoints") > number("areaPoints") + 1)
        XCTAssertEqual(
            try says("A number from one hospital says little about the next one."),
            try number("areaPoints") > 8)
    }

    func testARegionAtOnceIsItsPatchesOneByOne() throws {
        XCTAssertEqual(try number("regionPlaces"), 25 * 25)
        XCTAssertLessThan(try number("regionDifference"), 1e-4)
        XCTAssertGreaterThan(try number("regionSavings"), 5)
        XCTAssertGreaterThan(try number("regionArea"), 0.7)
        XCTAssertGreaterThan(try number("regionInside"), try number("regionOutside"))
        XCTAssertEqual(try number("overlap"), 16)
    }

    /// Each set of instructions rounds in its own way, and a training enlarges the differences until
    /// they reach digits that are printed. So the golden text is the one of the instructions that
    /// every processor has. It was written with all threads: one must give the same.
    func testThePlainTextIsTheGoldenOne() throws {
        let run = try Self.run.get()
        try GoldenText.check(run.text, of: "Lesson10ConvolutionalNetwork")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...12 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
