import Foundation

/// What the tests of the house itself need: the files of the repository and their words.
enum House {
    /// The top folder of the package.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// All Swift files below a folder of the package, sorted by path.
    static func swiftFiles(below folder: String) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") }
            .sorted()
            .map { root.appending(path: folder).appending(path: $0) }
    }

    /// A file's text without line comments and without the contents of one-line strings.
    static func code(of file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                String(line.prefix { _ in true })
                    .replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
                    .replacing(/\/\/.*$/, with: "")
            }
            .joined(separator: "\n")
    }

    /// The types that a file declares at its top level.
    static func declaredTypes(in code: String) -> [String] {
        let declaration =
            /(?m)^(?:public |package )?(?:final )?(?:indirect )?(?:struct|enum|class|protocol|actor|typealias) (\w+)/
        return code.matches(of: declaration).map { String($0.output.1) }
    }

    /// All words of a file that could name a type.
    static func words(in code: String) -> Set<String> {
        Set(code.matches(of: /\b[A-Z]\w*\b/).map { String($0.output) })
    }
}
