/// What a forward pass is for: some layers do one thing while they learn and another afterwards.
///
/// All layers of a model share the pass, one after the other. A layer that draws random numbers or
/// measures statistics says its path, which it knows from the visitor: so each layer has a stream
/// and statistics of its own.
public struct Pass: Sendable {
    private let seed: UInt64?

    /// What the layers have drawn and measured on the way.
    private let notes: Locked<Notes>

    private struct Notes: Sendable {
        /// How many streams were drawn from, by path.
        var streams: [String: Int] = [:]

        /// What statistics shall become, by path.
        var statistics: [String: any Sendable] = [:]
    }

    private init(seed: UInt64?) {
        self.seed = seed
        notes = Locked(Notes())
    }

    /// A pass that predicts.
    public static let inference = Pass(seed: nil)

    /// A pass that learns. Use another seed for each step, or each step drops the same numbers.
    public static func training(seed: UInt64) -> Pass { Pass(seed: seed) }

    /// Whether the pass learns.
    public var isTraining: Bool { seed != nil }

    /// A new random stream for the layer at a path; nil at inference.
    ///
    /// It is decided by the seed and the path, so adding a layer does not change what another one
    /// draws. Who asks again in the same pass gets the next stream of the path: a layer that is applied
    /// twice, or two that nobody has named, never draw the same numbers.
    public func makeGenerator(at path: String = "") -> SeededGenerator? {
        guard let seed else { return nil }
        let earlier = notes.withLock { notes in
            defer { notes.streams[path, default: 0] += 1 }
            return notes.streams[path, default: 0]
        }
        return SeededGenerator(seed: seed, stream: earlier == 0 ? path : "\(path)#\(earlier)")
    }

    /// Notes what a statistic shall become. Layers are values that a pass cannot change: the training
    /// step applies it with `model.updateStatistics(from: pass)`.
    ///
    /// - Parameters:
    ///   - name: the name by which the layer visits the statistic.
    ///   - path: the layer's path.
    ///   - statistic: the new value.
    public func collect<Scalar>(_ name: String, at path: String, _ statistic: Tensor<Scalar>) {
        if !isTraining { return }
        let key = path.isEmpty ? name : "\(path).\(name)"
        notes.withLock { $0.statistics[key] = statistic }
    }

    /// What was noted, by path.
    fileprivate var collected: [String: any Sendable] { notes.withLock { $0.statistics } }
}

extension Parameterized {
    /// Tells each layer its path. `gradients(of:at:)` does so by itself; it is needed only for a
    /// training pass elsewhere whose statistics are to be used.
    public mutating func nameParts() { forEachParameter { _, _ in } }

    /// Sets the statistics to what the layers have measured in a training pass.
    public mutating func updateStatistics(from pass: Pass) {
        var collected = pass.collected
        if collected.isEmpty { return }
        forEachStatistic { path, statistic in
            if let value = collected.removeValue(forKey: path) as? Tensor<Scalar> {
                statistic = value
            }
        }
        require(
            collected.isEmpty,
            """
            a layer has measured \(collected.keys.sorted()), which the model does not visit: name \
            each part in visit(with:), and for a pass outside of gradients(of:at:) call nameParts() first
            """)
    }
}
