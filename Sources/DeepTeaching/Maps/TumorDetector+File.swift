import Foundation

extension TumorDetector {
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
        let own = [
            "networks": "\(networks.count)", "side": "\(side)",
            "hidden": "\(networks[0].hidden.bias.value.count)",
            "micronsPerPixel": "\(micronsPerPixel)",
        ]
        try Checkpoint(tensors: tensors, metadata: metadata.merging(own) { $1 }).write(to: url)
    }

    /// Reads a file that `save` wrote.
    ///
    /// - Throws: `CheckpointError` if it is missing, damaged, or something else, or if a weight is no
    ///   number.
    public init(contentsOf url: URL) throws {
        let checkpoint = try Checkpoint(contentsOf: url)
        func number<Number: LosslessStringConvertible>(_ name: String) throws -> Number {
            guard let number = checkpoint.metadata[name].flatMap(Number.init) else {
                throw CheckpointError.malformedHeader(reason: "its metadata lack \(name)")
            }
            return number
        }
        let count: Int = try number("networks")
        let side: Int = try number("side")
        let hidden: Int = try number("hidden")
        let micronsPerPixel: Double = try number("micronsPerPixel")
        guard micronsPerPixel > 0, micronsPerPixel.isFinite else {
            throw CheckpointError.unusableNumber(
                name: "micronsPerPixel", value: word(for: micronsPerPixel))
        }
        // Before anything of these sizes is made, the file must hold it.
        guard Self.sides.contains(side) else {
            throw CheckpointError.malformedHeader(
                reason: "patches have a side of \(Self.sides) pixels, not \(side)")
        }
        let inputs = (side / 8) * (side / 8) * 64
        let weights = checkpoint.tensors["network0.hidden.weights"]?.shape
        guard count > 0, count <= checkpoint.tensors.count, hidden > 0, weights == [inputs, hidden]
        else { throw CheckpointError.malformedHeader(reason: "its sizes do not fit its tensors") }
        let networks = try (0..<count).map { index in
            var generator = SeededGenerator(seed: 0)
            var network = PatchClassifier<Float>(
                side: side, hidden: hidden, classes: 2, using: &generator)
            try checkpoint.part("network\(index).").restore(&network)
            guard network.isBounded else {
                throw CheckpointError.unusableNumber(
                    name: "network\(index)", value: "numbers so large that sums overflow")
            }
            return network
        }
        let names = networks.indices.flatMap { index in
            checkpoint.part("network\(index).").tensors.keys.map { "network\(index).\($0)" }
        }
        let known = Set(names)
        if let name = checkpoint.tensors.keys.sorted().first(where: { !known.contains($0) }) {
            throw CheckpointError.unexpectedTensor(name: name)
        }
        self.init(networks: networks, micronsPerPixel: micronsPerPixel)
    }

    /// The sides that a file may state; a network's weights grow with their square.
    private static let sides = 8...4096
}

extension PatchClassifier<Float> {
    /// Whether every patch gives finite numbers: no sum can be larger than that of a white patch
    /// where all weights are positive.
    fileprivate var isBounded: Bool {
        var largest = self
        largest.forEachParameter { _, parameter in
            parameter.value = Tensor(
                parameter.value.elements.map(abs), shape: parameter.value.shape)
        }
        let white = Tensor<Float>.ones([1, side, side, 3])
        return largest(Variable(white), in: .inference).value.elements.allSatisfy(\.isFinite)
    }
}

extension Checkpoint {
    /// The tensors whose names begin with `prefix`, without it.
    fileprivate func part(_ prefix: String) -> Checkpoint {
        let pairs = tensors.filter { $0.key.hasPrefix(prefix) }
            .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
        return Checkpoint(tensors: Dictionary(uniqueKeysWithValues: pairs))
    }
}
