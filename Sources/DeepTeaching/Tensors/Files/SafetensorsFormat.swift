import Foundation

/// The bytes of a checkpoint file.
enum SafetensorsFormat {
    /// No header may be longer, as in the reference implementation.
    static let maximumHeader = 100_000_000

    /// The name in the header under which the metadata stand.
    static let metadataName = "__metadata__"

    /// One tensor's line of the header, and the whole header, as they are written.
    private struct Header: Encodable {
        struct Entry: Encodable {
            let dtype = "F32"
            let shape: [Int]
            let data_offsets: [Int]
        }

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        var entries: [String: Entry] = [:]
        let metadata: [String: String]

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            if !metadata.isEmpty {
                try container.encode(metadata, forKey: Key(stringValue: metadataName))
            }
            for (name, entry) in entries {
                try container.encode(entry, forKey: Key(stringValue: name))
            }
        }
    }

    /// The bytes of the file: names in alphabetical order, so equal checkpoints give equal bytes.
    static func data(of checkpoint: Checkpoint) throws -> Data {
        require(
            checkpoint.tensors[metadataName] == nil,
            "no tensor of a checkpoint can have the name \(metadataName): it stands for the metadata"
        )
        var header = Header(metadata: checkpoint.metadata)
        var numbers = Data()
        for (name, tensor) in checkpoint.tensors.sorted(by: { $0.key < $1.key }) {
            let begin = numbers.count
            numbers += tensor.littleEndianBytes
            header.entries[name] = Header.Entry(
                shape: tensor.shape, data_offsets: [begin, numbers.count])
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
        guard length <= maximumHeader else {
            throw CheckpointError.malformedHeader(
                reason: "it has \(length) bytes, more than the \(maximumHeader) that are read")
        }
        let numbersStart = data.startIndex + 8 + Int(length)
        let header = try SafetensorsHeader(data[(data.startIndex + 8)..<numbersStart])
        let numbers = data[numbersStart...]
        try header.requireOffsets(in: numbers.count)
        var tensors: [String: Tensor<Float>] = [:]
        for entry in header.entries {
            tensors[entry.name] = try numbers.withUnsafeBytes { try entry.tensor(in: $0) }
        }
        return Checkpoint(tensors: tensors, metadata: header.metadata)
    }
}
