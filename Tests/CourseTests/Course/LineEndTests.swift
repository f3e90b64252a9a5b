import Curriculum
import Foundation
import XCTest

@testable import GraderKit

/// Checkouts and files with the line ends of Windows, and of old editors.
final class LineEndTests: XCTestCase {
    func testLinesAreFoundHoweverTheyEnd() {
        for end in LineEnd.allCases {
            let text = ["one", "", "three", ""].joined(separator: String(end.rawValue))
            XCTAssertEqual(text.sourceLines, ["one", "", "three", ""])
            XCTAssertEqual(text.lineEnd, end)
            XCTAssertEqual(text.withLineEnds(.lineFeed), "one\n\nthree\n")
        }
        XCTAssertNil("one".lineEnd)
        XCTAssertEqual("1\r\n2\r\n3\n4".lineEnd, .windows, "most lines decide")
        // A form feed and a line separator end no line for the compiler.
        XCTAssertEqual("1\u{0C}2\u{2028}3".sourceLines.count, 1)
    }

    func testAResetInACheckoutWithOtherLineEndsGivesTheStubAndNoSolution() throws {
        for end in LineEnd.allCases {
            let course = try ScratchCourse(lineEnd: end)
            let stub = try String(contentsOf: course.file, encoding: .utf8)
            XCTAssertFalse(stub.contains("SOLUTION"), "\(end)")
            let source = StudentSource(text: stub)
            let exercises = course.lesson.exercises.map(\.function)
            XCTAssertTrue(exercises.allSatisfy(source.isToDo), "\(end)")
            XCTAssertEqual(stub.lineEnd, end)
            try Data((stub + "// mine" + String(end.rawValue)).utf8).write(to: course.file)
            _ = try ExerciseReset(of: course.lesson, in: course.folder).run()
            XCTAssertEqual(try Data(contentsOf: course.file), Data(stub.utf8), "\(end)")
        }
    }

    /// An editor may have changed the ends of the student's file alone.
    func testAResetKeepsTheLineEndsOfTheStudentsFile() throws {
        for end in LineEnd.allCases {
            let course = try ScratchCourse()
            let stub = try String(contentsOf: course.file, encoding: .utf8)
            let own = stub.withLineEnds(end)
            let answered = own.replacing("return try todo()", with: "return []")
            XCTAssertNotEqual(answered, own)
            for function in [nil] + course.lesson.exercises.map(\.function) {
                try Data((function == nil ? answered + "// mine" : answered).utf8)
                    .write(to: course.file)
                _ = try ExerciseReset(of: course.lesson, in: course.folder).run(function)
                let text = String(decoding: try Data(contentsOf: course.file), as: UTF8.self)
                XCTAssertEqual(text.lineEnd, end)
                XCTAssertEqual(text.withLineEnds(end), text, "no line ends otherwise")
                if let function {
                    XCTAssertTrue(StudentSource(text: text).isToDo(function))
                } else {
                    XCTAssertEqual(text, own)
                }
            }
        }
    }

    func testFunctionsAndLinesAreFoundWithEveryLineEnd() {
        let text = """
            // a comment ends with its line: func second(
            enum E {
                /// What it is.
                static func first(x: Int) throws -> Int { // }
                    return x
                }

                static func second(x: Int) throws -> Int {
                    return try todo()
                }
            }
            """
        for end in LineEnd.allCases {
            let source = StudentSource(text: text.withLineEnds(end))
            XCTAssertEqual(source.line(of: "first"), 4, "\(end)")
            XCTAssertEqual(source.line(of: "second"), 8, "\(end)")
            XCTAssertEqual(
                source.documentedText(of: "first"),
                StudentSource(text: text).documentedText(
                    of: "first"))
            XCTAssertTrue(source.isToDo("second"))
            XCTAssertFalse(source.isToDo("first"))
        }
    }

    func testACompilersMessageShowsTheLineOfAFileWithEveryLineEnd() {
        let message = CompilerMessage(line: 3, column: 14, words: "cannot convert")
        for end in LineEnd.allCases {
            let source = "one\n\n\tlet für = \"x\" + 1\nfour\n".withLineEnds(end)
            // The column counts bytes: ü has two.
            XCTAssertEqual(
                message.text(in: source),
                "line 3: cannot convert\n\tlet für = \"x\" + 1\n\t           ^", "\(end)")
        }
    }

    func testANewLessonInACheckoutOfWindowsKeepsTheManifestsLineEnds() throws {
        let course = try ScratchCourse(lineEnd: .windows)
        let result = try course.shell("$COURSE new-lesson Lesson07Example")
        XCTAssertEqual(result.code, 0, result.error)
        let manifest = try String(
            contentsOf: course.root.appending(path: "Package.swift"), encoding: .utf8)
        XCTAssertEqual(
            manifest,
            [
                "let lessons: [Lesson] = [", "    Lesson(\"Lesson07Example\"),",
                "    Lesson(\"Lesson12Clustering\")", "]", "",
            ].joined(separator: "\r\n"))
    }
}
