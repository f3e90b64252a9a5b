import Foundation

extension Parameterized where Scalar == Float {
    /// Saves the parameters and statistics as a safetensors file; it appears whole or not at all.
    ///
    /// The file holds the numbers by name, not the shape of the network: ``load(from:)`` gives them to
    /// a network that was built in the same way. Other programs read it too: `safetensors.torch`,
    /// for instance.
    ///
    /// ```swift
    /// var generator = SeededGenerator(seed: 1)
    /// var network = Dense<Float>(inputs: 4, outputs: 3, using: &generator)
    /// try network.save(to: file)
    /// try network.load(from: file)
    /// ```
    ///
    /// - Parameters:
    ///   - url: the file.
    ///   - metadata: what else should be remembered, such as the names of the classes.
    /// - Throws: ``CheckpointError/unusableNumber(name:value:)`` if a number is infinite or none: a good
    ///   file is never replaced by a bad one. ``CheckpointError/unwritable(path:reason:)``.
    public func save(to url: URL, metadata: [String: String] = [:]) throws {
        let checkpoint = Checkpoint(of: self, metadata: metadata)
        try checkpoint.requireFinite()
        try checkpoint.write(to: url)
    }

    /// Gives the network the parameters and statistics of a file that ``save(to:metadata:)`` wrote.
    ///
    /// - Returns: the file's metadata.
    /// - Throws: ``CheckpointError`` if the file is missing, damaged, of another network, or holds a
    ///   number that is infinite or none; the network is then as it was before.
    @discardableResult
    public mutating func load(from url: URL) throws -> [String: String] {
        let checkpoint = try Checkpoint(contentsOf: url)
        try checkpoint.requireFinite()
        try checkpoint.restore(&self)
        return checkpoint.metadata
    }
}

extension Checkpoint {
    /// Stops with the name of the first tensor that holds a number that is infinite or none.
    fileprivate func requireFinite() throws {
        for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
            guard let bad = tensor.firstNotFinite else { continue }
            throw CheckpointError.unusableNumber(name: name, value: word(for: Double(bad)))
        }
    }
}
