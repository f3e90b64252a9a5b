extension Tensor {
    /// The sum of each pair of elements; shapes are broadcast.
    public static func + (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.addition, b) }

    /// The difference of each pair of elements; shapes are broadcast.
    public static func - (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.subtraction, b) }

    /// The product of each pair of elements; shapes are broadcast.
    public static func * (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.multiplication, b) }

    /// The quotient of each pair of elements; shapes are broadcast.
    public static func / (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.division, b) }

    /// Each element plus a number.
    public static func + (a: Tensor, b: Scalar) -> Tensor { a + Tensor(b) }

    /// Each element minus a number.
    public static func - (a: Tensor, b: Scalar) -> Tensor { a - Tensor(b) }

    /// Each element times a number.
    public static func * (a: Tensor, b: Scalar) -> Tensor { a * Tensor(b) }

    /// A number times each element.
    public static func * (a: Scalar, b: Tensor) -> Tensor { b * Tensor(a) }

    /// Each element divided by a number.
    public static func / (a: Tensor, b: Scalar) -> Tensor { a / Tensor(b) }

    /// Each element with the other sign.
    public static prefix func - (a: Tensor) -> Tensor { a.mapped(.negation) }

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

    /// Any function of one number, for each element. Slower than the named ones.
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Tensor {
        Tensor(try elements.map(transform), shape: shape)
    }
}
