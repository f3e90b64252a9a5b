import CKernels

/// The instructions that the fast kernels use: the best that the processor has, unless the environment
/// variable `DEEPTEACHING_INSTRUCTIONS` asks for fewer ("avx2" or "generic").
public enum InstructionSet: String, Sendable, CaseIterable {
    /// What every processor has.
    case generic

    /// AVX2 with fused multiply-add.
    case avx2

    /// AVX-512.
    case avx512

    /// The instructions that the kernels use now.
    public static var current: InstructionSet { allCases[Int(kernels_instruction_set())] }
}
