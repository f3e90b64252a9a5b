import CKernels
import XCTest

@testable import DeepTeaching

/// The environment variable that lowers the choice of instructions, in processes of their own.
final class InstructionSetTests: XCTestCase {
    private static let variable = "DEEPTEACHING_INSTRUCTIONS"

    func testTheVariableLowersTheChoice() throws {
        let best = kernels_limit_instruction_set(2)
        defer { _ = kernels_limit_instruction_set(best) }
        let highest = Int(kernels_instruction_set())
        for (number, set) in InstructionSet.allCases.enumerated() {
            let (status, output) = try runAgain(
                test: "InstructionSetTests/testChosen", environment: [Self.variable: set.rawValue])
            XCTAssertEqual(status, 0, output)
            let expected = InstructionSet.allCases[min(number, highest)]
            XCTAssertTrue(output.contains("[chosen: \(expected.rawValue)]"), "\(set): \(output)")
        }
    }

    /// Says what was chosen, and that a product and a convolution are right with it.
    func testChosen() throws {
        print("[chosen: \(InstructionSet.current.rawValue)]")
        var generator = SeededGenerator(seed: 1)
        let a = Tensor<Double>.normal([19, 40], using: &generator)
        let b = Tensor<Double>.normal([40, 35], using: &generator)
        XCTAssertLessThan(a.float.matrixProduct(b.float).distance(to: a.matrixProduct(b)), 1e-5)
        let images = Tensor<Double>.normal([2, 7, 9, 3], using: &generator)
        let weights = Tensor<Double>.normal([3, 3, 3, 18], using: &generator)
        let bias = Tensor<Double>.normal([18], using: &generator)
        let found = images.float.convolved(
            weights: weights.float, bias: bias.float, padding: 1, dilation: 2)
        let expected = images.convolved(weights: weights, bias: bias, padding: 1, dilation: 2)
        XCTAssertLessThan(found.distance(to: expected), 1e-5)
    }
}
