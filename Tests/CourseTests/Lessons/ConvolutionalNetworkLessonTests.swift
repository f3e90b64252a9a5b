import XCTest

/// The lesson as a program, on the slides of the nano cohort.
///
/// The networks learn in it, so what is asserted are laws and wide margins, not digits.
final class ConvolutionalNetworkLessonTests: XCTestCase {
    private static let run = Result {
        try LessonRun("Lesson10ConvolutionalNetwork", arguments: ["--profile", "nano"])
    }

    private func number(_ key: String) throws -> Double { try Self.run.get().number(key) }

    func testKernelsAndPaddingDoWhatTheLessonSays() throws {
        XCTAssertEqual(try number("wrongFlippedCorrelation"), -1, accuracy: 1e-6)
        XCTAssertEqual(try number("padDrift"), 0)
        XCTAssertEqual(try number("wrongPadDrift"), 10)
        // 28 x 28 windows of 75 numbers of a patch of 32 x 32 x 3.
        XCTAssertEqual(try number("windowRows"), 784)
        XCTAssertEqual(try number("windowShare"), 58_800.0 / 3_072, accuracy: 1e-9)
        XCTAssertLessThan(try number("matrixDifference"), 1e-9)
    }

    func testPoolingForgetsSmallMoves() throws {
        XCTAssertLessThan(try number("changeAfter"), try number("changeBefore") / 2)
        XCTAssertGreaterThan(try number("wrongPoolingFromZero"), 0.02)
    }

    func testAnOverwrittenGradientIsFarFromTheTruth() throws {
        XCTAssertLessThan(try number("gradientError"), 1e-6)
        XCTAssertGreaterThan(try number("wrongOverwrittenError"), 0.5)
    }

    func testNormalizationHelpsAndMustNotLookAtTheBatch() throws {
        XCTAssertLessThan(try number("lossNormalized"), try number("lossPlain"))
        XCTAssertGreaterThan(
            try number("runningAccuracy"), try number("wrongBatchAccuracy") + 0.1)
    }

    func testTheConvolutionalNetworkIsSmallerAndBetter() throws {
        // 32 * 32 * 3 * 16 + 16 + 16 * 2 + 2, and 5 * 5 * 3 * 16 + 16.
        XCTAssertEqual(try number("denseParameters"), 49_202)
        XCTAssertEqual(try number("firstParameters"), 1_216)
        XCTAssertLessThan(
            try number("convolutionParameters"), try number("denseParameters") / 2)
        XCTAssertGreaterThan(try number("convolutionArea"), 0.8)
        XCTAssertGreaterThan(try number("convolutionArea"), try number("denseArea"))
        XCTAssertGreaterThan(
            try number("convolutionAccuracy"), try number("wrongDenseAccuracy") + 0.1)
    }

    func testMapsMoveWithTheTissue() throws {
        XCTAssertLessThan(try number("mapDifference"), 1e-4)
        XCTAssertLessThan(try number("wrongDenseCorrelation"), 0.95)
    }

    func testAnotherHospitalIsHarder() throws {
        XCTAssertGreaterThan(try number("knownArea"), try number("unknownArea"))
        XCTAssertGreaterThan(try number("knownAccuracy"), try number("unknownAccuracy"))
        XCTAssertEqual(
            try number("knownArea"), try number("convolutionArea"), accuracy: 1e-9,
            "with one known hospital both are the same area")
    }

    func testARegionAtOnceIsItsPatchesOneByOne() throws {
        XCTAssertEqual(try number("regionPlaces"), 25 * 25)
        XCTAssertLessThan(try number("regionDifference"), 1e-4)
        XCTAssertGreaterThan(try number("regionSavings"), 5)
        XCTAssertGreaterThan(try number("regionArea"), 0.7)
    }

    /// Each set of instructions rounds in its own way, and a training enlarges the differences until
    /// they reach digits that are printed. So the golden text is the one of the instructions that
    /// every processor has. It was written with all threads: one must give the same.
    func testThePlainTextIsTheGoldenOne() throws {
        let run = try LessonRun(
            "Lesson10ConvolutionalNetwork", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
        try GoldenText.check(run.text, of: "Lesson10ConvolutionalNetwork")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...12 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
