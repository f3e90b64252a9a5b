import CourseKit
import DeepTeaching
import Foundation
import GraderKit
import XCTest

/// A lesson paints what it chooses and no more: seen from outside, in a folder of its own.
final class ChosenSlidesTests: XCTestCase {
    func testOnlyTheChosenSlidesArePainted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path
        ).products.appending(path: "Lesson06TissueExtraction")
        process.arguments = ["--profile", "nano", "--quiet", "--list"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        XCTAssertEqual(process.terminationStatus, 0)
        let cohort = folder.appending(path: "Data/cohort-nano-1")
        let files = try XCTUnwrap(FileManager.default.enumerator(atPath: cohort.path))
            .compactMap { $0 as? String }
        let slides = files.filter { $0.hasSuffix(".tif") }
        XCTAssertGreaterThan(slides.count, 1)
        XCTAssertLessThan(slides.count, 10)
        XCTAssertTrue(files.contains { $0.hasSuffix(".xml") })
    }
}
