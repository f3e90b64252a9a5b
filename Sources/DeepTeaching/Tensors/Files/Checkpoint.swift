import Foundation

/// Named tensors and a few words about them, as a safetensors file keeps them.
///
/// The file: 8 bytes that say how long the header is (little-endian), the header in JSON, which gives
/// each tensor's type, shape and place, then the numbers one after the other.
///
/// Source: the safetensors format, Hugging Face, 2022.
public struct Checkpoint: Sendable, Equatable {
    /// The tensors by name.
    public var tensors: [String: Tensor<Float>]

    /// What else should be remembered: the classes, the seed, the date of the data.
    public var metadata: [String: String]

    /// A checkpoint of these tensors.
    public init(tensors: [String: Tensor<Float>], metadata: [String: String] = [:]) {
        self.tensors = tensors
        self.metadata = metadata
    }

    /// Reads a file of tensors of real numbers (F64, F32, F16, BF16), integers, or truth values as
    /// 0 and 1.
    ///
    /// Each number is rounded to the nearest Float, so whole numbers are exact up to 2^24. The
    /// tensors hold what the file says, not-a-number too: `restore(_:)` refuses it. Refused are, as
    /// in the reference implementation, a header that is no strict JSON, and tensors that overlap
    /// or do not fill the file; besides, names that stand twice.
    ///
    /// - Throws: ``CheckpointError``, which says what is wrong with the file.
    public init(contentsOf url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw CheckpointError.unreadable(path: url.path)
        }
        self = try SafetensorsFormat.checkpoint(from: data)
    }

    /// Writes a file. It appears whole or not at all.
    ///
    /// - Throws: ``CheckpointError/unwritable(path:reason:)``.
    public func write(to url: URL) throws {
        do {
            try SafetensorsFormat.data(of: self).write(to: url, options: .atomic)
        } catch {
            throw CheckpointError.unwritable(path: url.path, reason: systemReason(error))
        }
    }
}
