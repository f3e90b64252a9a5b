/// A value in JSON, read as strictly as the header of a safetensors file demands.
///
/// Foundation's decoder takes the last of two equal names, 2.0 for a whole number, and UTF-16 for
/// UTF-8. Two readers that differ so see two models in one file; this one refuses all three.
enum StrictJSON: Equatable {
    case object([String: StrictJSON])
    case array([StrictJSON])
    case text(String)

    /// A number as it is written.
    case number(String)

    /// `true`, `false` or `null`.
    case word(String)

    /// The value that the whole text stands for.
    ///
    /// - Parameter text: the text in UTF-8; spaces may stand behind the value.
    /// - Throws: `CheckpointError.malformedHeader`.
    init(_ text: some Collection<UInt8>) throws {
        var reader = StrictJSONReader(Array(text))
        self = try reader.document()
    }

    /// The whole number of 0 or more, if it is one.
    var count: Int? {
        guard case .number(let text) = self, text.utf8.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    /// The whole numbers of 0 or more, if it is a list of them.
    var counts: [Int]? {
        guard case .array(let items) = self else { return nil }
        let counts = items.compactMap(\.count)
        return counts.count == items.count ? counts : nil
    }
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

/// Reads one value after the other.
private struct StrictJSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws -> StrictJSON {
        let value = try value()
        guard peek() == nil else { throw malformed() }
        return value
    }

    private mutating func value() throws -> StrictJSON {
        depth += 1
        defer { depth -= 1 }
        // Deeper than any header, and far from the end of the stack.
        guard depth < 64, let first = peek() else { throw malformed() }
        switch first {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default:
            let words = ["true", "false", "null"]
            guard let word = words.first(where: { bytes[position...].starts(with: $0.utf8) })
            else { throw malformed() }
            position += word.utf8.count
            return .word(word)
        }
    }

    private mutating func object() throws -> [String: StrictJSON] {
        position += 1
        var members: [String: StrictJSON] = [:]
        if peek() == UInt8(ascii: "}") {
            position += 1
            return members
        }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw malformed() }
            let name = try text()
            guard members[name] == nil else {
                throw CheckpointError.malformedHeader(reason: "the name \(name) stands twice")
            }
            guard peek() == UInt8(ascii: ":") else { throw malformed() }
            position += 1
            members[name] = try value()
        } while try goesOn(until: UInt8(ascii: "}"))
        return members
    }

    private mutating func array() throws -> [StrictJSON] {
        position += 1
        var items: [StrictJSON] = []
        if peek() == UInt8(ascii: "]") {
            position += 1
            return items
        }
        repeat { items.append(try value()) } while try goesOn(until: UInt8(ascii: "]"))
        return items
    }

    /// Whether a comma follows, not the closing bracket.
    private mutating func goesOn(until close: UInt8) throws -> Bool {
        let next = peek()
        guard next == UInt8(ascii: ",") || next == close else { throw malformed() }
        position += 1
        return next != close
    }

    private mutating func number() throws -> String {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let whole = try digits()
        guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { throw malformed() }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            _ = try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, "+-".utf8.contains(bytes[position]) { position += 1 }
            _ = try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws -> ArraySlice<UInt8> {
        let digits = bytes[position...].prefix(while: isDigit)
        guard !digits.isEmpty else { throw malformed() }
        position = digits.endIndex
        return digits
    }

    /// The next byte that is no space.
    private mutating func peek() -> UInt8? {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            position += 1
        }
        return position < bytes.count ? bytes[position] : nil
    }

    private func malformed() -> CheckpointError {
        .malformedHeader(reason: "byte \(position) is not what JSON expects")
    }

    /// The text between two quotation marks.
    private mutating func text() throws -> String {
        position += 1
        var content: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] >= 0x20 else { throw malformed() }
            if bytes[position] == UInt8(ascii: "\\") {
                content += String(try escape()).utf8
            } else {
                content.append(bytes[position])
                position += 1
            }
        }
        guard position < bytes.count else { throw malformed() }
        position += 1
        return String(decoding: content, as: UTF8.self)
    }

    /// The letter that a backslash and what follows stand for.
    private mutating func escape() throws -> Character {
        let plain: [UInt8: Character] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
            UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
            UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        guard position + 1 < bytes.count else { throw malformed() }
        if let character = plain[bytes[position + 1]] {
            position += 2
            return character
        }
        // A letter beyond 16 bits is written as two halves.
        var units = [try codeUnit()]
        if UTF16.isLeadSurrogate(units[0]) { units.append(try codeUnit()) }
        let text = String(decoding: units, as: UTF16.self)
        guard text.utf16.elementsEqual(units), let character = text.first else { throw malformed() }
        return character
    }

    /// The number in `\u0041`.
    private mutating func codeUnit() throws -> UInt16 {
        let digits = bytes[position...].dropFirst(2).prefix(4)
        guard bytes[position...].starts(with: "\\u".utf8), digits.count == 4,
            !digits.contains(where: { "+-".utf8.contains($0) }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw malformed() }
        position += 6
        return unit
    }
}
