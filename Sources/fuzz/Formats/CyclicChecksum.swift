/// The checksum CRC-32 of PNG and of stores of patches, bit by bit.
///
/// Source: W3C, Portable Network Graphics specification, annex D, 2003.
enum CyclicChecksum {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
                rest & 1 == 1 ? 0xedb8_8320 ^ (rest >> 1) : rest >> 1
            }
        }
    }
}
