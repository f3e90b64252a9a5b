import Foundation

/// The bytes of a checkpoint file.
enum SafetensorsFormat {
    /// One tensor's line of the header.
    private struct Entry: Codable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]
    }

    /// The whole header: tensors by name, and the metadata under a name of its own.
    private struct Header: Codable {
        var entries: [String: Entry] = [:]
        var metadata: [String: String] = [:]

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
            static let metadata = Key(stringValue: "__metadata__")
        }

        init() {}

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys {
                if key.stringValue == Key.metadata.stringValue {
                    metadata = try container.decode([String: String].self, forKey: key)
                } else {
                    entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
                }
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            if !metadata.isEmpty { try container.encode(metadata, forKey: .metadata) }
            for (name, entry) in entries {
                try container.encode(entry, forKey: Key(stringValue: name))
            }
        }
    }

    /// The bytes of the file: names in alphabetical order, so equal checkpoints give equal bytes.
    static func data(of checkpoint: Checkpoint) throws -> Data {
        var header = Header()
        header.metadata = checkpoint.metadata
        var numbers = Data()
        for (name, tensor) in checkpoint.tensors.sorted(by: { $0.key < $1.key }) {
            let begin = numbers.count
            numbers += tensor.littleEndianBytes
            header.entries[name] = Entry(
                dtype: "F32", shape: tensor.shape, data_offsets: [begin, numbers.count])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var json = try encoder.encode(header)
        // Spaces up to a multiple of 8, so that the numbers are aligned.
        json.append(contentsOf: [UInt8](repeating: 0x20, count: (8 - json.count % 8) % 8))
        var data = Data()
        withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
        return data + json + numbers
    }

    /// The checkpoint in the bytes of a file.
    static func checkpoint(from data: Data) throws -> Checkpoint {
        guard data.count >= 8 else { throw CheckpointError.tooShort(bytes: data.count) }
        let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(data.count - 8) else {
            throw CheckpointError.headerBeyondFile(headerBytes: length, fileBytes: data.count)
        }
        let numbersStart = data.startIndex + 8 + Int(length)
        let json = data[(data.startIndex + 8)..<numbersStart]
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(json))
        } catch {
            throw CheckpointError.malformedHeader(reason: "it is not the JSON that is expected")
        }
        let numbers = data[numbersStart...]
        var tensors: [String: Tensor<Float>] = [:]
        for (name, entry) in header.entries {
            tensors[name] = try tensor(named: name, entry, in: numbers)
        }
        return Checkpoint(tensors: tensors, metadata: header.metadata)
    }

    private static func tensor(
        named name: String, _ entry: Entry, in numbers: Data
    ) throws -> Tensor<Float> {
        guard entry.dtype == "F32" else {
            throw CheckpointError.wrongType(name: name, type: entry.dtype)
        }
        guard entry.data_offsets.count == 2, let count = count(of: entry.shape) else {
            throw CheckpointError.malformedHeader(reason: "tensor \(name) has no shape or no place")
        }
        let (begin, end) = (entry.data_offsets[0], entry.data_offsets[1])
        guard 0 <= begin, begin <= end, end <= numbers.count, end - begin == count * 4 else {
            throw CheckpointError.wrongPlace(
                name: name, begin: begin, end: end, expectedBytes: count * 4,
                fileBytes: numbers.count)
        }
        let elements = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            numbers.withUnsafeBytes { bytes in
                for index in 0..<count {
                    let bits = bytes.loadUnaligned(
                        fromByteOffset: begin + 4 * index, as: UInt32.self)
                    buffer[index] = Float(bitPattern: UInt32(littleEndian: bits))
                }
            }
            initialized = count
        }
        return Tensor(elements, shape: entry.shape)
    }

    /// The number of elements; nil if a length is negative or the product absurd.
    private static func count(of shape: [Int]) -> Int? {
        var count = 1
        for length in shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: length)
            guard length >= 0, !overflows, product < Int.max / 8 else { return nil }
            count = product
        }
        return count
    }
}
