import XCTest

@testable import DeepTeaching

/// Shapes that do not fit stop the program with a sentence that holds both shapes. The library is
/// optimised in this build, and so this holds for optimised code.
///
/// Each mistake is made in a process of its own: this test, started again with a variable that says
/// which mistake it shall make.
final class ShapeSentenceTests: XCTestCase {
    private static let variable = "DEEPTEACHING_SHAPE_MISTAKE"
    private typealias Tensors = (a: Tensor<Float>, b: Tensor<Float>)

    private static let mistakes: [String: (sentence: String, mistake: @Sendable () -> Void)] = {
        let a = Tensor<Float>.zeros([2, 3])
        let b = Tensor<Float>.zeros([4, 5])
        let image = Tensor<Float>.zeros([1, 4, 4, 3])
        return [
            "addition": ("shapes [2, 3] and [4, 5] cannot be broadcast", { _ = a + b }),
            "product": (
                "a matrix of shape [2, 3] cannot be multiplied by one of shape [4, 5]",
                { _ = a.matrixProduct(b) }
            ),
            "pairs": (
                "matrices of shapes [2, 2, 3] and [3, 3, 2] cannot be paired by broadcasting",
                { _ = Tensor<Float>.zeros([2, 2, 3]).matrixProduct(.zeros([3, 3, 2])) }
            ),
            "reshape": (
                "6 elements of shape [2, 3] do not fit into [4, 5]", { _ = a.reshaped([4, 5]) }
            ),
            "concatenation": (
                "shapes [2, 3] and [4, 5] differ beside axis 0",
                { _ = Tensor.concatenated([a, b]) }
            ),
            "selection": (
                "shapes [2, 3] and [4, 5] cannot be broadcast under a mask of shape [2, 3]",
                { _ = a.replacing(with: b, where: a) }
            ),
            "block": (
                "a block of shape [4, 5] does not fit the place of shape [1, 3]",
                {
                    var target = a
                    target[0..<1] = b
                }
            ),
            "slice": (
                "positions 1..<4 along axis 0 are outside a tensor of shape [2, 3]",
                { _ = a.slice(1..<4) }
            ),
            "convolution": (
                "images of shape [1, 4, 4, 3] do not fit weights of shape [3, 3, 2, 8]",
                { _ = image.convolved(weights: .zeros([3, 3, 2, 8]), bias: .zeros([8])) }
            ),
            "kernel": (
                "a kernel of shape [5, 5, 3, 8] is larger than images of shape [1, 4, 4, 3]",
                { _ = image.convolved(weights: .zeros([5, 5, 3, 8]), bias: .zeros([8])) }
            ),
            "hidden statistics": (
                "a layer has measured [\"runningMean\", \"runningVariance\"], which the "
                    + "model does not visit",
                {
                    var layer = Forgetful()
                    let pass = Pass.training(seed: 0)
                    _ = layer(Variable(a), in: pass)
                    layer.updateStatistics(from: pass)
                }
            ),
            "dense": (
                "a matrix of shape [2, 3] cannot be multiplied by one of shape [4, 5]",
                { _ = Dense<Float>(weights: b, bias: .zeros([5]))(a) }
            ),
        ]
    }()

    func testEachMistakeIsNamed() throws {
        for (name, (sentence, _)) in Self.mistakes.sorted(by: { $0.key < $1.key }) {
            let (status, output) = try runAgain(
                test: "ShapeSentenceTests/testMistake", environment: [Self.variable: name])
            XCTAssertNotEqual(status, 0, name)
            XCTAssertTrue(output.contains(sentence), "\(name): \(output.suffix(600))")
        }
    }

    /// Makes the mistake of the environment variable, and stops the process by it.
    func testMistake() throws {
        guard let name = ProcessInfo.processInfo.environment[Self.variable] else { return }
        try XCTUnwrap(Self.mistakes[name]).mistake()
        XCTFail("\(name) was no mistake")
    }
}

/// A layer that forgets to visit its part.
private struct Forgetful: Layer {
    let inner = BatchNormalization<Float>(features: 3)

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        inner(input, in: pass)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {}
}
