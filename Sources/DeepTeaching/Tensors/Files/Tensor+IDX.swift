import Foundation

/// Files of one tensor as the data sets of handwritten digits come in.
///
/// The file: two bytes of 0, the type of the elements, the number of axes, the length of each axis in
/// four bytes, then the elements one after the other; all numbers are big-endian.
///
/// Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, 1998.
extension Tensor {
    /// Reads an IDX file: pictures `[count, height, width]`, labels `[count]`, or what else it holds.
    ///
    /// Numbers stay as they are: a pixel of 255 becomes 255, not 1. A compressed file, whose name ends in
    /// .gz, must be unpacked before. The length of the file is compared with its shape before any
    /// element is read, so that a damaged header asks for no more memory than the file has bytes.
    ///
    /// - Throws: ``TensorFileError``, which says what is wrong with the file.
    public init(idx url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw TensorFileError.unreadable(path: url.path)
        }
        try self.init(idx: data)
    }

    /// Reads the bytes of an IDX file.
    ///
    /// - Throws: ``TensorFileError``, which says what is wrong with the bytes.
    public init(idx data: Data) throws {
        let bytes = Data(data)  // counted from 0
        let (type, shape) = try idxHeader(of: bytes)
        let start = 4 + 4 * shape.count
        guard let expected = type.byteCount(of: shape) else {
            throw TensorFileError.malformedHeader(reason: "no machine holds the shape \(shape)")
        }
        guard bytes.count - start == expected else {
            throw TensorFileError.wrongLength(
                expectedBytes: expected, foundBytes: bytes.count - start)
        }
        do {
            let elements: [Scalar] = try bytes.withUnsafeBytes {
                try type.numbers(
                    UnsafeRawBufferPointer(rebasing: $0[start...]),
                    count: expected / type.byteCount)
            }
            self.init(elements, shape: shape)
        } catch let error as BeyondRange {
            throw TensorFileError.beyondRange(index: error.index, value: error.value)
        }
    }
}

/// The type of the elements, and the shape.
private func idxHeader(of bytes: Data) throws -> (ElementType, shape: [Int]) {
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
        throw TensorFileError.notIDX(isCompressed: bytes.starts(with: [0x1f, 0x8b]))
    }
    guard let type = idxTypes[bytes[2]] else {
        throw TensorFileError.wrongType("number \(bytes[2]), which the format does not have")
    }
    let rank = Int(bytes[3])
    guard rank <= ElementType.maximumRank else {
        throw TensorFileError.malformedHeader(reason: "a tensor of \(rank) axes is none")
    }
    guard bytes.count >= 4 + 4 * rank else {
        throw TensorFileError.malformedHeader(reason: "it is longer than the file")
    }
    let shape = (0..<rank).map { axis in
        bytes[4 + 4 * axis..<8 + 4 * axis].reduce(0) { $0 << 8 | Int($1) }
    }
    return (type, shape)
}

private let idxTypes: [UInt8: ElementType] = [
    0x08: ElementType(kind: .unsigned, byteCount: 1, isBigEndian: true),
    0x09: ElementType(kind: .signed, byteCount: 1, isBigEndian: true),
    0x0b: ElementType(kind: .signed, byteCount: 2, isBigEndian: true),
    0x0c: ElementType(kind: .signed, byteCount: 4, isBigEndian: true),
    0x0d: ElementType(kind: .real, byteCount: 4, isBigEndian: true),
    0x0e: ElementType(kind: .real, byteCount: 8, isBigEndian: true),
]
