import Foundation

extension TumorDetector.Fitted {
    /// Writes the networks as a safetensors file; it appears whole or not at all.
    ///
    /// - Throws: `CheckpointError`, also if a weight is no number: a good file is never replaced by
    ///   a bad one.
    public func save(to url: URL, metadata: [String: String] = [:]) throws {
        var tensors: [String: Tensor<Float>] = [:]
        for (index, network) in networks.enumerated() {
            for (name, tensor) in Checkpoint(of: network).tensors {
                try tensor.requireUsable(as: "network\(index).\(name)")
                tensors["network\(index).\(name)"] = tensor
            }
        }
        var own = [
            "networks": "\(networks.count)", "side": "\(side)",
            "micronsPerPixel": "\(micronsPerPixel)",
        ]
        if let normalization {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            own["normalization"] = String(
                decoding: try encoder.encode(normalization), as: UTF8.self)
        }
        try Checkpoint(tensors: tensors, metadata: metadata.merging(own) { $1 }).write(to: url)
    }

    /// Reads a file that `save` wrote.
    ///
    /// - Throws: `CheckpointError` if it is missing, damaged, or something else, or if a weight is no
    ///   number.
    public init(contentsOf url: URL) throws {
        let checkpoint = try Checkpoint(contentsOf: url)
        let count: Int = try checkpoint.number("networks")
        let side: Int = try checkpoint.number("side")
        let micronsPerPixel: Double = try checkpoint.number("micronsPerPixel")
        guard micronsPerPixel > 0, micronsPerPixel.isFinite else {
            throw CheckpointError.unusableNumber(
                name: "micronsPerPixel", value: word(for: micronsPerPixel))
        }
        guard Self.sides.contains(side) else {
            throw CheckpointError.malformedHeader(
                reason: "patches have a side of \(Self.sides) pixels, not \(side)")
        }
        guard count > 0, count <= checkpoint.tensors.count else {
            throw CheckpointError.malformedHeader(reason: "it cannot hold \(count) networks")
        }
        let networks = try (0..<count).map { index in
            try checkpoint.network("network\(index)", side: side)
        }
        let known = Set(
            networks.enumerated().flatMap { index, network in
                Checkpoint(of: network).tensors.keys.map { "network\(index).\($0)" }
            })
        if let name = checkpoint.tensors.keys.sorted().first(where: { !known.contains($0) }) {
            throw CheckpointError.unexpectedTensor(name: name)
        }
        self.init(
            networks: networks, micronsPerPixel: micronsPerPixel,
            normalization: try checkpoint.normalization())
    }

    /// The sides that a file may state; a network's weights grow with their square.
    private static let sides = PatchClassifier<Float>.smallestSide...4096
}

extension Checkpoint {
    /// The normalization of the metadata; files without one are of networks that know all stainings.
    fileprivate func normalization() throws -> SlideNormalization? {
        guard let text = metadata["normalization"] else { return nil }
        do {
            return try JSONDecoder().decode(SlideNormalization.self, from: Data(text.utf8))
        } catch {
            throw CheckpointError.malformedHeader(reason: "its normalization cannot be read")
        }
    }

    /// A number of the metadata.
    fileprivate func number<Number: LosslessStringConvertible>(_ name: String) throws -> Number {
        guard let number = metadata[name].flatMap(Number.init) else {
            throw CheckpointError.malformedHeader(reason: "its metadata lack \(name)")
        }
        return number
    }

    /// The network whose tensors begin with a name, for patches of two classes.
    fileprivate func network(_ name: String, side: Int) throws -> PatchClassifier<Float> {
        let own = part(name)
        let network = PatchClassifier<Float>(side: side) { own.tensors[$0]?.shape }
        guard var network, network.first.convolution.weights.shape[2] == 3,
            network.output.bias.shape == [2]
        else {
            throw CheckpointError.malformedHeader(
                reason: "the tensors of \(name) are of no network for patches of \(side) pixels")
        }
        try own.restore(&network)
        guard network.isBounded else {
            throw CheckpointError.unusableNumber(
                name: name, value: "numbers so large that sums overflow")
        }
        return network
    }
}
