/// A piece of a store: kind and length of its content in four bytes each, the content, and a checksum
/// of all these.
struct StorePiece {
    /// What a piece holds; in the file the kind is a word of four letters.
    enum Kind: UInt32, CaseIterable {
        /// The name of a slide and its patient, before its first patch. "SLID"
        case slide = 0x4449_4c53

        /// What is known of a patch, and its pixels. "PTCH"
        case patch = 0x4843_5450

        /// What is known of some patches once more, so that it can be read without their pixels. "TABL"
        case table = 0x4c42_4154

        /// Where all that lies. "INDX"
        case index = 0x5844_4e49
    }

    /// The bytes besides the content: kind, length and checksum.
    static let overhead = 12

    /// The bytes of kind and length.
    static let prefix = 8

    let kind: Kind
    let content: ArraySlice<UInt8>

    init(_ kind: Kind, _ content: some Sequence<UInt8>) {
        self.kind = kind
        self.content = ArraySlice(content)
    }

    /// A piece from all of its bytes; nil if it is damaged.
    init?(_ bytes: [UInt8]) {
        guard let (kind, length) = Self.start(of: bytes), Self.overhead + length == bytes.count
        else { return nil }
        var end = FieldReader(bytes[(Self.prefix + length)...])
        guard end.number() == CyclicRedundancyCheck.sum(of: bytes[..<(Self.prefix + length)]) else {
            return nil
        }
        self.init(kind, bytes[Self.prefix..<(Self.prefix + length)])
    }

    /// Kind and length of the content, from the first bytes of a piece.
    static func start(of bytes: [UInt8]) -> (kind: Kind, length: Int)? {
        var fields = FieldReader(bytes[...])
        guard let kind = fields.number(UInt32.self).flatMap(Kind.init),
            let length = fields.number(UInt32.self)
        else { return nil }
        return (kind, Int(length))
    }

    var bytes: [UInt8] {
        var fields = FieldWriter()
        fields.append(kind.rawValue)
        fields.append(UInt32(content.count))
        fields.append(content)
        fields.append(CyclicRedundancyCheck.sum(of: fields.bytes))
        return fields.bytes
    }
}
