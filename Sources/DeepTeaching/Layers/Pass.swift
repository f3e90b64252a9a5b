/// What a forward pass is for: some layers do one thing while they learn and another afterwards.
public struct Pass: Sendable {
    private let seed: UInt64?
    private let path: String

    /// A pass that predicts.
    public static let inference = Pass(seed: nil, path: "")

    /// A pass that learns. Use another seed for each step, or each step drops the same numbers.
    public static func training(seed: UInt64) -> Pass { Pass(seed: seed, path: "") }

    /// Whether the pass learns.
    public var isTraining: Bool { seed != nil }

    /// The pass inside a part of a larger layer. The name is the one of the part's parameters.
    public func entering(_ name: String) -> Pass {
        isTraining ? Pass(seed: seed, path: path.isEmpty ? name : "\(path).\(name)") : self
    }

    /// The random stream of the layer at this path; nil at inference.
    ///
    /// It is decided by the seed and the path alone, so two layers never share one, and adding a
    /// layer does not change what another one draws.
    public var generator: SeededGenerator? {
        seed.map { SeededGenerator(seed: $0, stream: path) }
    }
}
