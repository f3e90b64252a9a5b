// Marked as specialised are operations that a network of small layers repeats so often that finding
// the generic types would cost more than the arithmetic.
extension Variable {
    /// a + b; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func + (a: Variable, b: Variable) -> Variable {
        let sum = a.value + b.value
        return Variable(
            sum, from: a, summing(to: a.shape, from: sum.shape),
            from: b, summing(to: b.shape, from: sum.shape))
    }

    /// The pullback of an operand that was broadcast to the shape of the result. Where it was not, the
    /// gradient goes through, and a function that remembers nothing costs nothing.
    private static func summing(to shape: [Int], from result: [Int]) -> Pullback {
        if shape == result { return { $0 } }
        return { $0.unbroadcast(to: shape) }
    }

    /// a - b; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func - (a: Variable, b: Variable) -> Variable {
        let difference = a.value - b.value
        return Variable(
            difference, from: a, summing(to: a.shape, from: difference.shape),
            from: b, { [shape = b.shape] in (-$0).unbroadcast(to: shape) })
    }

    /// a b, element by element; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func * (a: Variable, b: Variable) -> Variable {
        let (x, y) = (a.value, b.value)
        return Variable(
            x * y,
            from: a, { ($0 * y).unbroadcast(to: x.shape) },
            from: b, { ($0 * x).unbroadcast(to: y.shape) })
    }

    /// a / b, element by element; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func / (a: Variable, b: Variable) -> Variable {
        let (x, y) = (a.value, b.value)
        return Variable(
            x / y,
            from: a, { ($0 / y).unbroadcast(to: x.shape) },
            from: b, { (-$0 * x / (y * y)).unbroadcast(to: y.shape) })
    }

    /// Each element with the other sign.
    public static prefix func - (a: Variable) -> Variable { Variable(-a.value, from: a) { -$0 } }

    /// Each element plus a number.
    public static func + (a: Variable, b: Scalar) -> Variable { a + Variable(b) }

    /// Each element minus a number.
    public static func - (a: Variable, b: Scalar) -> Variable { a - Variable(b) }

    /// A number minus each element.
    public static func - (a: Scalar, b: Variable) -> Variable { Variable(a) - b }

    /// Each element times a number.
    public static func * (a: Variable, b: Scalar) -> Variable { a * Variable(b) }

    /// A number times each element.
    public static func * (a: Scalar, b: Variable) -> Variable { Variable(a) * b }

    /// Each element divided by a number.
    public static func / (a: Variable, b: Scalar) -> Variable { a / Variable(b) }
}
