/// A mask with 64 pixels in a word, on which morphology takes a whole word at a time.
///
/// Pixel x of a row is bit x % 64 of word x / 64; unused bits of the last word are 0.
struct BitRows: Sendable {
    let size: PixelSize
    let wordsPerRow: Int
    var words: [UInt64]

    init(size: PixelSize, words: [UInt64]) {
        self.size = size
        wordsPerRow = (size.width + 63) / 64
        self.words = words
    }

    /// Packs a mask, or its complement.
    init(_ mask: Mask, inverted: Bool = false) {
        let (width, wordsPerRow) = (mask.size.width, (mask.size.width + 63) / 64)
        let flip = inverted ? ~UInt64(0) : 0
        let words: [UInt64] = parallelRows(mask.size.height, elementsPerRow: wordsPerRow) {
            row, output in
            mask.pixels.withUnsafeBytes { bytes in
                for word in 0..<wordsPerRow {
                    let start = row &* width &+ 64 &* word
                    let length = min(64, width &- 64 &* word)
                    let bits = packedBits(bytes, start: start, length: length)
                    output[word] = (bits ^ flip) & (~0 >> UInt64(64 &- length))
                }
            }
        }
        self.init(size: mask.size, words: words)
    }

    /// The complement.
    var inverted: BitRows {
        let tail: UInt64 = ~0 >> UInt64(64 * wordsPerRow - size.width)
        var words = words.map { ~$0 }
        for last in stride(from: wordsPerRow - 1, to: words.count, by: wordsPerRow) {
            words[last] &= tail
        }
        return BitRows(size: size, words: words)
    }

    /// Unpacks the mask, or its complement.
    func mask(inverted: Bool = false) -> Mask {
        let (width, wordsPerRow) = (size.width, wordsPerRow)
        let flip = inverted ? ~UInt64(0) : 0
        let pixels: [Bool] = parallelRows(size.height, elementsPerRow: width) { row, output in
            let bytes = UnsafeMutableRawBufferPointer(output)
            words.withUnsafeBufferPointer { words in
                for word in 0..<wordsPerRow {
                    let bits = words[row &* wordsPerRow &+ word] ^ flip
                    let length = min(64, width &- 64 &* word)
                    unpackBits(bits, to: bytes, start: 64 &* word, length: length)
                }
            }
        }
        return Mask(size: size, pixels: pixels)
    }
}

/// The first bits of up to 64 bytes of 0 or 1, the first byte lowest.
@inline(__always)
private func packedBits(
    _ bytes: UnsafeRawBufferPointer, start: Int, length: Int
) -> UInt64 {
    var bits: UInt64 = 0
    var i = 0
    while i &+ 8 <= length {
        let eight = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ i, as: UInt64.self))
        // The product moves bit 8 k to bit 56 + k.
        bits |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(i)
        i &+= 8
    }
    while i < length {
        bits |= UInt64(bytes[start &+ i]) << UInt64(i)
        i &+= 1
    }
    return bits
}

/// Writes up to 64 bits as bytes of 0 or 1.
@inline(__always)
private func unpackBits(
    _ bits: UInt64, to bytes: UnsafeMutableRawBufferPointer, start: Int, length: Int
) {
    var i = 0
    while i &+ 8 <= length {
        var eight = (bits >> UInt64(i)) & 0xff
        eight = (eight | eight << 28) & 0x0000_000f_0000_000f
        eight = (eight | eight << 14) & 0x0003_0003_0003_0003
        eight = (eight | eight << 7) & 0x0101_0101_0101_0101
        bytes.storeBytes(of: eight.littleEndian, toByteOffset: start &+ i, as: UInt64.self)
        i &+= 8
    }
    while i < length {
        bytes[start &+ i] = UInt8((bits >> UInt64(i)) & 1)
        i &+= 1
    }
}
