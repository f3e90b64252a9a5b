import Foundation

/// The beginning and the end of what a process printed; what lies between is only counted.
struct CappedOutput {
    private(set) var count = 0
    private var head = Data()
    private var tail = Data()
    private static let part = 16 << 10

    /// Adds bytes.
    mutating func append(_ bytes: Data) {
        count += bytes.count
        let room = max(0, Self.part - head.count)
        head.append(bytes.prefix(room))
        tail.append(bytes.dropFirst(room).suffix(Self.part))
        if tail.count > 4 * Self.part { tail = Data(tail.suffix(Self.part)) }
    }

    /// What is kept, with a line that says how much was left out.
    var text: String {
        let end = tail.suffix(Self.part)
        let omitted = count - head.count - end.count
        let gap = omitted > 0 ? "\n[... \(omitted) bytes left out ...]\n" : ""
        return String(decoding: head, as: UTF8.self) + gap + String(decoding: end, as: UTF8.self)
    }
}
