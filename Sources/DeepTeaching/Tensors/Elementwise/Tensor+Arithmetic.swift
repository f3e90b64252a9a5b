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

    /// A number plus each element.
    public static func + (a: Scalar, b: Tensor) -> Tensor { b + Tensor(a) }

    /// A number minus each element.
    public static func - (a: Scalar, b: Tensor) -> Tensor { Tensor(a) - b }

    /// A number divided by each element.
    public static func / (a: Scalar, b: Tensor) -> Tensor { Tensor(a) / b }

    /// Each element divided by a number.
    public static func / (a: Tensor, b: Scalar) -> Tensor { a / Tensor(b) }

    /// Each element with the other sign.
    public static prefix func - (a: Tensor) -> Tensor { a.mapped(.negation) }
}
