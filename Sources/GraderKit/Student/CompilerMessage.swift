import Foundation

/// One error that the compiler found in the student's file.
struct CompilerMessage: Equatable, Hashable {
    let line: Int

    /// Counted from 1 in bytes, as the compiler counts.
    let column: Int

    let words: String

    /// The errors in one file, each once, in the order of the lines.
    static func errors(in output: String, file: String) -> [CompilerMessage] {
        let found = output.sourceLines.compactMap { line -> CompilerMessage? in
            guard let place = line.range(of: file + ":"), line.hasPrefix("/") else { return nil }
            let parts = line[place.upperBound...].split(separator: ":", maxSplits: 3)
            guard parts.count == 4, parts[2] == " error", let number = Int(parts[0]),
                let column = Int(parts[1])
            else { return nil }
            let words = parts[3].trimmingCharacters(in: .whitespaces)
            return CompilerMessage(line: number, column: column, words: words)
        }
        return Set(found).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// The message, the student's line and a mark below the place.
    func text(in source: String) -> String {
        let lines = source.sourceLines
        let line = lines.indices.contains(self.line - 1) ? lines[self.line - 1] : ""
        // An umlaut has two bytes and one column; a tab keeps its width.
        let before = String(decoding: line.utf8.prefix(max(0, column - 1)), as: UTF8.self)
        let mark = before.map { $0 == "\t" ? "\t" : " " } + ["^"]
        let advice = CompilerAdvice.text(on: words).map { "\n  \($0)" } ?? ""
        return "line \(self.line): \(words)\n\(line)\n\(mark.joined())\(advice)"
    }
}
