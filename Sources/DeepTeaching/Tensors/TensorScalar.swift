/// The two kinds of numbers that a tensor can hold: `Float` for speed, `Double` for proofs.
///
/// `Float` runs the fast kernels, `Double` the plain loops that one can read. Exactly these two conform.
public protocol TensorScalar: BinaryFloatingPoint, BitwiseCopyable, Sendable, Codable {
    /// The hot loops for this kind of number.
    associatedtype Kernels: TensorKernels<Self>
}
