/// A value in the language Python, as far as headers of `.npy` files hold them.
enum PythonLiteral: Equatable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case tuple([PythonLiteral])
    case list([PythonLiteral])
    case dictionary([String: PythonLiteral])

    /// The value that the whole text stands for.
    ///
    /// What NumPy's reader takes and nobody writes is refused: escapes, joined texts, hexadecimal
    /// numbers, comments. Whatever is read has the value that NumPy reads.
    ///
    /// - Parameters:
    ///   - bytes: the text in ASCII.
    ///   - allowingLong: whether a number may end in L, as in Python 2.
    /// - Throws: `TensorFileError.malformedHeader`.
    init(_ bytes: some Collection<UInt8>, allowingLong: Bool) throws {
        var reader = PythonReader(Array(bytes), allowingLong: allowingLong)
        self = try reader.document()
    }
}

/// Reads one value after the other.
private struct PythonReader {
    private let bytes: [UInt8]
    private let allowingLong: Bool
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8], allowingLong: Bool) {
        self.bytes = bytes
        self.allowingLong = allowingLong
    }

    mutating func document() throws -> PythonLiteral {
        let literal = try value()
        guard peek() == nil else { throw malformed() }
        return literal
    }

    private mutating func value() throws -> PythonLiteral {
        depth += 1
        defer { depth -= 1 }
        guard depth < 16, let first = peek() else { throw malformed() }
        switch first {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "u") where isMark(at: position + 1):
            position += 1
            return .text(try text())
        case UInt8(ascii: "{"): return .dictionary(try dictionary())
        case UInt8(ascii: "["): return .list(try items(until: UInt8(ascii: "]")).items)
        case UInt8(ascii: "("):
            // Brackets alone make no tuple, a comma does: (6) is 6, (6,) a tuple.
            let (items, hasComma) = try items(until: UInt8(ascii: ")"))
            return items.count == 1 && !hasComma ? items[0] : .tuple(items)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .integer(try integer())
        default: return .boolean(try boolean())
        }
    }

    private func isMark(at index: Int) -> Bool {
        index < bytes.count && [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[index])
    }

    private mutating func dictionary() throws -> [String: PythonLiteral] {
        position += 1
        var values: [String: PythonLiteral] = [:]
        while peek() != UInt8(ascii: "}") {
            guard case .text(let key) = try value() else { throw malformed() }
            try expect(UInt8(ascii: ":"))
            // The last of equal keys counts, as in Python.
            values[key] = try value()
            if peek() != UInt8(ascii: "}") { try expect(UInt8(ascii: ",")) }
        }
        position += 1
        return values
    }

    /// The values up to a closing bracket, and whether a comma stands among them.
    private mutating func items(
        until close: UInt8
    ) throws -> (items: [PythonLiteral], hasComma: Bool) {
        position += 1
        var items: [PythonLiteral] = []
        var hasComma = false
        while peek() != close {
            items.append(try value())
            if peek() == close { break }
            try expect(UInt8(ascii: ","))
            hasComma = true
        }
        position += 1
        return (items, hasComma)
    }

    private mutating func text() throws -> String {
        let mark = bytes[position]
        let content = bytes[(position + 1)...].prefix { $0 != mark }
        let plain: ClosedRange<UInt8> = 0x20...0x7E
        guard content.endIndex < bytes.count, content.allSatisfy({ plain.contains($0) }),
            !content.contains(UInt8(ascii: "\\"))
        else { throw malformed() }
        position = content.endIndex + 1
        // Two texts side by side are one in Python; so are three marks in a row.
        guard peek() != UInt8(ascii: "'"), peek() != UInt8(ascii: "\"") else { throw malformed() }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func integer() throws -> Int {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let digits = bytes[position...].prefix {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        }
        position = digits.endIndex
        // Python takes 00 for 0, but 07 for a mistake.
        let hasLeadingZero =
            digits.first == UInt8(ascii: "0") && digits.contains { $0 != digits.first }
        guard !digits.isEmpty, !hasLeadingZero else { throw malformed() }
        guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw TensorFileError.malformedHeader(reason: "it has a number that no machine counts")
        }
        if allowingLong, position < bytes.count, bytes[position] == UInt8(ascii: "L") {
            position += 1
        }
        return number
    }

    private mutating func boolean() throws -> Bool {
        for (word, value) in [("True", true), ("False", false)]
        where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw malformed()
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard peek() == byte else { throw malformed() }
        position += 1
    }

    /// The next byte that is no space.
    private mutating func peek() -> UInt8? {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains(bytes[position]) {
            position += 1
        }
        return position < bytes.count ? bytes[position] : nil
    }

    private func malformed() -> TensorFileError {
        .malformedHeader(
            reason: "character \(position + 1) is not what the language Python expects")
    }
}
