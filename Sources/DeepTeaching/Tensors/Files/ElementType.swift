/// How a file stores one number.
struct ElementType: Equatable {
    /// What the bits mean.
    enum Kind: Character {
        case real = "f"
        case signed = "i"
        case unsigned = "u"
        case boolean = "b"
    }

    let kind: Kind
    let byteCount: Int
    let isBigEndian: Bool

    /// The type that NumPy writes as "<f4" and the like.
    init(numPy name: String) throws {
        guard let order = name.first, "<>|=".contains(order),
            let kind = name.dropFirst().first.flatMap({ Kind(rawValue: $0) }),
            let byteCount = Int(name.dropFirst(2)),
            Self.sizes(of: kind).contains(byteCount)
        else { throw TensorFileError.wrongType(name) }
        self.kind = kind
        self.byteCount = byteCount
        isBigEndian = order == ">"
    }

    private static func sizes(of kind: Kind) -> [Int] {
        switch kind {
        case .real: [2, 4, 8]
        case .signed, .unsigned: [1, 2, 4, 8]
        case .boolean: [1]
        }
    }

    /// The numbers that `count` elements stand for; real numbers and large integers are rounded to
    /// what the scalar can hold.
    func numbers<Scalar: TensorScalar>(_ bytes: UnsafeRawBufferPointer, count: Int) -> [Scalar] {
        (0..<count).map { index in
            let own = bytes[index * byteCount..<(index + 1) * byteCount]
            let bits = (isBigEndian ? Array(own) : own.reversed())
                .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return number(bits)
        }
    }

    private func number<Scalar: TensorScalar>(_ bits: UInt64) -> Scalar {
        switch (kind, byteCount) {
        case (.real, 2): Scalar(halfPrecision(UInt16(bits)))
        case (.real, 4): Scalar(Float(bitPattern: UInt32(bits)))
        case (.real, _): Scalar(Double(bitPattern: bits))
        case (.signed, _):
            // The sign stands in the uppermost bit of the element.
            Scalar(Int64(bitPattern: bits << (64 - 8 * byteCount)) >> (64 - 8 * byteCount))
        case (.unsigned, _): Scalar(bits)
        case (.boolean, _): bits == 0 ? 0 : 1
        }
    }
}

/// The number in the 16 bits of IEEE 754's half precision; not every processor knows that type.
private func halfPrecision(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let (exponent, fraction) = (Int(bits >> 10) & 31, Double(bits & 1023) / 1024)
    switch exponent {
    case 0: return sign * fraction * 0x1p-14
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default:
        return sign * (1 + fraction) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
}
