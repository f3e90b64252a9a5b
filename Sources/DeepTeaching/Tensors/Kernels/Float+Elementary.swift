import Foundation

extension Float: TensorScalar {
    /// The exponential of `x`.
    public static func exponential(_ x: Float) -> Float { exp(x) }

    /// The natural logarithm of `x`.
    public static func logarithm(_ x: Float) -> Float { log(x) }

    /// The hyperbolic tangent of `x`.
    public static func hyperbolicTangent(_ x: Float) -> Float { tanh(x) }
}
