import DeepTeaching
import Foundation

/// Files of one tensor. Accepted means: the header is a dictionary of the three keys and nothing
/// else, the elements fill the rest of the file, and what is written again is the same.
struct NPYFormat: FileFormat {
    static let name = "npy"
    static let words = [
        "'descr'", "'fortran_order'", "'shape'", "True", "False", "2L", "'<f4'", "'>i8'", "'|b1'",
        "(2, 3)", "(3,)", "()", "{", "}", ", ", ": ", "'<f2'", "'<U3'", "None",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "tensor.npy") }

    var samples: [Data] {
        [
            Tensor<Float>((0..<6).map(Float.init), shape: [2, 3]).npyData,
            Tensor<Double>([1.5], shape: []).npyData,
            Self.bytes("{'descr': '>i8', 'fortran_order': True, 'shape': (2, 2), }", count: 32),
            Self.bytes("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }", count: 3),
            Self.bytes("{'descr': '<f2', 'fortran_order': False, 'shape': (0, 4), }", count: 0),
        ]
    }

    private static func bytes(_ header: String, count: Int) -> Data {
        let elements = Data((0..<count).map { UInt8($0 % 2) })
        return Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count + 1), 0])
            + Data((header + "\n").utf8) + elements
    }

    /// The length of the header, as version 1 writes it.
    static func mended(_ bytes: Data) -> Data {
        guard bytes.count > 10, let end = bytes.firstIndex(of: 0x0a), end >= 10 else {
            return bytes
        }
        var mended = bytes
        let length = end + 1 - 10
        mended[6] = 1
        (mended[8], mended[9]) = (UInt8(length & 255), UInt8(length >> 8 & 255))
        return mended
    }

    func fault(in bytes: Data) throws -> String? {
        let tensor = try Tensor<Double>(npy: file)
        // Versions 2 and 3 have two more bytes for the length.
        let start = bytes[6] == 1 ? 10 : 12
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
        guard let size = Self.elementSize(in: header) else {
            return "NumPy would not read this header: \(header)"
        }
        guard tensor.count * size == bytes.count - start - length else {
            return "\(tensor.count) elements of \(size) bytes do not fill the file"
        }
        let again = try Tensor<Double>(npy: tensor.npyData)
        let isSame =
            again.shape == tensor.shape
            && zip(again.elements, tensor.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
        return isSame ? nil : "written and read again it is another tensor"
    }

    /// The bytes of an element, if the header is one as NumPy reads it: the three keys in any order;
    /// of a key that stands twice the last one counts.
    private static func elementSize(in header: String) -> Int? {
        let space = "[ \\t\\n\\r\\f]*"
        let type = "[uU]?(?:'[<>=|]?[a-zA-Z?]+\\d*'|\"[<>=|]?[a-zA-Z?]+\\d*\")"
        let shape = "\\((?:\(space)\\d+L?\(space),)*(?:\(space)\\d+L?)?\(space)\\)"
        let values = ["descr": type, "fortran_order": "(?:True|False)", "shape": shape]
        let item = values.map { "['\"]\($0)['\"]\(space):\(space)\($1)\(space)" }
            .joined(separator: "|")
        let pattern =
            "^\(space)\\{\(space)(?:(?:\(item)),\(space))*(?:\(item))?\\}\(space)$"
        let isDictionary = header.range(of: pattern, options: .regularExpression) != nil
        guard isDictionary, values.keys.allSatisfy(header.contains),
            let found = header.matches(
                of: /descr['"]\s*:\s*[uU]?['"][<>=|]?([a-zA-Z?])(\d*)['"]/
            ).last
        else { return nil }
        // A letter alone stands for a type of the language C.
        let sizes: [Substring: Int] = [
            "?": 1, "b": 1, "B": 1, "h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "f": 4, "l": 8, "L": 8,
            "q": 8, "Q": 8, "p": 8, "P": 8, "d": 8,
        ]
        return found.2.isEmpty ? sizes[found.1] : Int(found.2)
    }
}
