extension ElementType {
    /// The type that NumPy writes as "<f4", and what else it takes for a type of numbers: "f4", a
    /// character of the language C such as "<q", a word such as "float32".
    ///
    /// - Throws: `TensorFileError.wrongType` for a type that no tensor can hold.
    init(numPy name: String) throws {
        var code = name[...]
        let order = code.first.flatMap { "<>|=".contains($0) ? $0 : nil }
        if order != nil { code = code.dropFirst() }
        guard let type = Self.codes[String(code)] ?? (order == nil ? Self.words[name] : nil) else {
            throw TensorFileError.wrongType(name)
        }
        self = type
        isBigEndian = order == ">"
    }

    /// The type that safetensors writes as "F32"; nil for one that no tensor can hold.
    init?(safetensors name: String) {
        guard let type = Self.safetensors[name] else { return nil }
        self = type
    }

    private static func real(_ byteCount: Int) -> Self { Self(kind: .real, byteCount: byteCount) }

    private static func signed(_ byteCount: Int) -> Self {
        Self(kind: .signed, byteCount: byteCount)
    }

    private static func unsigned(_ byteCount: Int) -> Self {
        Self(kind: .unsigned, byteCount: byteCount)
    }

    private static let boolean = Self(kind: .boolean, byteCount: 1)

    // One character is a type of C where `long` has 64 bits.
    private static let codes: [String: Self] = [
        "f2": real(2), "f4": real(4), "f8": real(8), "e": real(2), "f": real(4), "d": real(8),
        "i1": signed(1), "i2": signed(2), "i4": signed(4), "i8": signed(8),
        "b": signed(1), "h": signed(2), "i": signed(4), "l": signed(8), "q": signed(8),
        "p": signed(8), "n": signed(8),
        "u1": unsigned(1), "u2": unsigned(2), "u4": unsigned(4), "u8": unsigned(8),
        "B": unsigned(1), "H": unsigned(2), "I": unsigned(4), "L": unsigned(8), "Q": unsigned(8),
        "P": unsigned(8), "N": unsigned(8),
        "b1": boolean, "?": boolean,
    ]

    private static let words: [String: Self] = [
        "float16": real(2), "float32": real(4), "float64": real(8),
        "half": real(2), "single": real(4), "double": real(8),
        "int8": signed(1), "int16": signed(2), "int32": signed(4), "int64": signed(8),
        "uint8": unsigned(1), "uint16": unsigned(2), "uint32": unsigned(4), "uint64": unsigned(8),
        "bool": boolean,
    ]

    private static let safetensors: [String: Self] = [
        "F16": real(2), "F32": real(4), "F64": real(8),
        "BF16": Self(kind: .upperHalf, byteCount: 2),
        "I8": signed(1), "I16": signed(2), "I32": signed(4), "I64": signed(8),
        "U8": unsigned(1), "U16": unsigned(2), "U32": unsigned(4), "U64": unsigned(8),
        "BOOL": boolean,
    ]
}
