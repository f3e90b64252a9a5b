import Curriculum
import Foundation
import XCTest

@testable import GraderKit

/// A reset takes nothing away: whatever lies in the file is kept first, byte for byte, or the file
/// stays as it is.
final class ResetTests: XCTestCase {
    /// What editors, file systems and crashes leave behind.
    private let strangeBytes: [String: Data] = [
        "Latin-1": Data("// für\nlet x = 1\n".utf8.map { $0 == 0xC3 ? 0xFC : $0 }),
        "UTF-16 with mark": Data([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]),
        "UTF-16 big-endian": Data([0xFE, 0xFF, 0x00, 0x61]),
        "UTF-16 without mark": Data("let x = 1\n".utf8.flatMap { [$0, 0] }),
        "UTF-32": Data([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]),
        "UTF-8 with mark": Data([0xEF, 0xBB, 0xBF]) + Data("// für\n".utf8),
        "zeros after a crash": Data(count: 4096),
        "empty": Data(),
        "cut off in a letter": Data("// f\u{FC}".utf8.dropLast()),
        "all bytes": Data((0...255).map(UInt8.init)),
    ]

    func testAnyBytesAreKeptBeforeAReset() throws {
        let course = try ScratchCourse()
        let stub = try Data(contentsOf: course.file)
        for (name, bytes) in strangeBytes {
            try bytes.write(to: course.file)
            let words = try ExerciseReset(of: course.lesson, in: course.folder).run()
            XCTAssertEqual(try Data(contentsOf: course.file), stub, name)
            let kept = try course.kept()
            let copy = try XCTUnwrap(kept.first { words.contains($0.key) }, "\(name): \(words)")
            XCTAssertEqual(copy.value, bytes, name)
        }
        XCTAssertEqual(try course.kept().count, strangeBytes.count)
    }

    func testTwoResetsInOneSecondKeepTwoCopies() throws {
        let course = try ScratchCourse()
        let copies = KeptCopies(course.folder)
        for text in ["one", "two", "three"] {
            try Data(text.utf8).write(to: course.file)
            _ = try copies.keep(course.file, as: "Name", at: Date(timeIntervalSince1970: 7))
        }
        let texts = try course.kept().values.map { String(decoding: $0, as: UTF8.self) }
        XCTAssertEqual(texts.sorted(), ["one", "three", "two"])
    }

    func testProcessesThatKeepAtTheSameMomentKeepACopyEach() throws {
        let course = try ScratchCourse()
        let copies = KeptCopies(course.folder)
        let file = course.file
        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            _ = try? copies.keep(file, as: "Name", at: Date(timeIntervalSince1970: 7))
        }
        let kept = try course.kept()
        XCTAssertEqual(kept.count, 16)
        let bytes = try Data(contentsOf: file)
        XCTAssertTrue(kept.values.allSatisfy { $0 == bytes })
    }

    /// Checks that a reset refuses with this error, and changes neither file nor copies.
    private func assertRefused(
        _ course: ScratchCourse, _ name: String, of function: String? = nil,
        because isExpected: (StudentFileError) -> Bool
    ) throws {
        let before = try? Data(contentsOf: course.file)
        let copies = try course.kept()
        XCTAssertThrowsError(
            try ExerciseReset(of: course.lesson, in: course.folder).run(function), name
        ) {
            guard let error = $0 as? StudentFileError else { return XCTFail("\(name): \($0)") }
            XCTAssertTrue(isExpected(error), "\(name): \(error)")
            XCTAssertTrue("\(error)".contains("Exercises"), "\(name): \(error)")
        }
        XCTAssertEqual(try? Data(contentsOf: course.file), before, name)
        XCTAssertEqual(try course.kept(), copies, name)
    }

    func testACopyThatCannotBeKeptRefusesTheReset() throws {
        for kept in [".deepteaching", ".deepteaching/kept"] {
            let course = try ScratchCourse()
            let place = course.root.appending(path: kept)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("a file".utf8).write(to: place)
            try Data("mine".utf8).write(to: course.file)
            try assertRefused(course, kept) {
                if case .notKept(course.lesson.exercisesPath, ".deepteaching/kept", _) = $0 {
                    return true
                }
                return false
            }
        }
    }

    func testAFullDiskRefusesTheReset() throws {
        let course = try ScratchCourse()
        let answer = Data(repeating: 0x2F, count: 4096)
        try answer.write(to: course.file)
        // A limit on the size of files fails like a full disk: in the middle of writing.
        let result = try course.shell("trap '' XFSZ; ulimit -f 1; $COURSE reset 12")
        XCTAssertEqual(result.code, 2)
        XCTAssertTrue(result.error.contains("cannot be kept"), result.error)
        XCTAssertEqual(try Data(contentsOf: course.file), answer)
        XCTAssertEqual(try course.kept(), [:], "no half copy")
    }

    func testAReadOnlyFileOrFolderRefusesTheReset() throws {
        for path in ["Exercises/Lesson12Clustering.swift", "Exercises"] {
            let course = try ScratchCourse()
            try Data("mine".utf8).write(to: course.file)
            let place = course.root.appending(path: path).path
            let mode = try XCTUnwrap(FileStamp(path: place)).mode
            chmod(place, mode_t(mode & 0o555))
            try assertRefused(course, path) { $0 == .readOnly(path: path) }
            chmod(place, mode_t(mode & 0o777))
        }
    }

    func testAFolderAPipeOrABrokenLinkIsASentence() throws {
        let course = try ScratchCourse()
        let path = course.lesson.exercisesPath
        let makers: [(name: String, make: (URL) throws -> Void, error: StudentFileError)] = [
            (
                "folder",
                {
                    try FileManager.default.createDirectory(
                        at: $0, withIntermediateDirectories: false)
                },
                .noFile(path: path, kind: "a folder")
            ),
            ("pipe", { mkfifo($0.path, 0o644) }, .noFile(path: path, kind: "a pipe")),
            (
                "broken link", { symlink("/nowhere/at all", $0.path) },
                .brokenLink(path: path, target: "/nowhere/at all")
            ),
            (
                "link to itself", { symlink($0.path, $0.path) },
                .brokenLink(path: path, target: course.file.path)
            ),
        ]
        for (name, make, error) in makers {
            try FileManager.default.removeItem(at: course.file)
            try make(course.file)
            try assertRefused(course, name) { $0 == error }
            XCTAssertEqual(ExerciseFile(of: course.lesson, in: course.folder).problem(), "\(error)")
        }
    }

    func testAHugeFileIsKeptWholeAndNeverRead() throws {
        let course = try ScratchCourse()
        let size = 100 << 20
        truncate(course.file.path, off_t(size))
        let file = ExerciseFile(of: course.lesson, in: course.folder)
        XCTAssertThrowsError(try file.text()) {
            XCTAssertEqual(
                $0 as? StudentFileError, .tooLarge(path: course.lesson.exercisesPath, bytes: size))
        }
        _ = try ExerciseReset(of: course.lesson, in: course.folder).run()
        XCTAssertEqual(try course.kept().values.map(\.count), [size])
        XCTAssertNoThrow(try file.text())
    }

    func testOneExerciseOfAFileInAnotherEncodingIsNotReset() throws {
        let course = try ScratchCourse()
        try Data([0x2F, 0x2F, 0xFC, 0x0A]).write(to: course.file)
        try assertRefused(course, "one exercise", of: "assign") {
            $0
                == .notUTF8(
                    path: course.lesson.exercisesPath, .otherEncoding(byte: 0xFC, line: 1))
        }
    }

    func testADeletedFileComesBack() throws {
        let course = try ScratchCourse()
        let stub = try Data(contentsOf: course.file)
        for path in [course.lesson.exercisesPath, "Exercises"] {
            let place = course.root.appending(path: path)
            try FileManager.default.moveItem(at: place, to: course.root.appending(path: "away"))
            let words = try ExerciseReset(of: course.lesson, in: course.folder).run("assign")
            XCTAssertTrue(words.contains("was missing"), words)
            XCTAssertEqual(try Data(contentsOf: course.file), stub)
            try FileManager.default.removeItem(at: course.root.appending(path: "away"))
        }
    }

    func testASymbolicLinkIsWrittenThrough() throws {
        let course = try ScratchCourse()
        let stub = try Data(contentsOf: course.file)
        let target = course.root.appending(path: "elsewhere.swift")
        try FileManager.default.moveItem(at: course.file, to: target)
        try FileManager.default.createSymbolicLink(at: course.file, withDestinationURL: target)
        try Data("mine".utf8).write(to: target)
        chmod(target.path, 0o640)
        _ = try ExerciseReset(of: course.lesson, in: course.folder).run()
        XCTAssertEqual(
            try FileManager.default.destinationOfSymbolicLink(atPath: course.file.path),
            target.path)
        XCTAssertEqual(try Data(contentsOf: target), stub)
        XCTAssertEqual(FileStamp(path: target.path).map { $0.mode & 0o777 }, 0o640)
        XCTAssertEqual(Array(try course.kept().values), [Data("mine".utf8)])
    }

    func testASolutionWithoutMarkersNeverBecomesTheExercise() throws {
        let course = try ScratchCourse()
        let solution = course.folder.solution(of: course.lesson)
        let text = try course.folder.text(of: solution)
        for (old, new) in [
            ("// BEGIN SOLUTION", ""), ("BEGIN", "Begin"), ("        // BEGIN", "\t\t// BEGIN"),
        ] {
            try Data(text.replacing(old, with: new).utf8).write(to: solution)
            try Data("mine".utf8).write(to: course.file)
            XCTAssertThrowsError(
                try ExerciseReset(of: course.lesson, in: course.folder).run(), "\(old) -> \(new)"
            ) {
                guard case .noStub? = $0 as? CourseError else { return XCTFail("\($0)") }
            }
            XCTAssertEqual(try Data(contentsOf: course.file), Data("mine".utf8))
        }
    }
}
