import Foundation

/// What the course says, and how.
enum Output {
    /// `NO_COLOR`, then `CLICOLOR_FORCE`, then `CLICOLOR=0`, then `TERM=dumb`, then whether
    /// somebody looks at it.
    static var usesColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
        if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
        if environment["CLICOLOR"] == "0" || environment["TERM"] == "dumb" { return false }
        return isatty(STDOUT_FILENO) == 1
    }

    /// A sentence beside the result, to standard error.
    static func note(_ words: String) {
        FileHandle.standardError.write(Data("note: \(words)\n".utf8))
    }

    /// A value as JSON with sorted keys: the same value gives the same bytes.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
