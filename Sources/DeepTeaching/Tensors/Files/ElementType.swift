/// How a file stores one number.
struct ElementType: Equatable {
    /// What the bits mean.
    enum Kind {
        case real, signed, unsigned, boolean

        /// The upper half of a single-precision number, "bfloat16".
        case upperHalf
    }

    let kind: Kind
    let byteCount: Int
    var isBigEndian = false

    /// No tensor of a file has more axes, as in NumPy.
    static let maximumRank = 64

    /// The number of bytes of a tensor; nil if the machine cannot count them, or could not if its
    /// empty axes were longer.
    func byteCount(of shape: [Int]) -> Int? {
        var bytes = byteCount
        for length in shape where length != 0 {
            let (product, overflows) = bytes.multipliedReportingOverflow(by: length)
            guard !overflows else { return nil }
            bytes = product
        }
        return shape.contains(0) ? 0 : bytes
    }

    /// The numbers that `count` elements stand for, each rounded to the nearest that the scalar can
    /// hold, as a conversion of the language does: a `Float` holds whole numbers up to 2^24 exactly,
    /// a `Double` up to 2^53.
    ///
    /// - Throws: ``BeyondRange`` for a finite number that would become infinite.
    func numbers<Scalar: TensorScalar>(
        _ bytes: UnsafeRawBufferPointer, count: Int
    ) throws -> [Scalar] {
        switch (kind, byteCount) {
        case (.real, 2):
            numbers(bytes, count) { (bits: UInt16) in Scalar(Self.halfPrecision(bits)) }
        case (.real, 4):
            numbers(bytes, count) { (bits: UInt32) in Scalar(Float(bitPattern: bits)) }
        case (.real, _): try rounded(numbers(bytes, count) { Double(bitPattern: $0) })
        case (.upperHalf, _):
            numbers(bytes, count) { (bits: UInt16) in
                Scalar(Float(bitPattern: UInt32(bits) << 16))
            }
        case (.signed, 1): numbers(bytes, count) { (bits: UInt8) in Scalar(Int8(bitPattern: bits)) }
        case (.signed, 2):
            numbers(bytes, count) { (bits: UInt16) in Scalar(Int16(bitPattern: bits)) }
        case (.signed, 4):
            numbers(bytes, count) { (bits: UInt32) in Scalar(Int32(bitPattern: bits)) }
        case (.signed, _):
            numbers(bytes, count) { (bits: UInt64) in Scalar(Int64(bitPattern: bits)) }
        case (.unsigned, 1): numbers(bytes, count) { (bits: UInt8) in Scalar(bits) }
        case (.unsigned, 2): numbers(bytes, count) { (bits: UInt16) in Scalar(bits) }
        case (.unsigned, 4): numbers(bytes, count) { (bits: UInt32) in Scalar(bits) }
        case (.unsigned, _): numbers(bytes, count) { (bits: UInt64) in Scalar(bits) }
        case (.boolean, _): numbers(bytes, count) { (bits: UInt8) in bits == 0 ? 0 : 1 }
        }
    }

    /// Turns the bits of each element into a number.
    private func numbers<Bits: FixedWidthInteger & BitwiseCopyable, Number>(
        _ bytes: UnsafeRawBufferPointer, _ count: Int, _ number: (Bits) -> Number
    ) -> [Number] {
        [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                let bits = bytes.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self)
                (buffer.baseAddress! + index).initialize(
                    to: number(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)))
            }
            initialized = count
        }
    }

    /// The numbers in the precision of the scalar.
    private func rounded<Scalar: TensorScalar>(_ numbers: [Double]) throws -> [Scalar] {
        try numbers.enumerated().map { index, number in
            let rounded = Scalar(number)
            guard rounded.isFinite || !number.isFinite else {
                throw BeyondRange(index: index, value: number)
            }
            return rounded
        }
    }

    /// The number in the 16 bits of IEEE 754's half precision; not every processor knows that type.
    private static func halfPrecision(_ bits: UInt16) -> Double {
        let sign: Double = bits >> 15 == 0 ? 1 : -1
        let (exponent, fraction) = (Int(bits >> 10) & 31, Double(bits & 1023) / 1024)
        switch exponent {
        case 0: return sign * fraction * 0x1p-14
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            return sign * (1 + fraction)
                * Double(sign: .plus, exponent: exponent - 15, significand: 1)
        }
    }
}

/// A finite number of a file that a tensor of `Float` cannot hold.
struct BeyondRange: Error {
    /// The place of the element, in the order of the file.
    let index: Int

    let value: Double
}
