import Foundation

extension Double: TensorScalar {
    /// The exponential of `x`.
    public static func exponential(_ x: Double) -> Double { exp(x) }

    /// The natural logarithm of `x`.
    public static func logarithm(_ x: Double) -> Double { log(x) }

    /// The hyperbolic tangent of `x`.
    public static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
}
