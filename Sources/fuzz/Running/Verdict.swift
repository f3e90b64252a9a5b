import Foundation

/// What came of one mutant. As text it is one line: that is how a worker reports it.
enum Verdict: Equatable, Sendable {
    case accepted

    /// Refused with a sentence.
    case refused

    /// Accepted although something is wrong, or refused without a sentence.
    case wrong(String)

    /// An answer came, but after more than a second of computing.
    case slow(seconds: Double)

    /// The process that read it came to its end.
    case trapped

    /// No answer came.
    case hung

    /// The line of a worker; only what a living worker can say has one.
    var line: String {
        switch self {
        case .accepted: "a"
        case .refused: "r"
        case .wrong(let words):
            "w" + words.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .slow(let seconds): "s\(seconds)"
        case .trapped, .hung: ""
        }
    }

    /// One line without the bytes of a mutant that a terminal would obey.
    private static func printable(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
    }

    init?(line: Substring) {
        switch line.first {
        case "a": self = .accepted
        case "r": self = .refused
        case "w": self = .wrong(String(line.dropFirst()))
        case "s": self = .slow(seconds: Double(line.dropFirst()) ?? .nan)
        default: return nil
        }
    }

    /// What is wrong, in words; nil if nothing is.
    var complaint: String? {
        switch self {
        case .accepted, .refused: nil
        case .wrong(let words): words
        case .slow(let seconds): "takes \((seconds * 10).rounded() / 10) s"
        case .trapped: "ends the process"
        case .hung: "never comes to an end"
        }
    }
}
