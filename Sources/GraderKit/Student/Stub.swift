import Curriculum
import Foundation

/// The file that a student starts from, made from the solution: what stands between the markers
/// becomes a `todo()`.
///
/// Inside a function the marked lines become `return try todo()`; helpers that only the solution
/// needs are marked too, outside of functions, and are left out.
public enum Stub {
    /// The lines that enclose what a student is to write.
    public static let begin = "// BEGIN SOLUTION"

    /// The line after what a student is to write.
    public static let end = "// END SOLUTION"

    /// The stub of a solution's text, with the line ends that the solution has.
    ///
    /// A text without any marked body is refused: its stub would be the solution itself.
    ///
    /// - Throws: `StubError` if the markers do not alternate, if there is none, or if one is left.
    public static func text(fromSolution solution: String) throws -> String {
        var lines: [Substring] = []
        var begun: (line: Int, indentation: String)?
        var bodies = 0
        for (index, line) in solution.sourceLines.enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed == begin {
                guard begun == nil else { throw StubError.unbalanced(line: index + 1) }
                begun = (index + 1, String(line.prefix { $0 == " " }))
            } else if trimmed == end {
                guard let place = begun else { throw StubError.unbalanced(line: index + 1) }
                let todo = replacement(indentation: place.indentation)
                bodies += todo.isEmpty ? 0 : 1
                lines += todo
                begun = nil
            } else if isLikeMarker(line) {
                throw StubError.misspelt(line: index + 1)
            } else if begun == nil {
                lines.append(line)
            }
        }
        if let begun { throw StubError.unbalanced(line: begun.line) }
        if bodies == 0 { throw StubError.nothingMarked }
        let lineEnd = solution.lineEnd ?? .lineFeed
        return lines.joined(separator: String(lineEnd.rawValue))
            .replacing("Solution: ", with: "Exercise: ")
    }

    /// The stub of a lesson's solution, in which every exercise is a `todo()` and nothing else.
    ///
    /// - Throws: `StubError`, also if the solution of one exercise would be left in it.
    public static func text(
        of lesson: LessonOutline, fromSolution solution: String
    ) throws -> String {
        let stub = try text(fromSolution: solution)
        let source = StudentSource(text: stub)
        for function in lesson.exercises.map(\.function) where !source.isToDo(function) {
            throw StubError.answerLeft(function)
        }
        return stub
    }

    /// A student's text in which one function is as in the stub again; its line ends stay.
    ///
    /// - Throws: `StubError.noFunction` if either text lacks it.
    public static func resetting(
        _ function: String, in text: String, to stub: String
    ) throws -> String {
        let source = StudentSource(text: text)
        let fresh = StudentSource(text: stub)
        guard let old = source.declarationRange(of: function),
            let new = fresh.declarationRange(of: function)
        else { throw StubError.noFunction(function) }
        var characters = Array(text)
        let replacement = String(Array(stub)[new])
        characters.replaceSubrange(
            old, with: replacement.withLineEnds(text.lineEnd ?? .lineFeed))
        return String(characters)
    }

    /// Whether a line was meant to be a marker: a stub must not hold what it should have enclosed.
    private static func isLikeMarker(_ line: Substring) -> Bool {
        let words = line.uppercased().split { !$0.isLetter }
        return zip(words, words.dropFirst()).contains { first, second in
            ["BEGIN", "END"].contains(first) && second == "SOLUTION"
        }
    }

    /// A function's body lies deeper than a helper, which starts with its enum's indentation.
    private static func replacement(indentation: String) -> [Substring] {
        guard indentation.count >= 8 else { return [] }
        return [
            Substring(indentation + "// TODO: your code here, in place of the next line."),
            Substring(indentation + "return try todo()"),
        ]
    }
}
