import DeepTeaching
import XCTest

@testable import CourseKit

/// What a lesson leaves in its folder.
final class LessonFilesTests: XCTestCase {
    private var folder = URL(fileURLWithPath: "/")

    override func setUpWithError() throws { folder = try temporaryFolder() }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    func testFiles() throws {
        try SampleLesson.lesson(output: folder).run(SampleLesson.teach)
        XCTAssertEqual(
            try files(),
            [
                "figures", "figures/roc.png", "figures/roc.svg", "figures/section.png",
                "figures/way.svg", "index.html", "report.json",
            ])
    }

    func testReportHoldsTheNumbers() throws {
        try SampleLesson.lesson(output: folder).run(SampleLesson.teach)
        let data = try Data(contentsOf: folder.appendingPathComponent("report.json"))
        let report = try XCTUnwrap(JSONSerialization.jsonObject(with: data) as? [String: Any])
        XCTAssertEqual(
            report.keys.sorted(), ["about", "nucleiFraction", "tissueFraction", "tissuePixels"])
        let picture = SampleLesson.section(seed: 1)
        let dark = (0..<picture.size.area).filter { picture.pixels[3 * $0 + 1] < 200 }.count
        XCTAssertEqual(report["tissuePixels"] as? Int, dark)
        XCTAssertEqual(
            report["tissueFraction"] as? Double, Double(dark) / Double(picture.size.area))
        let about = try XCTUnwrap(report["about"] as? [String: Any])
        XCTAssertEqual((about["units"] as? [String: String])?["tissuePixels"], "px")
        XCTAssertEqual(about["seed"] as? Int, 1)
        let text = try XCTUnwrap(String(data: data, encoding: .utf8))
        let keys = ["about", "nucleiFraction", "tissueFraction", "tissuePixels"]
        let places = keys.compactMap { text.range(of: "\n  \"\($0)\"")?.lowerBound }
        XCTAssertEqual(places.count, keys.count)
        XCTAssertEqual(places, places.sorted(), "keys stand sorted")
    }

    func testSameSeedGivesSameBytes() throws {
        let names = [
            "index.html", "report.json", "figures/section.png", "figures/roc.svg",
            "figures/roc.png", "figures/way.svg",
        ]
        func bytes() throws -> [Data] {
            try SampleLesson.lesson(output: folder).run(SampleLesson.teach)
            return try names.map { try Data(contentsOf: folder.appendingPathComponent($0)) }
        }
        XCTAssertEqual(try bytes(), try bytes())
    }

    func testNumberThatIsNoneIsNull() throws {
        try SampleLesson.lesson(output: folder).run { lesson in
            try lesson.step(title: "Divide") { $0.number("ratio", 0.0 / 0.0) }
        }
        let text = try String(
            contentsOf: folder.appendingPathComponent("report.json"), encoding: .utf8)
        XCTAssertTrue(text.contains("\"ratio\" : null"), text)
    }

    func testKeyUsedTwiceIsRefused() throws {
        let lesson = try SampleLesson.lesson(output: folder)
        XCTAssertThrowsError(
            try lesson.run { lesson in
                try lesson.step(title: "One") { $0.number("dice", 1) }
                try lesson.step(title: "Two") { step in step.box("Inside") { $0.number("dice", 2) }
                }
            }
        ) { error in
            XCTAssertEqual(error as? LessonError, .duplicate(name: "dice", steps: [1, 2]))
        }
        XCTAssertEqual(try files(), [])
    }

    func testErrorInAStepLeavesNothing() throws {
        struct Broken: Error {}
        let lesson = try SampleLesson.lesson(output: folder)
        XCTAssertThrowsError(
            try lesson.run { try $0.step(title: "One") { _ in throw Broken() } }
        ) { XCTAssertTrue($0 is Broken) }
        XCTAssertEqual(try files(), [])
    }

    func testUnwritableFolderIsSaidBeforeTheWork() throws {
        let file = folder.appendingPathComponent("file")
        try Data().write(to: file)
        let inside = file.appendingPathComponent("folder")
        var hasWorked = false
        XCTAssertThrowsError(
            try SampleLesson.lesson(output: inside).run { _ in hasWorked = true }
        ) { error in
            XCTAssertEqual(
                error as? LessonError,
                .unwritable(path: inside.path, reason: "\(file.path) is a file"))
        }
        XCTAssertFalse(hasWorked)
    }

    func testEitherAllFilesAreNewOrNone() throws {
        let old = Data("old".utf8)
        try old.write(to: folder.appendingPathComponent("a"))
        // "b/c" cannot be written, because "b" is a file.
        try old.write(to: folder.appendingPathComponent("b"))
        let files = [(path: "a", data: Data("new".utf8)), (path: "b/c", data: Data())]
        XCTAssertThrowsError(try OutputFolder(path: folder.path).write(files))
        XCTAssertEqual(try Data(contentsOf: folder.appendingPathComponent("a")), old)
        XCTAssertEqual(try self.files(), ["a", "b"])
    }

    private func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }
}
