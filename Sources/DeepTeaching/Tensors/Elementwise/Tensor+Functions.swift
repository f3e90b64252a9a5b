extension Tensor {
    /// The exponential of each element.
    public func exponential() -> Tensor { mapped(.exponential) }

    /// The natural logarithm of each element.
    public func logarithm() -> Tensor { mapped(.logarithm) }

    /// The square root of each element.
    public func squareRoot() -> Tensor { mapped(.squareRoot) }

    /// The hyperbolic tangent of each element.
    public func hyperbolicTangent() -> Tensor { mapped(.hyperbolicTangent) }

    /// 1 / (1 + exp(-x)) for each element x.
    public func sigmoid() -> Tensor { mapped(.sigmoid) }

    /// max(x, 0) for each element x; not-a-number stays so.
    public func relu() -> Tensor { mapped(.relu) }

    /// x above 0, `slope` x below, for each element x; not-a-number stays so.
    public func leakyRelu(slope: Double = 0.01) -> Tensor { mapped(.leakyRelu(slope: slope)) }

    /// log(1 + exp(x)) for each element x: a smooth ReLU.
    public func softplus() -> Tensor { mapped(.softplus) }

    /// x P(x) for each element x, where P(x) is the probability that a draw from the normal
    /// distribution is below x.
    ///
    /// Source: Hendrycks and Gimpel, Gaussian error linear units, 2016.
    public func gelu() -> Tensor { mapped(.gelu) }

    /// The absolute value of each element.
    public func absolute() -> Tensor { mapped(.absolute) }

    /// x^y for each element x and a fixed exponent y; not a number if x is negative and y not whole.
    public func power(_ exponent: Double) -> Tensor { mapped(.power(exponent)) }

    /// Any function of one number, for each element. Slower than the named ones.
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Tensor {
        Tensor(try elements.map(transform), shape: shape)
    }
}
