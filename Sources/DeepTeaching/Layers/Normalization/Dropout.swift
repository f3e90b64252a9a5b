/// While learning, sets each number to 0 with a probability p, and multiplies the others by
/// 1 / (1 - p), so that the expected value stays; at inference it does nothing.
///
/// The pass's seed and the layer's path decide what is dropped.
///
/// Source: Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting,
/// JMLR, 2014.
public struct Dropout<Scalar: TensorScalar>: ParameterFreeLayer {
    /// p.
    public let probability: Double

    /// Where the layer stands in its model.
    private var path = ""

    /// A layer that drops with a probability from 0 up to but not including 1.
    public init(probability: Double) {
        require(
            0 <= probability && probability < 1,
            "numbers cannot be dropped with probability \(probability)")
        self.probability = probability
    }

    /// The layer's answer to a batch.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        guard probability > 0, var generator = pass.makeGenerator(at: path) else {
            return input
        }
        let kept = Scalar(1 / (1 - probability))
        let mask = (0..<input.value.count).map { _ in
            generator.uniform() < probability ? 0 : kept
        }
        return input * Variable(Tensor(mask, shape: input.shape))
    }

    /// Takes note of where the layer stands.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) { path = visitor.path }
}
