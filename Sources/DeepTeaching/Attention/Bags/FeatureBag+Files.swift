import Foundation

// Feature extractors for slides leave one file for each slide, with one row of features and one place
// for each patch. Their numbers may be of any type: many write half precision or bfloat16.
extension FeatureBag {
    /// The names under which most extractors keep features and places.
    public static let usualNames = (features: "features", coordinates: "coords")

    /// Reads a bag from a safetensors file.
    ///
    /// Numbers become `Float`, which holds whole numbers exactly up to 2^24: more than any slide has
    /// pixels on a side.
    ///
    /// - Parameters:
    ///   - url: the file.
    ///   - features: the name of the tensor of features.
    ///   - coordinates: the name of the tensor of places. If it is not in the file, the bag has no
    ///     coordinates; nil to leave them alone.
    /// - Throws: ``CheckpointError`` if the file cannot be read or is damaged, ``AttentionError`` if what
    ///   it holds is no bag.
    public init(
        safetensors url: URL, features: String = usualNames.features,
        coordinates: String? = usualNames.coordinates
    ) throws {
        let file = try Checkpoint(contentsOf: url)
        guard let rows = file.tensors[features] else {
            throw AttentionError.missingTensor(name: features, found: file.tensors.keys.sorted())
        }
        try self.init(features: rows, coordinates: coordinates.flatMap { file.tensors[$0] })
    }

    /// Reads a bag from a `.npy` file of features, and one of places if there is one.
    ///
    /// - Parameters:
    ///   - url: the file of features, `[instance, feature]`.
    ///   - coordinates: the file of places, `[instance, 2]`.
    /// - Throws: ``TensorFileError`` if a file cannot be read or is damaged, ``AttentionError`` if what
    ///   they hold is no bag.
    public init(npy url: URL, coordinates: URL? = nil) throws {
        try self.init(
            features: Tensor(npy: url), coordinates: coordinates.map { try Tensor(npy: $0) })
    }

    /// Writes the bag as a safetensors file, under the usual names. It appears whole or not at all.
    ///
    /// - Throws: ``CheckpointError/unwritable(path:reason:)``.
    public func write(safetensors url: URL) throws {
        var tensors = [Self.usualNames.features: features]
        tensors[Self.usualNames.coordinates] = coordinates
        try Checkpoint(tensors: tensors).write(to: url)
    }
}
