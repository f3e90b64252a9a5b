import Foundation
import GraderKit
import XCTest

/// The plain text of a lesson as it was read and found good, letter by letter.
///
/// Nothing may differ: a pipe gets no times (`StepWriter.duration`), and all numbers are the same for
/// any number of threads. The texts are written with the instructions that every processor has.
enum GoldenText {
    /// Fails at the first line of a lesson's text that is not the one of
    /// `Tests/Reference/LESSON.txt`.
    static func check(
        _ text: String, of lesson: String, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let golden = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path
        ).root.appending(path: "Tests/Reference/\(lesson).txt")
        let expected = try String(contentsOf: golden, encoding: .utf8)
        if let words = difference(of: text, from: expected) {
            XCTFail(
                "\(lesson), \(words)\nIf the change is meant: Tests/Reference/lesson-texts.sh "
                    + "writes the texts anew; read what changed.", file: file, line: line)
        }
    }

    /// The first line that differs, in words; nil if there is none.
    static func difference(of text: String, from expected: String) -> String? {
        let (found, wanted) = (lines(of: text), lines(of: expected))
        for (index, pair) in zip(found, wanted).enumerated() where pair.0 != pair.1 {
            return "line \(index + 1):\nexpected \"\(pair.1)\"\n     got \"\(pair.0)\""
        }
        if found.count == wanted.count { return nil }
        return "line \(min(found.count, wanted.count) + 1): expected \(wanted.count) lines, got "
            + "\(found.count)"
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
