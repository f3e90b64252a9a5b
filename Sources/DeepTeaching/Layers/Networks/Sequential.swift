/// Layers one after the other, each with the answer of the one before. Its parts are named by their
/// numbers: "0", "1" and so on.
public struct Sequential<Scalar: TensorScalar>: Layer {
    /// The layers, the first one first.
    public var layers: [any Layer<Scalar>]

    /// A chain of these layers.
    public init(_ layers: [any Layer<Scalar>]) { self.layers = layers }

    /// The last layer's answer.
    public func callAsFunction(_ input: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        layers.enumerated().reduce(input) { value, part in
            part.element(value, in: pass.entering("\(part.offset)"))
        }
    }

    /// Visits the parameters of each layer.
    public mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        for index in layers.indices {
            try layers[index].forEachParameter(under: "\(index)", visit)
        }
    }

    /// Visits the statistics of each layer.
    public mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Scalar>) throws -> Void
    ) rethrows {
        for index in layers.indices {
            try layers[index].forEachStatistic(under: "\(index)", visit)
        }
    }
}
