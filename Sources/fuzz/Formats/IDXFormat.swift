import DeepTeaching
import Foundation

/// IDX files. Accepted means: the header is the one of the format, and the elements fill the rest of
/// the file.
struct IDXFormat: FileFormat {
    static let name = "idx"

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "digits-idx3-ubyte") }

    var samples: [Data] {
        [
            Self.bytes(type: 8, [2, 3, 2], count: 12), Self.bytes(type: 8, [5], count: 5),
            Self.bytes(type: 0x0b, [2, 2], count: 8), Self.bytes(type: 0x0d, [3], count: 12),
            Self.bytes(type: 0x0e, [], count: 8), Self.bytes(type: 9, [0, 4], count: 0),
        ]
    }

    private static func bytes(type: UInt8, _ shape: [UInt8], count: Int) -> Data {
        Data([0, 0, type, UInt8(shape.count)] + shape.flatMap { [0, 0, 0, $0] })
            + Data((0..<count).map { UInt8($0 % 7) })
    }

    func fault(in bytes: Data) throws -> String? {
        let tensor = try Tensor<Double>(idx: file)
        let sizes: [UInt8: Int] = [8: 1, 9: 1, 0x0b: 2, 0x0c: 4, 0x0d: 4, 0x0e: 8]
        guard bytes[0] == 0, bytes[1] == 0, let size = sizes[bytes[2]] else {
            return "this header is none of the format"
        }
        let rank = Int(bytes[3])
        guard tensor.rank == rank, tensor.count * size == bytes.count - 4 - 4 * rank else {
            return "\(tensor.count) elements of \(size) bytes do not fill the file"
        }
        let lengths = (0..<rank).map { axis in
            bytes[4 + 4 * axis..<8 + 4 * axis].reduce(0) { $0 * 256 + Int($1) }
        }
        return lengths == tensor.shape ? nil : "the shape is \(tensor.shape), not \(lengths)"
    }
}
