import Foundation
import Graders
import XCTest

@testable import GraderKit
@testable import course

/// A save is seen however the editor saves, and wherever the file lies.
final class FileWatcherTests: XCTestCase {
    private func saves(_ course: ScratchCourse, _ save: () throws -> Void) rethrows -> [String] {
        var watcher = FileWatcher(course.folder, [.clustering])
        XCTAssertEqual(watcher.changes().count, 0)
        try save()
        let names = watcher.changes().map(\.lesson.name)
        XCTAssertEqual(watcher.changes().count, 0, "once")
        return names
    }

    func testASaveInPlaceOrByRenamingIsSeen() throws {
        let course = try ScratchCourse()
        let bytes = try Data(contentsOf: course.file)
        for options in [Data.WritingOptions(), .atomic] {
            XCTAssertEqual(
                try saves(course) { try bytes.write(to: course.file, options: options) },
                [course.lesson.name], "the same bytes")
        }
        // An editor on a disk with coarse times, or a file that is put back with its old time.
        let attributes = try FileManager.default.attributesOfItem(atPath: course.file.path)
        let time = try XCTUnwrap(attributes[.modificationDate] as? Date)
        XCTAssertEqual(
            try saves(course) {
                try bytes.write(to: course.file)
                try FileManager.default.setAttributes(
                    [.modificationDate: time], ofItemAtPath: course.file.path)
            }, [course.lesson.name], "the same time")
    }

    func testASaveBehindASymbolicLinkIsSeen() throws {
        let course = try ScratchCourse()
        let target = course.root.appending(path: "elsewhere.swift")
        try FileManager.default.moveItem(at: course.file, to: target)
        try FileManager.default.createSymbolicLink(at: course.file, withDestinationURL: target)
        for options in [Data.WritingOptions(), .atomic] {
            XCTAssertEqual(
                try saves(course) { try Data("x".utf8).write(to: target, options: options) },
                [course.lesson.name])
        }
        let other = course.root.appending(path: "other.swift")
        try Data("y".utf8).write(to: other)
        XCTAssertEqual(
            try saves(course) {
                try FileManager.default.removeItem(at: course.file)
                try FileManager.default.createSymbolicLink(
                    at: course.file, withDestinationURL: other)
            }, [course.lesson.name], "the link leads elsewhere")
    }

    func testASaveInALinkedFolderIsSeen() throws {
        let course = try ScratchCourse()
        let folder = course.root.appending(path: "Exercises")
        let target = course.root.appending(path: "elsewhere")
        try FileManager.default.moveItem(at: folder, to: target)
        try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: target)
        let file = target.appending(path: course.file.lastPathComponent)
        XCTAssertEqual(
            try saves(course) { try Data("x".utf8).write(to: file, options: .atomic) },
            [course.lesson.name])
    }

    func testAFileThatIsGoneIsNoSaveAndItsReturnIs() throws {
        let course = try ScratchCourse()
        XCTAssertEqual(
            try saves(course) { try FileManager.default.removeItem(at: course.file) }, [])
        XCTAssertEqual(
            try saves(course) { try Data("x".utf8).write(to: course.file) }, [course.lesson.name])
    }
}
