import DeepTeaching

/// The small changes of which mutants are made.
extension [UInt8] {
    mutating func flipBit(at place: Int, using generator: inout SeededGenerator) {
        guard place < count else { return }
        self[place] ^= 1 << UInt8(generator.index(below: 8))
    }

    /// Writes over what stands there, and beyond the end.
    mutating func overwrite(at place: Int, with bytes: some Collection<UInt8>) {
        replaceSubrange(place..<Swift.min(count, place + bytes.count), with: bytes)
    }

    /// A range that begins at a place and is rarely long.
    func range(from place: Int, using generator: inout SeededGenerator) -> Range<Int> {
        let longest = [4, 64, count].randomElement(using: &generator) ?? count
        return place..<Swift.min(count, place + 1 + generator.index(below: longest + 1))
    }

    /// A copy of a piece.
    func piece(using generator: inout SeededGenerator) -> [UInt8] {
        Array(self[range(from: generator.index(below: count + 1), using: &generator)])
    }

    /// Puts another number in the place of the next one that is written in digits.
    mutating func replaceNumber(near place: Int, using generator: inout SeededGenerator) {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        guard let start = self[place...].firstIndex(where: isDigit) else { return }
        let end = self[start...].firstIndex { !isDigit($0) } ?? count
        let numbers = [
            "0", "-1", "1", "2", "1e400", "1e-400", "nan", "inf", "0.5", "0x10", "007",
            "4294967296",
            "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1,5", "",
            "99999999999999999999999999", "3.0",
        ]
        let number = numbers.randomElement(using: &generator) ?? ""
        replaceSubrange(start..<end, with: Array(number.utf8))
    }
}
