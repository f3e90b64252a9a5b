import Foundation

/// The header of a safetensors file, checked as the reference implementation checks it.
struct SafetensorsHeader {
    /// What it says of one tensor.
    struct Entry {
        let name: String
        let type: ElementType
        let shape: [Int]

        /// Where the numbers stand, counted from the end of the header.
        let begin: Int
        let end: Int

        /// The tensor, its numbers rounded to the nearest Float.
        func tensor(in numbers: UnsafeRawBufferPointer) throws -> Tensor<Float> {
            do {
                let elements: [Float] = try type.numbers(
                    UnsafeRawBufferPointer(rebasing: numbers[begin..<end]),
                    count: (end - begin) / type.byteCount)
                return Tensor(elements, shape: shape)
            } catch let error as BeyondRange {
                throw CheckpointError.beyondRange(
                    name: name, index: error.index, value: error.value)
            }
        }
    }

    /// The tensors in the order in which their numbers stand.
    let entries: [Entry]

    let metadata: [String: String]

    /// Reads the bytes of a header.
    init(_ json: Data) throws {
        guard json.first == UInt8(ascii: "{"), String(bytes: json, encoding: .utf8) != nil,
            case .object(var members) = try StrictJSON(json)
        else { throw CheckpointError.malformedHeader(reason: "it is no JSON object in UTF-8") }
        metadata = try Self.metadata(members.removeValue(forKey: SafetensorsFormat.metadataName))
        entries = try members.map { try Self.entry(named: $0.key, $0.value) }
            .sorted { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }
    }

    private static func metadata(_ value: StrictJSON?) throws -> [String: String] {
        guard let value, value != .word("null") else { return [:] }
        guard case .object(let members) = value else {
            throw CheckpointError.malformedHeader(reason: "the metadata are no texts by name")
        }
        return try members.mapValues { member in
            guard case .text(let text) = member else {
                throw CheckpointError.malformedHeader(reason: "the metadata are no texts by name")
            }
            return text
        }
    }

    private static func entry(named name: String, _ value: StrictJSON) throws -> Entry {
        guard case .object(let members) = value, case .text(let typeName)? = members["dtype"],
            let shape = members["shape"]?.counts, shape.count <= ElementType.maximumRank,
            let offsets = members["data_offsets"]?.counts, offsets.count == 2
        else {
            throw CheckpointError.malformedHeader(
                reason: "tensor \(name) has no type, no shape or no place")
        }
        guard let type = ElementType(safetensors: typeName) else {
            throw CheckpointError.wrongType(name: name, type: typeName)
        }
        return Entry(name: name, type: type, shape: shape, begin: offsets[0], end: offsets[1])
    }

    /// Each tensor has the bytes that its shape needs, and each byte belongs to one tensor: where
    /// tensors overlap, changing one changes the other, and between them anything can hide.
    func requireOffsets(in byteCount: Int) throws {
        var end = 0
        for entry in entries {
            guard let expected = entry.type.byteCount(of: entry.shape) else {
                throw CheckpointError.malformedHeader(
                    reason: "no machine holds the shape \(entry.shape) of tensor \(entry.name)")
            }
            guard entry.begin <= entry.end, entry.end <= byteCount,
                entry.end - entry.begin == expected
            else {
                throw CheckpointError.wrongOffsets(
                    name: entry.name, begin: entry.begin, end: entry.end, expectedBytes: expected,
                    fileBytes: byteCount)
            }
            guard entry.begin >= end else {
                throw CheckpointError.overlap(name: entry.name, begin: entry.begin, before: end)
            }
            guard entry.begin == end else {
                throw CheckpointError.unusedBytes(begin: end, end: entry.begin)
            }
            end = entry.end
        }
        guard end == byteCount else {
            throw CheckpointError.unusedBytes(begin: end, end: byteCount)
        }
    }
}
