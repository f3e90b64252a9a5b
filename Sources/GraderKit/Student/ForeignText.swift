import Foundation

/// Why bytes are no UTF-8, as far as they tell: the compiler reads nothing else.
public enum ForeignText: Sendable, Equatable, CustomStringConvertible {
    /// Two bytes a character, with or without a mark at the head.
    case utf16

    /// Four bytes a character, with a mark at the head.
    case utf32

    /// The first byte that no UTF-8 can hold there, and its line.
    case otherEncoding(byte: UInt8, line: Int)

    /// A byte 0, and its line.
    case zeroByte(line: Int)

    /// What is foreign in the bytes; nil if they are UTF-8 text.
    public init?(_ bytes: Data) {
        // The marks of UTF-32 begin like those of UTF-16.
        if Self.marks32.contains(where: { bytes.starts(with: $0) }) {
            self = .utf32
        } else if Self.marks16.contains(where: { bytes.starts(with: $0) })
            || Self.hasZerosInTurn(bytes)
        {
            self = .utf16
        } else if let place = Self.firstInvalid(bytes) {
            self = .otherEncoding(byte: bytes[place], line: Self.line(of: place, in: bytes))
        } else if let place = bytes.firstIndex(of: 0) {
            self = .zeroByte(line: Self.line(of: place, in: bytes))
        } else {
            return nil
        }
    }

    /// What the file is.
    public var description: String {
        switch self {
        case .utf16: "is saved as UTF-16"
        case .utf32: "is saved as UTF-32"
        case .otherEncoding(let byte, let line):
            "is saved as Latin-1, Windows-1252 or another old encoding (line \(line) holds the "
                + "byte \(String(byte, radix: 16, uppercase: true)))"
        case .zeroByte(let line):
            "holds a byte 0 in line \(line), as files do after a crash or on a full disk"
        }
    }

    private static let marks32: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
    private static let marks16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]

    /// Source is mostly ASCII: in UTF-16 every second byte of it is 0, and hardly one of the others.
    private static func hasZerosInTurn(_ bytes: Data) -> Bool {
        var zeros = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        return zeros.max()! > bytes.count / 4 && zeros.min()! <= bytes.count / 100
    }

    private static func firstInvalid(_ bytes: Data) -> Int? {
        var codec = UTF8()
        var iterator = bytes.makeIterator()
        var place = bytes.startIndex
        while true {
            switch codec.decode(&iterator) {
            case .scalarValue(let scalar): place += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return place
            }
        }
    }

    private static func line(of place: Int, in bytes: Data) -> Int {
        String(decoding: bytes[..<place], as: UTF8.self).sourceLines.count
    }
}
