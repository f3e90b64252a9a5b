import DeepTeaching

/// A layer that is given: y = x W + b.
public struct AffineMap: Codable, Sendable, Equatable {
    /// W, axes [input, output].
    public var weights: [[Double]]

    /// b, one number for each output.
    public var bias: [Double]

    /// A layer of these numbers.
    public init(weights: [[Double]], bias: [Double]) {
        self.weights = weights
        self.bias = bias
    }

    /// x W + b.
    public func callAsFunction(_ x: [Double]) -> [Double] {
        bias.indices.map { output in
            bias[output] + zip(x, weights).reduce(0) { $0 + $1.0 * $1.1[output] }
        }
    }
}

/// The value of a loss and its gradients with respect to each of its operands.
public struct TracedLoss: Codable, Sendable, Equatable {
    /// The loss.
    public var value: Double

    /// One for each operand, row by row.
    public var gradients: [[Double]]

    /// A loss and its gradients.
    public init(value: Double, gradients: [[Double]]) {
        self.value = value
        self.gradients = gradients
    }

    /// Computes a loss from two operands, and traces it back to each of them.
    public init(
        of a: Tensor<Double>, _ b: Tensor<Double>,
        loss: (_ a: Variable<Double>, _ b: Variable<Double>) throws -> Variable<Double>
    ) throws {
        try self.init(of: [a, b]) { try loss($0[0], $0[1]) }
    }

    /// Computes a loss from three operands, and traces it back to each of them.
    public init(
        of a: Tensor<Double>, _ b: Tensor<Double>, _ c: Tensor<Double>,
        loss: (
            _ a: Variable<Double>, _ b: Variable<Double>, _ c: Variable<Double>
        ) throws -> Variable<Double>
    ) throws {
        try self.init(of: [a, b, c]) { try loss($0[0], $0[1], $0[2]) }
    }

    /// Computes a loss from some operands, and traces it back to each of them.
    public init(
        of operands: [Tensor<Double>],
        _ loss: ([Variable<Double>]) throws -> Variable<Double>
    ) throws {
        let traced = try DeepTeaching.gradients(of: operands.map { Variable($0) }) { try loss($0) }
        self.init(value: traced.loss, gradients: traced.gradients.values.map(\.elements))
    }
}
