import Curriculum
import GraderKit

/// What the student's own functions give beside what the library gives.
extension LessonStep {
    /// Says how far the student's answer lies from the library's: `{mine function}` in the text.
    ///
    /// - Parameters:
    ///   - mine: the student's functions, nil if nobody asked for them; then nothing is said.
    ///   - call: the exercise.
    ///   - inputs: its arguments.
    ///   - library: what the library gives for them.
    /// - Throws: `DecodingError` if what came back is no such value.
    public func compare<Contract, Output: Codable & FiguresConvertible, each Input>(
        _ mine: StudentFunctions?, _ call: Call<Contract, Output, repeat each Input>,
        _ inputs: repeat each Input, with library: some FiguresConvertible,
        file: StaticString = #fileID, line: UInt = #line
    ) throws {
        try compare(
            mine, call, repeat each inputs, with: library, part: { $0 }, file: file, line: line)
    }

    /// The same for a part of what the student's function gives.
    public func compare<Contract, Output: Codable, each Input>(
        _ mine: StudentFunctions?, _ call: Call<Contract, Output, repeat each Input>,
        _ inputs: repeat each Input, with library: some FiguresConvertible,
        part: (Output) -> some FiguresConvertible, file: StaticString = #fileID,
        line: UInt = #line
    ) throws {
        var sentences: [String] = []
        let own = try mine?.value(of: call, repeat each inputs) { sentences.append($0) }
        if let own {
            let distance = Distance(part(own).figures, library.figures)
            sentences.append("**Yours:** `\(call.name)` \(distance.words).")
        }
        say(call.name, sentences, isMine: own != nil, file: file, line: line)
    }

    /// What the student's function returns, or nil: then a sentence says why, if somebody asked.
    ///
    /// - Throws: `DecodingError` if what came back is no such value.
    public func value<Contract, Output: Codable, each Input>(
        of mine: StudentFunctions?, _ call: Call<Contract, Output, repeat each Input>,
        _ inputs: repeat each Input, file: StaticString = #fileID, line: UInt = #line
    ) throws -> Output? {
        var sentences: [String] = []
        let own = try mine?.value(of: call, repeat each inputs) { sentences.append($0) }
        say(call.name, sentences, isMine: own != nil, file: file, line: line)
        return own
    }
}
