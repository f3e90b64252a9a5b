import DeepTeaching
import Foundation

/// Gives mutants to a reader, in this process.
struct Judge {
    let format: any FileFormat
    let mutator: Mutator

    /// The most seconds of computing that one file may cost.
    static let longest = 1.0

    init(_ type: any FileFormat.Type, seed: UInt64, in folder: URL) throws {
        format = try type.init(in: folder)
        mutator = try Mutator(format, seed: seed)
    }

    /// Looks whether the reader takes the sound files, or mutants of them would prove nothing.
    func checkSamples() throws {
        for sample in try format.samples {
            let verdict = try verdict(on: sample)
            guard verdict != .accepted else { continue }
            throw FuzzError.unsoundSample(
                format: type(of: format).name, words: verdict.complaint ?? refusal(of: sample))
        }
    }

    /// The words with which the reader refuses a file.
    func refusal(of bytes: Data) -> String {
        do {
            try bytes.write(to: format.file)
            _ = try format.fault(in: bytes)
            return "accepted"
        } catch {
            return "refused: \(error)"
        }
    }

    /// Lets the reader read a mutant.
    func verdict(on index: Int) throws -> Verdict {
        let bytes = mutator.mutant(index)
        let start = Self.secondsOfComputing
        let verdict = try verdict(on: bytes)
        let seconds = Self.secondsOfComputing - start
        return verdict.complaint == nil && seconds > Self.longest
            ? .slow(seconds: seconds) : verdict
    }

    /// Lets the reader read a file of these bytes.
    func verdict(on bytes: Data) throws -> Verdict {
        try bytes.write(to: format.file)
        do {
            return try format.fault(in: bytes).map(Verdict.wrong) ?? .accepted
        } catch {
            return Self.isSentence(error)
                ? .refused : .wrong("it is refused, but not in a sentence: \(error)")
        }
    }

    /// Whether an error is one of the library's, in words that a user can read.
    static func isSentence(_ error: any Error) -> Bool {
        let words = String(describing: error)
        let isOwn = String(reflecting: type(of: error)).hasPrefix("DeepTeaching.")
        let raw = ["Error Domain", "NSCocoa", "(null)", "DecodingError", "Context(", "Optional("]
        return isOwn && words.contains(" ") && !raw.contains(where: words.contains)
    }

    /// The processor time of this process, so that a busy machine makes no reader look slow.
    private static var secondsOfComputing: Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }
}
