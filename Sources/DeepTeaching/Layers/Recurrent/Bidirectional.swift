/// Two layers, one of which sees the sequence in its order and one against it: each step knows what
/// came before and what comes after.
///
/// `[batch, time, inputs]` to `[batch, time, 2 * hidden]`: the forward states, then the backward ones.
/// Of two layers that give only their ``Last`` state, `[batch, 2 * hidden]`: each after the whole
/// sequence.
///
/// Source: Schuster and Paliwal, Bidirectional recurrent neural networks, 1997.
public struct Bidirectional<Inner: Layer>: Layer {
    /// The numbers that the parameters hold.
    public typealias Scalar = Inner.Scalar

    /// The layer that reads from the start.
    public var forward: Inner

    /// The layer that reads from the end.
    public var backward: Inner

    /// A pair of layers.
    public init(forward: Inner, backward: Inner) {
        self.forward = forward
        self.backward = backward
    }

    /// The states of both layers after each step.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        require(
            input.shape.count == 3,
            "sequences have the shape [batch, time, inputs], not \(input.shape)")
        let before = forward(input, in: pass)
        let after = backward(input.reversed(axis: 1), in: pass)
        // A last state has no time to be turned round.
        if before.shape.count == 2 { return .concatenated([before, after], axis: 1) }
        return .concatenated([before, after.reversed(axis: 1)], axis: 2)
    }

    /// Visits both layers.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("forward", &forward)
        visitor("backward", &backward)
    }
}
