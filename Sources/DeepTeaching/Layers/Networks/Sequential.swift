/// Layers one after the other, each with the answer of the one before. Its parts are named by their
/// numbers: "0", "1" and so on.
public struct Sequential<Scalar: TensorScalar>: Layer {
    /// The layers, the first one first.
    public var layers: [any Layer<Scalar>]

    /// A chain of these layers.
    public init(_ layers: [any Layer<Scalar>]) { self.layers = layers }

    /// The last layer's answer.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        layers.reduce(input) { value, layer in layer(value, in: pass) }
    }

    /// Visits each layer.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        for index in layers.indices { visitor("\(index)", &layers[index]) }
    }
}
