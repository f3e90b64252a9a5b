import Foundation

/// What Swift prints when a program traps: why, and in which file and line.
struct Backtrace: Equatable {
    /// The reason, for example "Index out of range"; nil if the report gives none.
    let reason: String?

    /// The first line of the student's file on the way to the trap, or nil.
    let line: Int?

    /// Reads the report in what a process wrote to its standard error.
    ///
    /// - Parameter file: the name of the student's file, without folders.
    init(in text: String, file: String) {
        let lines = text.sourceLines.map(String.init)
        let place = file + ":"
        reason =
            lines.lazy.compactMap(Self.reason).first
            ?? Self.endlessRecursion(lines.filter { $0.contains(place) })
        // "0 [ra] nearest(...) in LessonName at /folder/Exercises/LessonName.swift:34:20"
        line =
            lines.lazy.compactMap { line -> Int? in
                guard let range = line.range(of: place) else { return nil }
                return Int(line[range.upperBound...].prefix { $0.isNumber })
            }.first
    }

    /// A stack that is full of one function: its name stands between the number and the program.
    private static func endlessRecursion(_ frames: [String]) -> String? {
        let names = frames.compactMap { frame in
            frame.range(of: " in ").flatMap { end in
                frame[..<end.lowerBound].split(separator: " ").filter(isName).joined()
            }
        }
        let counts = Dictionary(grouping: names, by: \.self).mapValues(\.count)
        guard let most = counts.max(by: { $0.value < $1.value }), most.value >= 20 else {
            return nil
        }
        return "endless recursion: \(most.key) calls itself, and no call comes to an end"
    }

    /// Not the number, the address or the offset, nor "[ra]"; "largest #1 (_:)" is the function
    /// largest(_:) inside another.
    private static func isName(_ word: Substring) -> Bool {
        Int(word) == nil && word != "static" && !word.hasPrefix("0x")
            && !["[", "#", "+"].contains(word.first)
    }

    private static func reason(_ line: String) -> String? {
        for mark in ["Fatal error: ", "Precondition failed: ", "Assertion failed: "] {
            if let range = line.range(of: mark) { return String(line[range.upperBound...]) }
        }
        return nil
    }

    /// Whether a report has begun: from then on the process only explains itself.
    static func isAnnounced(in text: String) -> Bool {
        text.contains("*** Signal ") || text.contains("*** Program crashed")
            || text.contains("Fatal error: ")
    }
}
