import Foundation
import GraderKit
import XCTest

/// The lesson as a program, small: what it has learnt by then is little, so what is asserted are laws.
/// What the lesson itself measures stands in its README.
final class RecurrentAttentionLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text: models are trained.
    static let run = Result {
        try LessonRun(
            "Lesson18RecurrentAttention", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
    }

    private func number(_ key: String) throws -> Double { try Self.run.get().number(key) }

    /// Whether the lesson says something, wherever its lines break.
    private func says(_ words: String) throws -> Bool {
        try Self.run.get().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .contains(words)
    }

    func testTheRetinaSeesWhatTheLessonSays() throws {
        XCTAssertEqual(try number("pixels"), 3600)
        XCTAssertEqual(try number("glimpseNumbers"), 432)
        XCTAssertEqual(try number("glimpseShare"), 0.12, accuracy: 1e-9)
        XCTAssertEqual(try number("largeShare"), 0.03, accuracy: 1e-9)
        XCTAssertEqual(try number("digitShare"), 784.0 / 3600, accuracy: 1e-9)
        XCTAssertEqual(try number("widest"), 48)
        XCTAssertEqual(try number("handColumn"), 39)
        XCTAssertEqual(try number("handLeft"), 33)
        XCTAssertEqual(try number("handRow"), 15)
        XCTAssertLessThan(try number("wrongInkExchanged"), try number("inkRight") - 0.1)
        XCTAssertTrue(try says("Near the diagonal both places are the same"))
    }

    func testTheModelsParts() throws {
        // 432 and 2 to 16, twice 16 to 24; a GRU of 24; places, baseline and classes.
        let glimpse = 433 * 16 + 3 * 16 + 2 * 17 * 24
        let core = 2 * (24 * 72 + 72)
        XCTAssertEqual(try number("parameters"), Double(glimpse + core + 25 * (2 + 1 + 10)))
        XCTAssertLessThan(try number("firstReach"), 0.3)
    }

    func testThePolicyGradientIsTheSlope() throws {
        XCTAssertEqual(try number("edgeReward"), 0.3085, accuracy: 1e-4)
        XCTAssertEqual(try number("edgeGradient"), 1.1736, accuracy: 1e-4)
        let error = try number("plainSpread") / 1000.0.squareRoot()
        XCTAssertEqual(try number("plainMean"), try number("edgeGradient"), accuracy: 5 * error)
        XCTAssertEqual(try number("baselineMean"), try number("edgeGradient"), accuracy: 5 * error)
        XCTAssertLessThan(try number("baselineSpread"), try number("plainSpread"))
        XCTAssertEqual(try number("wrongThroughPlace"), 0)
        XCTAssertLessThan(try number("wrongClampedMean"), try number("edgeGradient") - 0.2)
        XCTAssertTrue(try says("the baseline makes single estimates calmer"))
        XCTAssertTrue(try says("The third is wrong however long you draw"))
        XCTAssertGreaterThan(try number("handGradient"), 0)
    }

    func testTheLossByHand() throws {
        XCTAssertEqual(try number("handPolicy"), 0.35, accuracy: 1e-9)
        XCTAssertEqual(try number("handError"), 0.1, accuracy: 1e-9)
        let first = -log(exp(2.0) / (exp(2.0) + exp(1.0) + 1))
        let second = -log(exp(1.0) / (1 + exp(1.0) + exp(3.0)))
        XCTAssertEqual(try number("handAnswer"), (first + second) / 2, accuracy: 1e-9)
        XCTAssertEqual(try number("handLoss"), try number("handAnswer") + 0.45, accuracy: 1e-9)
    }

    func testWhatIsSaidIsWhatWasMeasured() throws {
        let (error, random) = (try number("error"), try number("randomError"))
        XCTAssertEqual(try number("fewer"), 1 - error / random, accuracy: 1e-9)
        XCTAssertEqual(try says("3) Half or more:"), error <= random / 2)
        XCTAssertEqual(try number("meantError"), error)
        XCTAssertEqual(
            try says("2) More errors. Chance is for learning"),
            try number("wrongSampledError") > error)
        XCTAssertEqual(
            try says("With x and y exchanged the model looks at the wrong places"),
            try number("wrongExchangedError") > error)
        XCTAssertEqual(
            try says("From \(try decimal("firstDistance")) pixels at first"),
            try number("lastDistance") < 0.7 * number("firstDistance"))
        XCTAssertEqual(
            try says("Choosing its places helps here, too, in this run."),
            try number("fieldArea")
                > max(number("fieldRandomArea") + 0.02, 0.6.nextDown))
        XCTAssertEqual(
            try says("The eye ends in the tumour more often"),
            try number("lastInside") > 1.5 * number("insideChance"))
        XCTAssertTrue(0...1 ~= (try number("fieldError")))
    }

    private func decimal(_ key: String) throws -> String {
        String(format: "%.1f", try number(key))
    }

    func testSizes() throws {
        XCTAssertEqual(try number("trainingCount"), 300)
        XCTAssertEqual(try number("testCount"), 200)
        XCTAssertEqual(try number("steps"), 30)
        XCTAssertEqual(try number("looks"), 64)
        XCTAssertEqual(try number("side"), 60)
        XCTAssertEqual(try number("seenSmall"), 0.48, accuracy: 1e-9)
        XCTAssertEqual(try number("seenLarge"), 0.1728, accuracy: 1e-9)
        XCTAssertEqual(try number("fieldWidth"), 468, accuracy: 1e-9)
        XCTAssertGreaterThan(try number("trainingFields"), 20)
        XCTAssertGreaterThan(try number("testFields"), 4)
        XCTAssertGreaterThanOrEqual(try number("trainingSlides"), 2)
        XCTAssertGreaterThanOrEqual(try number("testSlides"), 2)
    }

    /// What was measured before stands in the page and in the README.
    func testWhatWasMeasuredBefore() throws {
        XCTAssertGreaterThanOrEqual(try number("fewestSpared"), 0.5)
        XCTAssertTrue(try says("spares at least"))
        let readme = try String(
            contentsOf: CourseFolder.ofTests(
                file: URL(filePath: #filePath).deletingLastPathComponent().path
            ).root.appending(path: "Lessons/Lesson18RecurrentAttention/README.md"),
            encoding: .utf8)
        for errors in [
            ["21.5", "19.0", "18.7"], ["20.8", "19.2", "19.2"], ["23.6", "22.1", "21.0"],
            ["61.6", "60.8", "60.6"], ["16.6", "15.2", "14.6"], ["72.2", "71.5", "69.5"],
        ] {
            XCTAssertTrue(try says(errors.joined(separator: " % ") + " %"))
            XCTAssertTrue(readme.contains("\(errors[0]), \(errors[1]) and \(errors[2]) %"))
        }
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson18RecurrentAttention")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// All functions are called, and say that they are not attempted or how far they lie; the pictures
    /// come from a folder, of which the lesson takes as many as it needs.
    func testMineRunsTheStudentsFunctionsOnPicturesOfAFolder() throws {
        let folder = try IDXFolder(training: 400, test: 200)
        let run = try LessonRun(
            "Lesson18RecurrentAttention",
            arguments: ["--profile", "nano", "--mine", "--data", folder.url.path])
        XCTAssertEqual(run.text.components(separatedBy: "Yours").count - 1, 7)
        XCTAssertFalse(run.text.contains("gave no answer"))
        XCTAssertEqual(try run.number("trainingCount"), 300)
        XCTAssertEqual(try run.number("testCount"), 200)
        XCTAssertTrue(run.text.contains("The pictures come from the IDX files of a folder"))
        XCTAssertTrue(run.text.contains("This run is another one than the lesson's own"))
    }
}
