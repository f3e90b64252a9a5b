import Foundation

/// What `Float` computes with: the fast kernels, in C where the loops are hot.
public enum FloatKernels: TensorKernels {
    /// The exponential of `x`.
    public static func exponential(_ x: Float) -> Float { exp(x) }

    /// The natural logarithm of `x`.
    public static func logarithm(_ x: Float) -> Float { log(x) }

    /// The hyperbolic tangent of `x`.
    public static func hyperbolicTangent(_ x: Float) -> Float { tanh(x) }

    /// The logarithm of 1 + `x`, exact also where `x` is tiny.
    public static func logarithmOfOnePlus(_ x: Float) -> Float { log1p(x) }

    /// The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to `x`.
    public static func errorFunction(_ x: Float) -> Float { erf(x) }

    /// `base` to the power of `exponent`.
    public static func power(_ base: Float, _ exponent: Float) -> Float { pow(base, exponent) }
}

extension Float: TensorScalar {
    /// The fast kernels.
    public typealias Kernels = FloatKernels
}
