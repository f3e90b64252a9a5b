import XCTest

@testable import CourseKit

/// What a lesson remembers beside its steps.
final class LessonNotesTests: XCTestCase {
    private var folder = URL(fileURLWithPath: "/")

    override func setUpWithError() throws { folder = try temporaryFolder() }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    func testWhatWasLeftOutIsNamedInTheReport() throws {
        let lesson = try SampleLesson.lesson(output: folder)
        try lesson.run { lesson in
            lesson.setAside("training/a.tif", because: "is empty")
            try SampleLesson.teach(lesson)
        }
        XCTAssertEqual(try about()["setAside"] as? [String: String], ["training/a.tif": "is empty"])
    }

    func testAReportOfAllFilesSaysNothingOfThem() throws {
        try SampleLesson.lesson(output: folder).run(SampleLesson.teach)
        XCTAssertNil(try about()["setAside"])
    }

    /// What is needed to do the work again goes when the results are safe, and not before.
    func testActionsWaitForTheFiles() throws {
        var filesWereThere: [Bool] = []
        func run() throws {
            try SampleLesson.lesson(output: folder).run { lesson in
                lesson.whenWritten { [folder] in
                    let page = folder.appendingPathComponent("index.html").path
                    filesWereThere.append(FileManager.default.fileExists(atPath: page))
                }
                try SampleLesson.teach(lesson)
            }
        }
        try run()
        XCTAssertEqual(filesWereThere, [true])
        // The page cannot take the place of a folder that is not empty.
        let page = folder.appendingPathComponent("index.html")
        try FileManager.default.removeItem(at: page)
        try FileManager.default.createDirectory(
            at: page.appendingPathComponent("mine"), withIntermediateDirectories: true)
        XCTAssertThrowsError(try run())
        XCTAssertEqual(filesWereThere, [true], "nothing was done")
    }

    private func about() throws -> [String: Any] {
        let data = try Data(contentsOf: folder.appendingPathComponent("report.json"))
        let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try XCTUnwrap(report?["about"] as? [String: Any])
    }
}
