import Foundation
import GraderKit
import Graders
import XCTest

/// The list in Package.swift is the only one: folders, files and graders follow it.
final class LessonListTests: XCTestCase {
    private let folder = CourseFolder.ofTests(
        file: URL(filePath: #filePath).deletingLastPathComponent().path)

    private func listed() throws -> [(name: String, hasExercises: Bool)] {
        let manifest = try folder.text(of: folder.root.appending(path: "Package.swift"))
        return manifest.sourceLines.compactMap { line in
            guard let start = line.range(of: "    Lesson(\"") else { return nil }
            let name = line[start.upperBound...].prefix { $0 != "\"" }
            return (String(name), !line.contains("exercises: false"))
        }
    }

    func testTheFoldersAreThoseOfTheList() throws {
        let lessons = try FileManager.default.contentsOfDirectory(
            atPath: folder.root.appending(path: "Lessons").path)
        XCTAssertEqual(
            lessons.filter { $0.hasPrefix("Lesson") }.sorted(), try listed().map(\.name))
    }

    func testEveryLessonWithExercisesIsGraded() throws {
        let names = try listed().filter(\.hasExercises).map(\.name)
        XCTAssertEqual(LessonGrader.all.map(\.lesson.name), names)
        for path in ["Exercises", "Solutions", "Tests/Graders"] {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: folder.root.appending(path: path).path)
            // A large lesson has a file for each exercise: Lesson06TissueExtraction+Otsu.swift.
            let swift = files.filter {
                $0.hasPrefix("Lesson") && $0.hasSuffix(".swift") && !$0.contains("+")
            }
            XCTAssertEqual(swift.sorted(), names.map { $0 + ".swift" }, path)
        }
    }
}
