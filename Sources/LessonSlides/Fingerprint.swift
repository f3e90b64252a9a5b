import Foundation

/// A number that becomes another when anything of some bytes changes by accident: FNV-1a with 64
/// bits.
///
/// Source: FOWLER, Glenn, Landon Curt NOLL and Phong VO. The FNV hash, 1991.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
    private let value: UInt64

    /// The fingerprint of some bytes, in their order.
    public init(of data: Data) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        data.withUnsafeBytes { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        value = hash
    }

    /// The fingerprint of a text in UTF-8.
    public init(of text: String) { self.init(of: Data(text.utf8)) }

    /// Sixteen hexadecimal digits.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
