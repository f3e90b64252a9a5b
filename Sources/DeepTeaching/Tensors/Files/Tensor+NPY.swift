import Foundation

/// Files of one tensor, as NumPy reads and writes them.
///
/// The file: the mark "\\x93NUMPY", the version, the length of the header (little-endian), the header,
/// then the elements one after the other.
///
/// Source: NumPy, the format .npy, 2007.
extension Tensor {
    /// Reads a `.npy` file of numbers of any type: real numbers of 2, 4 or 8 bytes, integers, and
    /// truth values as 0 and 1.
    ///
    /// Each number is rounded to the nearest that the scalar holds, as a conversion does. `Float`
    /// holds whole numbers exactly up to 2^24, `Double` up to 2^53: read large integers, such as
    /// labels or indices, as `Tensor<Double>`. A number beyond the range of the scalar is refused,
    /// and so are bytes behind the elements.
    ///
    /// - Throws: ``TensorFileError``, which says what is wrong with the file.
    public init(npy url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw TensorFileError.unreadable(path: url.path)
        }
        try self.init(npy: data)
    }

    /// Reads the bytes of a `.npy` file.
    ///
    /// - Throws: ``TensorFileError``, which says what is wrong with the bytes.
    public init(npy data: Data) throws {
        let bytes = Data(data)  // counted from 0
        let (header, start) = try Self.npyHeader(of: bytes)
        let found = bytes.count - start
        guard let expected = header.byteCount else {
            throw TensorFileError.malformedHeader(
                reason: "no machine holds the shape \(header.shape)")
        }
        guard found == expected else {
            throw TensorFileError.wrongLength(expectedBytes: expected, foundBytes: found)
        }
        let elements: [Scalar]
        do {
            elements = try bytes.withUnsafeBytes {
                try header.type.numbers(
                    UnsafeRawBufferPointer(rebasing: $0[start...]),
                    count: expected / header.type.byteCount)
            }
        } catch let error as BeyondRange {
            throw TensorFileError.beyondRange(index: error.index, value: error.value)
        }
        guard header.isColumnMajor else {
            self.init(elements, shape: header.shape)
            return
        }
        let turned = Tensor(elements, shape: header.shape.reversed())
        self = turned.transposed((0..<turned.rank).reversed())
    }

    /// The header, and where the elements begin.
    private static func npyHeader(of bytes: Data) throws -> (NPYHeader, start: Int) {
        guard bytes.count >= 8, bytes.prefix(6) == npyMark else {
            throw TensorFileError.otherFormat
        }
        let major = Int(bytes[6])
        guard 1...3 ~= major, bytes[7] == 0 else {
            throw TensorFileError.unknownVersion(major: major, minor: Int(bytes[7]))
        }
        let start = major == 1 ? 10 : 12
        guard bytes.count >= start else {
            throw TensorFileError.malformedHeader(reason: "its length is cut off")
        }
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - start else {
            throw TensorFileError.malformedHeader(reason: "it is longer than the file")
        }
        guard length <= npyMaximumHeader else {
            throw TensorFileError.malformedHeader(reason: "it has \(length) characters")
        }
        let header = try NPYHeader(bytes[start..<start + length], allowingLong: major < 3)
        return (header, start + length)
    }

    /// Writes a `.npy` file. It appears whole or not at all.
    ///
    /// - Throws: ``TensorFileError/unwritable(path:reason:)``.
    public func write(npy url: URL) throws {
        do { try npyData.write(to: url, options: .atomic) } catch {
            throw TensorFileError.unwritable(path: url.path, reason: systemReason(error))
        }
    }

    /// The bytes of a `.npy` file.
    public var npyData: Data {
        let lengths = shape.map { "\($0)" }.joined(separator: ", ") + (rank == 1 ? "," : "")
        let type = "<f\(MemoryLayout<Scalar>.size)"
        let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(lengths)), }"
        // Spaces and a line feed up to a multiple of 64, so that the elements are aligned.
        let space = 63 - (10 + header.utf8.count) % 64
        let padded = Data((header + String(repeating: " ", count: space) + "\n").utf8)
        let length = Data([UInt8(padded.count & 255), UInt8(padded.count >> 8)])
        return npyMark + Data([1, 0]) + length + padded + littleEndianBytes
    }

    /// The elements, one after the other, the lowest byte of each first.
    var littleEndianBytes: Data {
        var bytes = elements.withUnsafeBytes { Data($0) }
        #if _endian(big)
            let size = MemoryLayout<Scalar>.size
            for start in stride(from: 0, to: bytes.count, by: size) {
                bytes[start..<start + size].reverse()
            }
        #endif
        return bytes
    }
}

private let npyMark = Data([0x93] + Array("NUMPY".utf8))

/// NumPy reads no longer header either.
private let npyMaximumHeader = 10_000
