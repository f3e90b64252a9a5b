import Foundation

/// A file's text in UTF-8 or UTF-16, which is known by its first bytes.
///
/// Spreadsheets and editors write UTF-16 with a byte-order mark; without one, a zero among the
/// first two bytes tells it too.
struct UnicodeText {
    /// Whether it is UTF-16.
    let isWide: Bool

    private let bytes: Data
    private let isBigEndian: Bool

    init(_ data: Data) {
        let start = Array(data.prefix(3))
        isBigEndian =
            start.starts(with: [0xFE, 0xFF]) || (start.count > 1 && start[0] == 0 && start[1] != 0)
        isWide =
            isBigEndian || start.starts(with: [0xFF, 0xFE])
            || (start.count > 1 && start[0] != 0 && start[1] == 0)
        bytes = data
    }

    /// The text without its byte-order mark; nil if some bytes are no letter.
    var text: String? {
        guard isWide else {
            let mark = Data([0xEF, 0xBB, 0xBF])
            let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
            return String(bytes: content, encoding: .utf8)
        }
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var text = String.UnicodeScalarView()
        var units = wideUnits.makeIterator()
        var decoder = UTF16()
        while true {
            switch decoder.decode(&units) {
            case .scalarValue(let scalar): text.append(scalar)
            case .error: return nil
            case .emptyInput:
                return String(text.first == "\u{FEFF}" ? text.dropFirst() : text[...])
            }
        }
    }

    /// How many bytes stand before the first that is no letter; all of them if there is none.
    var firstFaultyByte: Int {
        var sound = 0
        if isWide {
            _ = transcode(
                wideUnits.makeIterator(), from: UTF16.self, to: UTF16.self,
                stoppingOnError: true
            ) { _ in sound += 2 }
        } else {
            _ = transcode(
                bytes.makeIterator(), from: UTF8.self, to: UTF8.self, stoppingOnError: true
            ) { _ in sound += 1 }
        }
        return sound
    }

    private var wideUnits: [UInt16] {
        stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            let (first, second) = (
                UInt16(bytes[bytes.startIndex + place]), UInt16(bytes[bytes.startIndex + place + 1])
            )
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
    }
}
