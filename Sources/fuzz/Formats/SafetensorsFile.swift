import DeepTeaching
import Foundation

/// Files of named tensors. Accepted means: the places of the tensors, taken from the header by another
/// reader, cover the rest of the file without a gap or an overlap, and no name stands twice.
struct SafetensorsFile: FileFormat {
    static let name = "safetensors"
    static let words = [
        "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"F32\"", "\"F16\"", "\"BF16\"", "\"I64\"",
        "\"BOOL\"", "\"__metadata__\"", "[0,24]", "[24,32]", "{", "}", ",", "\"a\":", "\\u0061",
        "-",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "model.safetensors") }

    var samples: [Data] {
        get throws {
            let matrix = Tensor<Float>((0..<6).map(Float.init), shape: [2, 3])
            let tensors = [["a": matrix, "b": Tensor([1, 2], shape: [2])], ["a": matrix], [:]]
            return try tensors.map { tensors in
                try Checkpoint(tensors: tensors, metadata: ["seed": "1"]).write(to: file)
                return try Data(contentsOf: file)
            } + [
                Self.bytes(
                    "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[4,12]}} ",
                    count: 12)
            ]
        }
    }

    private static func bytes(_ header: String, count: Int) -> Data {
        let length = UInt64(header.utf8.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
            + Data(header.utf8) + Data(count: count)
    }

    /// The length of the header, if it ends with the last brace.
    static func mended(_ bytes: Data) -> Data {
        guard bytes.count > 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else {
            return bytes
        }
        return Self.length(end - 7) + bytes.dropFirst(8)
    }

    private static func length(_ count: Int) -> Data {
        Data((0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) })
    }

    func fault(in bytes: Data) throws -> String? {
        let checkpoint = try Checkpoint(contentsOf: file)
        let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        let header = bytes[8..<8 + length]
        guard let read = try? JSONSerialization.jsonObject(with: Data(header)),
            var entries = read as? [String: Any]
        else { return "the header is no JSON object" }
        entries["__metadata__"] = nil
        let places = entries.values.compactMap { ($0 as? [String: Any])?["data_offsets"] as? [Int] }
            .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        guard places.count == entries.count, entries.count == checkpoint.tensors.count else {
            return "\(entries.count) tensors stand in the header, \(checkpoint.tensors.count) came"
        }
        var end = 0
        for place in places {
            guard place[0] == end else { return "a tensor begins at \(place[0]), not at \(end)" }
            end = place[1]
        }
        guard end == bytes.count - 8 - length else { return "bytes are left over at the end" }
        let named =
            String(decoding: header, as: UTF8.self)
            .components(separatedBy: "\"data_offsets\"").count - 1
        return named > entries.count ? "a name stands twice in the header" : nil
    }
}
