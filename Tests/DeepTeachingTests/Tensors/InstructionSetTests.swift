import XCTest

@testable import DeepTeaching

/// The environment variable that lowers the choice of instructions, in processes of their own.
final class InstructionSetTests: XCTestCase {
    private static let variable = "DEEPTEACHING_INSTRUCTIONS"

    func testTheVariableLowersTheChoice() throws {
        // An empty variable asks for nothing, whatever this process was started with.
        let all = InstructionSet.allCases
        let highest = try XCTUnwrap(all.firstIndex(of: try chosen(asking: "")))
        for (number, set) in all.enumerated() {
            XCTAssertEqual(
                try chosen(asking: set.rawValue), all[min(number, highest)], "asked for \(set)")
        }
    }

    /// What a process of its own chooses when the variable has a value.
    private func chosen(asking wish: String) throws -> InstructionSet {
        let (status, output) = try runAgain(
            test: "InstructionSetTests/testChosen", environment: [Self.variable: wish])
        XCTAssertEqual(status, 0, output)
        let name = try XCTUnwrap(output.firstMatch(of: /\[chosen: (\w+)\]/)?.1, output)
        return try XCTUnwrap(InstructionSet(rawValue: String(name)), output)
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
