import Foundation
import GraderKit
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class TissueExtractionLessonTests: XCTestCase {
    /// What one run wrote; all tests look at the same run.
    private struct Run {
        let text: String
        let page: String
        let numbers: [String: Double]
    }

    private static let run = Result { try runLesson() }

    private static func runLesson() throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path
        ).products.appending(path: "Lesson06TissueExtraction")
        process.arguments = ["--profile", "nano", "--quiet", "--output", "out"]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        XCTAssertEqual(process.terminationStatus, 0)
        let report = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appending(path: "out/report.json")))
        return Run(
            text: String(decoding: text, as: UTF8.self),
            page: try String(contentsOf: folder.appending(path: "out/index.html"), encoding: .utf8),
            numbers: numbers(in: report))
    }

    /// Every number of the report by its key, however deep it lies.
    private static func numbers(in value: Any) -> [String: Double] {
        var found: [String: Double] = [:]
        if let array = value as? [Any] {
            for element in array { found.merge(numbers(in: element)) { $1 } }
        } else if let object = value as? [String: Any] {
            if let key = object["key"] as? String, let number = object["value"] as? Double {
                found[key] = number
            }
            for (key, element) in object {
                if let number = element as? Double { found[key] = number }
                found.merge(numbers(in: element)) { $1 }
            }
        }
        return found
    }

    /// The plain text is the one that was read and found good; after a change that is meant,
    /// write the new text to the file and read it again.
    func testThePlainTextIsTheGoldenOne() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/tissue-extraction-nano.txt")
        let expected = try String(contentsOf: golden, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let lines = try Self.run.get().text.split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(expected, lines).enumerated() where pair.0 != pair.1 {
            return XCTFail("line \(index + 1): expected \"\(pair.0)\", got \"\(pair.1)\"")
        }
        XCTAssertEqual(lines.count, expected.count)
    }

    func testTheWrongWaysAreWorse() throws {
        let numbers = try Self.run.get().numbers
        func number(_ key: String) throws -> Double { try XCTUnwrap(numbers[key], key) }
        XCTAssertEqual(try number("tissueShare"), try number("otsuShare"), accuracy: 0.05)
        // One odd pixel on one side: nothing is tissue, or all but that pixel.
        XCTAssertGreaterThan(abs(try number("wrongThresholdShare") - 0.5), 0.49)
        XCTAssertGreaterThan(try number("wrongInkByDarkness"), 0.9)
        XCTAssertLessThan(try number("inkByColour"), 0.01)
        // A hole of 0.45 times the diameter takes 0.2 of the area: 1 / 0.8 is 1.25.
        XCTAssertEqual(try number("wrongHoleExtra"), 0.25, accuracy: 0.03)
        XCTAssertGreaterThan(try number("gridPatches"), try number("keptPatches"))
        XCTAssertGreaterThan(try number("wrongHanging"), 0)
        XCTAssertGreaterThan(
            try number("wrongSplitScore"), try number("patientSplitScore") + 0.15)
        XCTAssertGreaterThan(try number("wrongSplitScore"), 0.7)
        XCTAssertGreaterThan(try number("wrongHeapShare"), try number("fairShare"))
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
