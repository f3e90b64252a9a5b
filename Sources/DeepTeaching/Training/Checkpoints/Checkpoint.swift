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

    /// A checkpoint of a model's parameters and statistics.
    public init<Model: Parameterized<Float>>(
        of model: Model, metadata: [String: String] = [:]
    ) {
        let pairs = (model.parameters + model.statistics).map { ($0.name, $0.value) }
        self.init(tensors: Dictionary(uniqueKeysWithValues: pairs), metadata: metadata)
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

    /// The tensors whose names begin with `name` and a full stop, without these.
    func part(_ name: String) -> Checkpoint {
        let start = name + "."
        let own = tensors.filter { $0.key.hasPrefix(start) }
            .map { (String($0.key.dropFirst(start.count)), $0.value) }
        return Checkpoint(tensors: Dictionary(uniqueKeysWithValues: own))
    }

    /// Gives a model the parameters and statistics of this checkpoint.
    ///
    /// Names and shapes must be the same on both sides, all numbers finite, and running variances 0 or
    /// more.
    ///
    /// - Throws: ``CheckpointError``; the model is then as it was before.
    public func restore<Model: Parameterized<Float>>(_ model: inout Model) throws {
        let expected = model.parameters + model.statistics
        for (name, value) in expected {
            guard let tensor = tensors[name] else {
                throw CheckpointError.missingTensor(name: name)
            }
            guard tensor.shape == value.shape else {
                throw CheckpointError.wrongShape(
                    name: name, expected: value.shape, found: tensor.shape)
            }
            try tensor.requireUsable(as: name, allowingNegative: !name.hasSuffix("Variance"))
        }
        let names = Set(expected.map(\.name))
        if let extra = tensors.keys.sorted().first(where: { !names.contains($0) }) {
            throw CheckpointError.unexpectedTensor(name: extra)
        }
        model.forEachParameter { name, parameter in
            if let tensor = tensors[name] { parameter.value = tensor }
        }
        model.forEachStatistic { name, statistic in
            if let tensor = tensors[name] { statistic = tensor }
        }
    }
}

extension Tensor where Scalar == Float {
    /// Refuses numbers with which nothing can be computed.
    ///
    /// - Throws: ``CheckpointError/unusableNumber(name:value:)``.
    func requireUsable(as name: String, allowingNegative: Bool = true) throws {
        let isNegative = { (number: Float) in !allowingNegative && number < 0 }
        guard let bad = firstNotFinite ?? elements.first(where: isNegative) else { return }
        throw CheckpointError.unusableNumber(name: name, value: word(for: Double(bad)))
    }
}
