/// How an observation is compared with the solution's.
public enum Comparison {
    /// Every number must be the same.
    public static func exact<Value: FiguresConvertible>(_ expected: Value, _ got: Value) -> Verdict
    {
        compare(expected.figures, got.figures, tolerance: 0)
    }

    /// Every number is an index or a label: it is the same, or it is another one, and how far the two
    /// lie apart says nothing.
    public static func labels<Value: FiguresConvertible>(
        _ expected: Value, _ got: Value
    ) -> Verdict {
        compare(expected.figures, got.figures, tolerance: 0, areLabels: true)
    }

    /// Every number may be off by `tolerance` times the larger of 1 and its size.
    public static func within<Value: FiguresConvertible & Sendable>(
        _ tolerance: Double
    ) -> @Sendable (Value, Value) -> Verdict {
        { expected, got in compare(expected.figures, got.figures, tolerance: tolerance) }
    }

    /// Values without numbers, such as words: equal or not.
    public static func equal<Value: Equatable>(_ expected: Value, _ got: Value) -> Verdict {
        expected == got ? .right : .wrong("expected \(expected), got \(got)")
    }

    /// Compares shapes first, then numbers.
    static func compare(
        _ expected: Figures, _ got: Figures, tolerance: Double, areLabels: Bool = false
    ) -> Verdict {
        guard expected.isMissing == got.isMissing else {
            return .wrong(got.isMissing ? "got nil, expected a value" : "got a value, expected nil")
        }
        guard expected.shape == got.shape, expected.values.count == got.values.count,
            expected.shape != nil || expected.rows == got.rows
        else {
            return .wrong(
                "the shape is \(got.shapeWords), expected \(expected.shapeWords)", symptom: .shape)
        }
        let errors = zip(expected.values, got.values).map { error($0, $1, tolerance) }
        let largest = errors.max() ?? 0
        guard largest > 1 else { return Verdict(error: largest, difference: nil) }
        let difference = Difference(
            expected: expected, got: got, errors: errors, tolerance: tolerance, areLabels: areLabels
        )
        return Verdict(
            error: largest, difference: difference.words, symptom: difference.pattern?.symptom)
    }

    private static func error(_ expected: Double, _ got: Double, _ tolerance: Double) -> Double {
        if expected == got || (expected.isNaN && got.isNaN) { return 0 }
        guard expected.isFinite, got.isFinite, tolerance > 0 else { return .infinity }
        return abs(expected - got) / (tolerance * max(1, abs(expected)))
    }
}
