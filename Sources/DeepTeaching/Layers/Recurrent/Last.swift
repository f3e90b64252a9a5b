/// A layer that reads a sequence step by step, from the first to the last: its answer to a step knows
/// that step and those before it.
///
/// `[batch, time, inputs]` to `[batch, time, hidden]`.
public protocol RecurrentLayer<Scalar>: Layer {}

extension Recurrent: RecurrentLayer {}
extension GRU: RecurrentLayer {}
extension LSTM: RecurrentLayer {}

/// The last state of a recurrent layer: what it knows after having read the whole sequence.
///
/// `[batch, time, inputs]` to `[batch, hidden]`, where a dense layer can follow. The state before the
/// first step is 0, and so is the answer to a sequence of no steps. Parameters have the names of the
/// inner layer's, so that either reads the file of the other.
///
///     Sequential([Last(LSTM(inputs: 8, hidden: 16, using: &generator)), dense])
///
/// Of both directions each reads to its own end:
/// `Bidirectional(forward: Last(lstm), backward: Last(otherLSTM))`.
public struct Last<Inner: RecurrentLayer>: Layer {
    /// The numbers that the parameters hold.
    public typealias Scalar = Inner.Scalar

    /// The layer that reads.
    public var inner: Inner

    /// The last state of this layer.
    public init(_ inner: Inner) { self.inner = inner }

    /// The state after the last step.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        let states = inner(input, in: pass)
        let time = states.shape[1]
        if time == 0 { return Variable(.zeros([states.shape[0], states.shape[2]])) }
        return states.slice(time - 1..<time, axis: 1).removingAxis(1)
    }

    /// The state after the last step of each sequence, where shorter ones are filled up at their ends:
    /// what stands there is not looked at, and receives no gradient.
    ///
    /// - Parameters:
    ///   - input: `[batch, time, inputs]`.
    ///   - lengths: the number of steps of each sequence, from 0 to time.
    ///   - pass: what the forward pass is for.
    public func callAsFunction(
        _ input: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> Variable<Scalar> {
        let states = inner(input, in: pass)
        let (batch, time, hidden) = (states.shape[0], states.shape[1], states.shape[2])
        require(
            lengths.count == batch && lengths.allSatisfy { 0 <= $0 && $0 <= time },
            "lengths \(lengths) do not fit \(batch) sequences of \(time) steps")
        // The state 0 before the first step stands in front, so that length 0 needs no other rule.
        let start = Variable(Tensor<Scalar>.zeros([batch, 1, hidden]))
        let all = Variable.concatenated([start, states], axis: 1)  // [batch, time + 1, hidden]
        let indices = lengths.enumerated().map { $0 * (time + 1) + $1 }
        return all.reshaped([batch * (time + 1), hidden]).gathered(indices)  // [batch, hidden]
    }

    /// Visits the parameters of the inner layer.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        inner.visit(with: visitor)
    }
}
