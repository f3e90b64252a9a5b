import Curriculum
import Foundation

/// The file in which a student works.
public struct StudentSource: Sendable {
    /// The text as it stands.
    public let text: String

    /// The text without comments and strings, character by character in the same places.
    private let code: [Character]

    /// What the compiler made of it, if that is known.
    private let compiled: CompiledExercises?

    /// A file's text.
    ///
    /// - Parameter compiled: what the compiler made of just this text.
    public init(text: String, compiled: CompiledExercises? = nil) {
        self.text = text
        self.compiled = compiled
        code = SwiftSource.code(of: text)
    }

    /// The library's own functions that an exercise calls although it asks to write them.
    ///
    /// The compiled file decides. Without it the words do, in the whole file, for a helper may make
    /// the call, except in the bodies of the other exercises.
    public func calls(of exercise: Exercise, in lesson: LessonOutline) -> [String] {
        if let compiled { return compiled.calls(of: exercise) }
        var searched = code
        for other in lesson.exercises where other.function != exercise.function {
            if let range = body(of: other.function) {
                for index in range { searched[index] = " " }
            }
        }
        return exercise.librarysOwn.filter { Self.contains(searched, word: Array($0)) }
    }

    /// The line, counted from 1, in which a function is declared, or nil.
    public func line(of function: String) -> Int? {
        declaration(of: function).map { start in code[..<start].count(where: \.isLineEnd) + 1 }
    }

    /// A function from its declaration to its closing brace, or nil.
    public func declarationText(of function: String) -> String? {
        declarationRange(of: function).map { range in
            let characters = Array(text)
            let line = characters[..<range.lowerBound].lastIndex(where: \.isLineEnd) ?? -1
            return String(characters[(line + 1)..<range.upperBound])
        }
    }

    /// A function with the documentation above it, its lines ended by line feeds, or nil.
    func documentedText(of function: String) -> String? {
        guard let text = declarationText(of: function), let line = line(of: function) else {
            return nil
        }
        let above = self.text.sourceLines.prefix(line - 1).reversed()
        let documentation = above.prefix { $0.drop { $0 == " " }.hasPrefix("///") }
        return (documentation.reversed() + text.sourceLines).joined(separator: "\n")
    }

    /// Whether a function's body is its `todo()` and nothing else.
    func isToDo(_ function: String) -> Bool {
        guard let body = body(of: function) else { return false }
        let inside = String(code[body].dropFirst().dropLast())
        return inside.trimmingCharacters(in: .whitespacesAndNewlines) == "return try todo()"
    }

    /// The places of a function from `func` to its closing brace.
    func declarationRange(of function: String) -> Range<Int>? {
        guard let start = declaration(of: function), let body = body(of: function) else {
            return nil
        }
        return start..<body.upperBound
    }

    /// The places between the braces of a function, and the braces themselves.
    func body(of function: String) -> Range<Int>? {
        guard let start = declaration(of: function),
            let opening = code[start...].firstIndex(of: "{")
        else { return nil }
        var depth = 0
        for index in opening..<code.count {
            if code[index] == "{" { depth += 1 }
            if code[index] == "}" { depth -= 1 }
            if depth == 0 { return opening..<index + 1 }
        }
        return nil
    }

    private func declaration(of function: String) -> Int? {
        let pattern = Array("func \(function)")
        return Self.places(code, of: pattern).first { place in
            let next = place + pattern.count
            return next < code.count && (code[next] == "(" || code[next] == "<")
        }
    }

    private static func contains(_ code: [Character], word: [Character]) -> Bool {
        places(code, of: word).contains { place in
            let end = place + word.count
            // A method is listed with its point, ".sum": what stands before the point does not matter.
            let before = word.first != "." && place > 0 && isName(code[place - 1])
            return !before && !(end < code.count && isName(code[end]))
        }
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private static func places(_ code: [Character], of pattern: [Character]) -> [Int] {
        guard let first = pattern.first, code.count >= pattern.count else { return [] }
        return (0...code.count - pattern.count).filter { place in
            code[place] == first && code[place..<place + pattern.count].elementsEqual(pattern)
        }
    }
}
