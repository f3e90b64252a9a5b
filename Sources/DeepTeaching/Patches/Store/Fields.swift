/// Numbers and texts one after the other, lowest byte first, as a store keeps them.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Double) { append(number.bitPattern) }

    /// A text of at most 65,535 bytes, behind its length.
    mutating func append(_ text: String) {
        append(UInt16(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ content: some Sequence<UInt8>) { bytes.append(contentsOf: content) }
}

/// Takes apart what ``FieldWriter`` put together; nil where bytes are missing.
struct FieldReader {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// How many bytes are left.
    var count: Int { bytes.count }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _: Number.Type = Number.self
    ) -> Number? {
        let size = MemoryLayout<Number>.size
        guard let taken = take(size) else { return nil }
        return taken.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
    }

    mutating func real() -> Double? { number(UInt64.self).map(Double.init(bitPattern:)) }

    mutating func text() -> String? {
        guard let count = number(UInt16.self), let taken = take(Int(count)) else { return nil }
        return String(validating: taken, as: UTF8.self)
    }

    mutating func take(_ size: Int) -> ArraySlice<UInt8>? {
        guard 0 <= size, size <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(size) }
        return bytes.prefix(size)
    }
}
