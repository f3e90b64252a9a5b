/// The checksum CRC-32 that PNG, gzip and zip use: the rest of a division of polynomials over bits.
///
/// A single changed bit, and any run of up to 32, always changes it.
///
/// Sources: W3C, Portable Network Graphics specification, annex D, 2003 (polynomial and table);
/// Kounavis and Berry, A systematic approach to building high performance software-based CRC
/// generators, 2005 (eight bytes at a time by eight tables).
enum CyclicRedundancyCheck {
    /// The checksum of some bytes.
    static func sum(of bytes: some Collection<UInt8>) -> UInt32 {
        bytes.withContiguousStorageIfAvailable { sum(of: UnsafeRawBufferPointer($0)) }
            ?? sum(of: Array(bytes))
    }

    private static func sum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var rest = UInt32.max
            var place = 0
            while place + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                let mixed = UInt64(littleEndian: word) ^ UInt64(rest)
                rest = 0
                for byte in 0..<8 {
                    let value = Int((mixed >> UInt64(8 &* byte)) & 255)
                    rest ^= table[(7 &- byte) &* 256 &+ value]
                }
                place += 8
            }
            for byte in bytes[place...] {
                let value = Int((rest ^ UInt32(byte)) & 255)
                rest = table[value] ^ (rest >> 8)
            }
            return ~rest
        }
    }

    /// Table k, from entry 256 k on, is the rest of each byte with k bytes of 0 behind it.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = []
        for byte in 0..<UInt32(256) {
            var rest = byte
            for _ in 0..<8 {
                let half: UInt32 = rest >> 1
                rest = rest & 1 == 1 ? half ^ 0xedb8_8320 : half
            }
            tables.append(rest)
        }
        for entry in 256..<8 * 256 {
            let before = tables[entry - 256]
            tables.append(tables[Int(before & 255)] ^ (before >> 8))
        }
        return tables
    }()
}
