/// How the weights of a new layer are drawn: so that signals neither fade nor grow from layer to
/// layer.
public enum Initializer: Sendable, Equatable {
    /// Normal with deviation sqrt(2 / inputs): for layers before a ReLU, which halves the signal.
    ///
    /// Source: He et al., Delving deep into rectifiers, 2015.
    case he

    /// Uniform from -r to r with r = sqrt(6 / (inputs + outputs)): for layers without a ReLU.
    ///
    /// Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
    /// networks, 2010.
    case glorot

    /// The initialiser that suits an activation.
    static func suiting(_ activation: Activation) -> Initializer {
        switch activation {
        case .relu, .leakyRelu, .gelu: .he
        case .identity, .hyperbolicTangent, .sigmoid, .softplus: .glorot
        }
    }

    /// A square kernel `[side, side, inputs / groups, outputs]` of a convolution.
    func kernel<Scalar>(
        side: Int, inputs: Int, outputs: Int, groups: Int = 1,
        using generator: inout SeededGenerator
    ) -> Tensor<Scalar> {
        require(
            side > 0 && inputs > 0 && outputs > 0,
            "a kernel of side \(side) from \(inputs) to \(outputs) channels: each is 1 or more")
        let shape = [side, side, inputs / groups, outputs]
        _ = elementCount(of: shape)  // so that no product of its sides overflows
        return weights(
            shape, inputs: side * side * (inputs / groups),
            outputs: side * side * outputs / groups, using: &generator)
    }

    /// Weights of a shape; `inputs` and `outputs` are the numbers that one sum is formed of, and
    /// that one number takes part in.
    func weights<Scalar>(
        _ shape: [Int], inputs: Int, outputs: Int, using generator: inout SeededGenerator
    ) -> Tensor<Scalar> {
        switch self {
        case .he:
            let deviation = (2 / Double(max(inputs, 1))).squareRoot()
            return .normal(shape, standardDeviation: deviation, using: &generator)
        case .glorot:
            let radius = (6 / max(Double(inputs) + Double(outputs), 1)).squareRoot()
            return .uniform(shape, from: -radius, to: radius, using: &generator)
        }
    }
}
