/// What a forward pass is for: some layers do one thing while they learn and another afterwards.
public struct Pass: Sendable {
    private let seed: UInt64?
    private let path: String

    /// What layers have measured on the way, by path; shared by the pass inside all parts.
    private let measured: Locked<[String: any Sendable]>?

    /// A pass that predicts.
    public static let inference = Pass(seed: nil, path: "", measured: nil)

    /// A pass that learns. Use another seed for each step, or each step drops the same numbers.
    public static func training(seed: UInt64) -> Pass {
        Pass(seed: seed, path: "", measured: Locked([:]))
    }

    /// Whether the pass learns.
    public var isTraining: Bool { seed != nil }

    /// The pass inside a part of a larger layer. The name is the one of the part's parameters.
    public func entering(_ name: String) -> Pass {
        if !isTraining { return self }
        let inner = path.isEmpty ? name : "\(path).\(name)"
        return Pass(seed: seed, path: inner, measured: measured)
    }

    /// The random stream of the layer at this path; nil at inference.
    ///
    /// It is decided by the seed and the path alone, so two layers never share one, and adding a
    /// layer does not change what another one draws.
    public var generator: SeededGenerator? {
        seed.map { SeededGenerator(seed: $0, stream: path) }
    }

    /// Notes what a statistic of the layer at this path shall become. Layers are values that a pass
    /// cannot change: the training step applies it with `model.updateStatistics(from: pass)`.
    public func collect<Scalar>(_ name: String, _ statistic: Tensor<Scalar>) {
        let key = path.isEmpty ? name : "\(path).\(name)"
        measured?.withLock { $0[key] = statistic }
    }

    /// What was noted, by path.
    fileprivate var collected: [String: any Sendable] { measured?.withLock { $0 } ?? [:] }
}

extension Parameterized {
    /// Sets the statistics to what the layers have measured in a training pass.
    public mutating func updateStatistics(from pass: Pass) {
        var collected = pass.collected
        if collected.isEmpty { return }
        forEachStatistic { name, statistic in
            if let value = collected.removeValue(forKey: name) as? Tensor<Scalar> {
                statistic = value
            }
        }
        require(
            collected.isEmpty,
            """
            a layer has measured \(collected.keys.sorted()), which the model does not visit: visit \
            the statistics of each part, and name the part to the pass by pass.entering(name)
            """)
    }
}
