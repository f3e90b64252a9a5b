/// Gradients of functions of numbers by central differences, with which the gradients of exercises
/// are compared.
///
///     gradient[i] = (f(x + h e_i) - f(x - h e_i)) / 2h,  h = step * max(1, |x[i]|)
///
/// In `Double` with a step of 1e-5 both errors, the one of cutting off (h^2) and the one of rounding
/// (epsilon / h), stay near 1e-10 of the function's size. A point must lie farther than h from every
/// kink (a ReLU at 0, a maximum of equals): there is no gradient to compare with.
public enum CentralDifference {
    /// The gradient of a function at a point.
    public static func gradient(
        of function: ([Double]) throws -> Double, at point: [Double], step: Double = 1e-5
    ) rethrows -> [Double] {
        try point.indices.map { index in
            let h = step * max(1, abs(point[index]))
            func value(_ shift: Double) throws -> Double {
                var shifted = point
                shifted[index] += shift
                return try function(shifted)
            }
            return try (value(h) - value(-h)) / (2 * h)
        }
    }

    /// The verdict on a gradient beside the one by central differences.
    ///
    /// - Parameter tolerance: relative to the larger of 1 and the gradient's number.
    public static func verdict(
        on gradient: [Double], of function: ([Double]) throws -> Double, at point: [Double],
        tolerance: Double = 1e-6
    ) rethrows -> Verdict {
        Comparison.within(tolerance)(try self.gradient(of: function, at: point), gradient)
    }
}
