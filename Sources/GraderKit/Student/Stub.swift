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

    /// The stub of a solution's text.
    ///
    /// - Throws: `StubError` if the markers do not alternate.
    public static func text(fromSolution solution: String) throws -> String {
        var lines: [String] = []
        var begun: (line: Int, indentation: String)?
        for (index, line) in solution.components(separatedBy: "\n").enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed == begin {
                guard begun == nil else { throw StubError.unbalanced(line: index + 1) }
                begun = (index + 1, String(line.prefix { $0 == " " }))
            } else if trimmed == end {
                guard let place = begun else { throw StubError.unbalanced(line: index + 1) }
                lines += replacement(indentation: place.indentation)
                begun = nil
            } else if begun == nil {
                lines.append(line)
            }
        }
        if let begun { throw StubError.unbalanced(line: begun.line) }
        return lines.joined(separator: "\n").replacing("Solution: ", with: "Exercise: ")
    }

    /// A student's text in which one function is as in the stub again.
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
        characters.replaceSubrange(old, with: Array(stub)[new])
        return String(characters)
    }

    /// A function's body lies deeper than a helper, which starts with its enum's indentation.
    private static func replacement(indentation: String) -> [String] {
        guard indentation.count >= 8 else { return [] }
        return [
            indentation + "// TODO: your code here, in place of the next line.",
            indentation + "return try todo()",
        ]
    }
}

/// What can be wrong with a solution's markers.
public enum StubError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A marker stands alone.
    case unbalanced(line: Int)

    /// The file has no function of this name.
    case noFunction(String)

    /// What to do.
    public var description: String {
        switch self {
        case .noFunction(let name):
            "there is no func \(name) in your file: reset the whole lesson"
        case .unbalanced(let line):
            "line \(line): each \(Stub.begin) needs one \(Stub.end) after it, without another "
                + "between"
        }
    }
}
