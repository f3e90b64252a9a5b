extension Checkpoint {
    /// A checkpoint of a model's parameters and statistics.
    public init<Model: Parameterized<Float>>(
        of model: Model, metadata: [String: String] = [:]
    ) {
        let pairs = (model.parameters + model.statistics).map { ($0.name, $0.value) }
        self.init(tensors: Dictionary(uniqueKeysWithValues: pairs), metadata: metadata)
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
