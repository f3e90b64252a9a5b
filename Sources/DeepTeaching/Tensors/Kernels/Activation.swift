/// What happens to each number that a layer has computed.
public enum Activation: String, Sendable, Codable, CaseIterable {
    /// Nothing.
    case identity

    /// max(x, 0).
    case relu

    /// x above 0, x / 100 below.
    case leakyRelu

    /// x times the probability that a normal draw is below x.
    case gelu

    /// tanh(x).
    case hyperbolicTangent

    /// 1 / (1 + exp(-x)).
    case sigmoid

    /// log(1 + exp(x)).
    case softplus

    /// The part of the activation that matrix products and convolutions compute themselves.
    var fused: Activation { self == .relu ? .relu : .identity }

    /// The part that is left to be computed after them.
    var remainder: Activation { self == .relu ? .identity : self }
}

extension Tensor {
    /// The activation of each element.
    public func activated(_ activation: Activation) -> Tensor {
        switch activation {
        case .identity: self
        case .relu: relu()
        case .leakyRelu: leakyRelu()
        case .gelu: gelu()
        case .hyperbolicTangent: hyperbolicTangent()
        case .sigmoid: sigmoid()
        case .softplus: softplus()
        }
    }
}
