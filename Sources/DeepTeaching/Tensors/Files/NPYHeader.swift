/// The header of a `.npy` file: a dictionary in the language Python, such as
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
struct NPYHeader: Equatable {
    let type: ElementType
    let isColumnMajor: Bool
    let shape: [Int]

    /// Reads a header as NumPy does.
    ///
    /// - Parameter allowingLong: whether numbers may end in L, as files of Python 2 have them.
    init(_ text: some Collection<UInt8>, allowingLong: Bool) throws {
        guard case .dictionary(let entries) = try PythonLiteral(text, allowingLong: allowingLong)
        else { throw TensorFileError.malformedHeader(reason: "it is no dictionary") }
        func entry(_ key: String) throws -> PythonLiteral {
            guard let value = entries[key] else {
                throw TensorFileError.malformedHeader(reason: "it has no \(key)")
            }
            return value
        }
        let (type, order, lengths) = (
            try entry("descr"), try entry("fortran_order"), try entry("shape")
        )
        guard entries.count == 3 else {
            throw TensorFileError.malformedHeader(
                reason: "it has more entries than descr, fortran_order and shape")
        }
        guard case .text(let name) = type else {
            throw TensorFileError.wrongType("a record of several fields")
        }
        self.type = try ElementType(numPy: name)
        guard case .boolean(let isColumnMajor) = order else {
            throw TensorFileError.malformedHeader(reason: "fortran_order is neither True nor False")
        }
        self.isColumnMajor = isColumnMajor
        shape = try Self.shape(lengths)
    }

    private static func shape(_ literal: PythonLiteral) throws -> [Int] {
        guard case .tuple(let lengths) = literal, lengths.count <= ElementType.maximumRank else {
            throw TensorFileError.malformedHeader(reason: "the shape is no list of lengths")
        }
        return try lengths.map { length in
            guard case .integer(let length) = length else {
                throw TensorFileError.malformedHeader(reason: "the shape is no list of lengths")
            }
            guard length >= 0 else {
                throw TensorFileError.malformedHeader(reason: "\(length) is no length of an axis")
            }
            return length
        }
    }

    /// The number of bytes of all elements; nil if the machine cannot count them.
    var byteCount: Int? { type.byteCount(of: shape) }
}
