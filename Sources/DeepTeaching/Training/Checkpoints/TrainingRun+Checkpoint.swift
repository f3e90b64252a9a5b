import Foundation

/// The numbers of a run that are no tensors, as its file keeps them.
private struct RunRecord: Codable {
    let settings: TrainingSettings
    let position: TrainingPosition
    let earlyStopping: EarlyStopping?
    let optimizerSteps: Int
    let fullRate: Double

    /// Whether the counters are ones that a training can have reached, and the early stopping is
    /// that of the settings.
    var isPossible: Bool {
        let rule = settings.earlyStopping
        return [position.epoch, position.batch, position.step, optimizerSteps]
            .allSatisfy { 0 <= $0 && $0 < 1 << 53 }
            && position.batch <= position.step && position.lossSum.isFinite
            && earlyStopping?.measure == rule?.measure
            && earlyStopping?.patience == rule?.patience
            && earlyStopping?.minimumImprovement == rule?.minimumImprovement
            && earlyStopping?.waited ?? 0 >= 0 && earlyStopping?.best?.isFinite ?? true
    }
}

extension TrainingRun {
    /// The whole run as tensors and words: parameters and statistics under "model", what the optimiser
    /// remembers under "optimizer", averaged weights under "average", the best model under "best".
    public func checkpoint() throws -> Checkpoint {
        var tensors: [String: Tensor<Float>] = [:]
        for (name, value) in Checkpoint(of: model).tensors { tensors["model.\(name)"] = value }
        if let best {
            for (name, value) in Checkpoint(of: best).tensors { tensors["best.\(name)"] = value }
        }
        for (kind, values) in optimizer.memory.tensors {
            for (index, value) in values.enumerated() {
                tensors["optimizer.\(kind).\(index)"] = value
            }
        }
        for (index, value) in (average?.values ?? []).enumerated() {
            tensors["average.\(index)"] = value
        }
        let record = RunRecord(
            settings: settings, position: position, earlyStopping: earlyStopping,
            optimizerSteps: optimizer.memory.steps, fullRate: fullRate)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(record), as: UTF8.self)
        return Checkpoint(tensors: tensors, metadata: ["training": json])
    }

    /// Saves the run as a safetensors file, which appears whole or not at all.
    ///
    /// - Throws: ``TrainingError/notANumber(epoch:step:place:value:)`` if a parameter, or what the
    ///   optimiser remembers of one, is no number: a good file is never replaced by a bad one. ``CheckpointError/unwritable(path:reason:)``.
    public func save(to file: URL) throws {
        let parameters = model.parameters + model.statistics
        let parts = parameters.map { ("the parameter \($0.name)", $0.value) }
        let memories = optimizer.memory.tensors.sorted { $0.key < $1.key }.flatMap { kind, values in
            values.map { ("a number of the optimiser's \(kind)", $0) }
        }
        for (part, value) in parts + memories {
            guard let bad = value.firstNotFinite else { continue }
            throw TrainingError.notANumber(
                epoch: position.epoch, step: position.step, place: part,
                value: word(for: Double(bad)))
        }
        try checkpoint().write(to: file)
    }

    /// Goes back to where a file was saved; does nothing if there is no such file.
    ///
    /// - Returns: whether there was a file.
    /// - Throws: ``CheckpointError`` if the file is damaged, of another model, or holds a number with
    ///   which nothing can be computed, and
    ///   ``TrainingError/otherSettings(path:)``; the run is then as it was. More epochs than before
    ///   are no other settings.
    @discardableResult
    public mutating func resume(from file: URL) throws -> Bool {
        guard FileManager.default.fileExists(atPath: file.path) else { return false }
        let checkpoint = try Checkpoint(contentsOf: file)
        guard let json = checkpoint.metadata["training"],
            let record = try? JSONDecoder().decode(RunRecord.self, from: Data(json.utf8)),
            record.isPossible
        else {
            throw CheckpointError.malformedHeader(reason: "its metadata say nothing of a training")
        }
        var expected = record.settings
        expected.epochs = settings.epochs
        guard expected == settings, record.fullRate == fullRate else {
            throw TrainingError.otherSettings(path: file.path)
        }
        var resumed = self
        try checkpoint.part("model").restore(&resumed.model)
        try resumed.restoreOptimizer(checkpoint.part("optimizer"), steps: record.optimizerSteps)
        try resumed.restoreAverage(checkpoint.part("average"))
        if record.earlyStopping?.best != nil {
            var best = resumed.model
            try checkpoint.part("best").restore(&best)
            resumed.best = best
        }
        if let name = resumed.firstUnknown(of: checkpoint.tensors.keys.sorted()) {
            throw CheckpointError.unexpectedTensor(name: name)
        }
        resumed.position = record.position
        resumed.earlyStopping = record.earlyStopping
        self = resumed
        return true
    }

    private mutating func restoreOptimizer(_ part: Checkpoint, steps: Int) throws {
        var memory = OptimizerMemory<Float>(steps: steps)
        let shapes = model.parameters.map(\.value.shape)
        for kind in optimizer.memory.tensors.keys {
            let own = part.part(kind)
            // None before the first step, otherwise one for each parameter.
            memory.tensors[kind] =
                own.tensors.isEmpty
                ? []
                : try own.tensors(
                    ofShapes: shapes, in: kind, allowingNegative: kind != "squares")
        }
        // A half of what it remembers is as wrong as another model's.
        let isBegun = memory.tensors.values.contains { !$0.isEmpty }
        if isBegun, let missing = memory.tensors.filter(\.value.isEmpty).keys.min() {
            throw CheckpointError.missingTensor(name: "\(missing).0")
        }
        optimizer.memory = memory
    }

    private mutating func restoreAverage(_ part: Checkpoint) throws {
        guard average != nil else { return }
        average?.values = try part.tensors(
            ofShapes: model.parameters.map(\.value.shape), in: "average")
    }

    /// The first of these names of tensors that is none of this run's.
    private func firstUnknown(of names: [String]) -> String? {
        let numbers = model.parameters.indices
        let kinds = optimizer.memory.tensors.keys
        let known = Set(
            kinds.flatMap { kind in numbers.map { "optimizer.\(kind).\($0)" } }
                + (average == nil ? [] : numbers.map { "average.\($0)" }))
        // Those of the model and the best one have been compared already.
        let compared = best == nil ? ["model."] : ["model.", "best."]
        return names.first { name in
            !compared.contains(where: name.hasPrefix) && !known.contains(name)
        }
    }
}

extension Checkpoint {
    /// The tensors "0", "1" and so on, which must have these shapes and finite numbers.
    fileprivate func tensors(
        ofShapes shapes: [[Int]], in part: String, allowingNegative: Bool = true
    ) throws -> [Tensor<Float>] {
        try shapes.enumerated().map { index, shape in
            guard let tensor = tensors["\(index)"] else {
                throw CheckpointError.missingTensor(name: "\(part).\(index)")
            }
            guard tensor.shape == shape else {
                throw CheckpointError.wrongShape(
                    name: "\(part).\(index)", expected: shape, found: tensor.shape)
            }
            try tensor.requireUsable(
                as: "\(part).\(index)", allowingNegative: allowingNegative)
            return tensor
        }
    }
}
