import XCTest

@testable import GraderKit

final class CompilerMessageTests: XCTestCase {
    private let output = """
        Building for debugging...
        /home/me/course/Exercises/Lesson12Clustering.swift:3:5: error: cannot find 'x' in scope
         1 | a
           |     `- error: cannot find 'x' in scope
        /home/me/course/Exercises/Lesson12Clustering.swift:2:1: warning: unused
        /home/me/course/Exercises/Lesson06TissueExtraction.swift:9:9: error: other lesson
        /home/me/course/Exercises/Lesson12Clustering.swift:3:5: error: cannot find 'x' in scope
        /home/me/course/Exercises/Lesson12Clustering.swift:1:2: error: a: b
        """

    func testTheErrorsOfOneFileAreFoundOnceAndInOrder() {
        let errors = CompilerMessage.errors(
            in: output, file: "Exercises/Lesson12Clustering.swift")
        XCTAssertEqual(
            errors,
            [
                CompilerMessage(line: 1, column: 2, words: "a: b"),
                CompilerMessage(line: 3, column: 5, words: "cannot find 'x' in scope"),
            ])
        XCTAssertEqual(
            errors[1].text(in: "one\ntwo\n    x + 1\n"),
            "line 3: cannot find 'x' in scope\n    x + 1\n    ^\n  misspelt, or declared inside "
                + "other braces and unknown out here")
    }

    /// One brace too few gives six messages, of which one helps.
    func testAMissingBraceIsSaidOnce() {
        let errors = [
            CompilerMessage(line: 8, column: 1, words: "type 'E' does not conform to protocol 'C'"),
            CompilerMessage(line: 23, column: 5, words: "expected '}' at end of enum"),
            CompilerMessage(
                line: 45, column: 5,
                words: "attribute 'public' can only be used in a non-local scope"),
            CompilerMessage(line: 52, column: 1, words: "expected '}' at end of enum"),
        ]
        XCTAssertEqual(errors.withoutFollowers, [errors[1]])
        XCTAssertEqual(Array(errors.prefix(1)).withoutFollowers, [errors[0]])
        XCTAssertNotNil(CompilerAdvice.text(on: errors[1].words))
        XCTAssertNil(CompilerAdvice.text(on: "something never seen"))
    }

    func testATrapNamesReasonAndLine() {
        let text = """
            Swift/ContiguousArrayBuffer.swift:690: Fatal error: Index out of range
            *** Program crashed: Illegal instruction at 0x00007f ***
            0 [inlined] Array.subscript.getter in Lesson12Clustering at /Array.swift:10:1
            1 assign(points:) in Lesson12Clustering at /c/Exercises/Lesson12Clustering.swift:34:20
            2 observe(_:) in Lesson12Clustering at /c/Sources/Curriculum/A.swift:12:3
            """
        let backtrace = Backtrace(in: text, file: "Lesson12Clustering.swift")
        XCTAssertEqual(backtrace.reason, "Index out of range")
        XCTAssertEqual(backtrace.line, 34)
        XCTAssertTrue(Backtrace.isAnnounced(in: text))
        let silent = Backtrace(in: "", file: "Lesson12Clustering.swift")
        XCTAssertNil(silent.reason)
        XCTAssertNil(silent.line)
    }

    func testAFullStackNamesTheFunctionThatCallsItself() {
        let frame = " [ra] visit(_:) in Lesson12Clustering at /c/Lesson12Clustering.swift:40:17"
        let crash = "*** Program crashed: Bad pointer dereference at 0x00007ffe ***\n"
        let full = crash + (0..<50).map { "\($0)\(frame)" }.joined(separator: "\n")
        XCTAssertEqual(
            Backtrace(in: full, file: "Lesson12Clustering.swift").reason,
            "endless recursion: visit(_:) calls itself, and no call comes to an end")
        let inside = full.replacing(
            "visit(_:)", with: "walk #1 (_:) in static Answer.assign(points:)")
        XCTAssertEqual(
            Backtrace(in: inside, file: "Lesson12Clustering.swift").reason,
            "endless recursion: walk(_:) calls itself, and no call comes to an end")
        let shallow = crash + (0..<5).map { "\($0)\(frame)" }.joined(separator: "\n")
        XCTAssertNil(Backtrace(in: shallow, file: "Lesson12Clustering.swift").reason)
    }

    func testWhatIsMissingOrSharedIsSaid() {
        let advice = { CompilerAdvice.text(on: $0) ?? "" }
        for name in ["exp", "floor", "pow"] {
            XCTAssertTrue(advice("cannot find '\(name)' in scope").contains("`import Foundation`"))
        }
        XCTAssertFalse(advice("cannot find 'flor' in scope").contains("Foundation"))
        XCTAssertTrue(
            advice(
                "var 'sum' is not concurrency-safe because it is nonisolated global shared "
                    + "mutable state"
            ).contains("inside your function"))
    }
}
