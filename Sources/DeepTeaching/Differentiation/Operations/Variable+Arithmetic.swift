// Marked as specialised are operations that a network of small layers repeats so often that finding
// the generic types would cost more than the arithmetic.
extension Variable {
    /// a + b; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func + (a: Variable, b: Variable) -> Variable {
        Variable(
            a.value + b.value,
            from: a, { [shape = a.shape] in $0.unbroadcast(to: shape) },
            from: b, { [shape = b.shape] in $0.unbroadcast(to: shape) })
    }

    /// a - b; shapes are broadcast.
    @specialized(where Scalar == Float)
    public static func - (a: Variable, b: Variable) -> Variable {
        Variable(
            a.value - b.value,
            from: a, { [shape = a.shape] in $0.unbroadcast(to: shape) },
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
