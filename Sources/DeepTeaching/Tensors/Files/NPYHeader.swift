/// The header of a `.npy` file: a dictionary in the language Python, such as
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
struct NPYHeader: Equatable {
    let type: ElementType
    let isColumnMajor: Bool
    let shape: [Int]

    init(_ text: String) throws {
        let type = try Self.value(of: "descr", in: text)
        guard let mark = type.first, mark == "'" || mark == "\"",
            let end = type.dropFirst().firstIndex(of: mark)
        else {
            throw TensorFileError.wrongType(String(type.prefix(40)))  // a record of several fields
        }
        self.type = try ElementType(numPy: String(type[type.index(after: type.startIndex)..<end]))
        let order = try Self.value(of: "fortran_order", in: text)
        guard order.hasPrefix("True") || order.hasPrefix("False") else {
            throw TensorFileError.malformedHeader(reason: "fortran_order is neither True nor False")
        }
        isColumnMajor = order.hasPrefix("True")
        let lengths = try Self.value(of: "shape", in: text)
        guard lengths.hasPrefix("("), let close = lengths.firstIndex(of: ")") else {
            throw TensorFileError.malformedHeader(reason: "the shape is no list of lengths")
        }
        shape = try lengths[lengths.index(after: lengths.startIndex)..<close]
            .split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            .map { length in
                guard let length = Int(length), length >= 0 else {
                    throw TensorFileError.malformedHeader(
                        reason: "\(length) is no length of an axis")
                }
                return length
            }
    }

    /// What follows a key, up to the end of the header.
    private static func value(of key: String, in text: String) throws -> Substring {
        for mark in ["'", "\""] {
            guard let range = text.firstRange(of: mark + key + mark) else { continue }
            let rest = text[range.upperBound...].drop { $0 == " " }
            if rest.first == ":" { return rest.dropFirst().drop { $0 == " " } }
        }
        throw TensorFileError.malformedHeader(reason: "it has no \(key)")
    }

    /// The number of bytes of all elements; nil if the machine cannot count them.
    var byteCount: Int? {
        var bytes = type.byteCount
        for length in shape {
            let (product, overflows) = bytes.multipliedReportingOverflow(by: length)
            guard !overflows else { return nil }
            bytes = product
        }
        return bytes
    }
}
