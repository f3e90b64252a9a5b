import Foundation

/// One message of a worker: a header line with the nonce, the number of the call, the kind and the
/// length, then so many bytes.
struct AnswerFrame: Equatable {
    /// What the bytes are.
    enum Kind: String {
        /// Nothing: the worker stands ready. Its index is -1.
        case ready

        /// An encoded observation.
        case value

        /// An encoded `NotAttempted`.
        case notAttempted

        /// The words of an error that the exercise threw.
        case threw

        /// The words of an error that is not the student's.
        case failed
    }

    let index: Int
    let kind: Kind
    let payload: Data

    /// The bytes that go over the channel.
    func bytes(nonce: String) -> Data {
        Data("answer \(nonce) \(index) \(kind.rawValue) \(payload.count)\n".utf8) + payload
    }
}

/// Takes frames from a stream of bytes, until something comes that is no frame.
struct AnswerParser {
    let nonce: String

    /// The answers so far, by the number of the call.
    private(set) var answers: [Int: AnswerFrame] = [:]

    /// Whether the worker has said that it stands ready.
    private(set) var isReady = false

    /// Whether bytes came that are no frame: from then on nothing counts.
    private(set) var isSpoiled = false

    private var buffer = Data()
    private static let longestHeader = 160
    private static let longestPayload = 64 << 20

    init(nonce: String) { self.nonce = nonce }

    /// Adds bytes that came from the channel.
    mutating func append(_ bytes: Data) {
        guard !isSpoiled else { return }
        buffer.append(bytes)
        while let frame = nextFrame() { accept(frame) }
    }

    private mutating func accept(_ frame: AnswerFrame) {
        if frame.kind == .ready {
            isReady = true
        } else if answers.updateValue(frame, forKey: frame.index) != nil {
            spoil()  // the second answer to one question
        }
    }

    private mutating func nextFrame() -> AnswerFrame? {
        guard let end = buffer.firstIndex(of: 0x0a) else {
            if buffer.count > Self.longestHeader { spoil() }
            return nil
        }
        let words = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
            .split(separator: " ")
        guard words.count == 5, words[0] == "answer", words[1] == nonce,
            let index = Int(words[2]), let kind = AnswerFrame.Kind(rawValue: String(words[3])),
            let count = Int(words[4]), (0...Self.longestPayload).contains(count)
        else {
            spoil()
            return nil
        }
        let start = buffer.index(after: end)
        guard buffer.endIndex - start >= count else { return nil }
        let payload = Data(buffer[start..<start + count])
        buffer = Data(buffer[(start + count)...])
        return AnswerFrame(index: index, kind: kind, payload: payload)
    }

    private mutating func spoil() {
        isSpoiled = true
        answers = [:]
        buffer = Data()
    }
}
