import Foundation

/// What `Double` computes with: plain loops that read like their equations, against which the fast
/// kernels are tested.
public enum DoubleKernels: TensorKernels {
    /// The exponential of `x`.
    public static func exponential(_ x: Double) -> Double { exp(x) }

    /// The natural logarithm of `x`.
    public static func logarithm(_ x: Double) -> Double { log(x) }

    /// The hyperbolic tangent of `x`.
    public static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

    /// The logarithm of 1 + `x`, exact also where `x` is tiny.
    public static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

    /// The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to `x`.
    public static func errorFunction(_ x: Double) -> Double { erf(x) }

    /// `base` to the power of `exponent`.
    public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}

extension Double: TensorScalar {
    /// The readable kernels.
    public typealias Kernels = DoubleKernels
}
