import XCTest

@testable import DeepTeaching

/// Gradients against central differences in Double, over random shapes.
final class GradientCheckTests: XCTestCase {
    private func check(
        _ name: String, _ seed: UInt64, _ shapes: [[Int]],
        _ function: ([Variable<Double>]) -> Variable<Double>
    ) {
        var generator = SeededGenerator(seed: seed, stream: name)
        let operands = shapes.map { Variable(Tensor<Double>.normal($0, using: &generator)) }
        let shape = function(operands).shape
        let weights = Variable(Tensor<Double>.normal(shape, using: &generator))
        let difference = gradientCheck(of: operands, step: 1e-6) { operands in
            (function(operands) * weights).sum()
        }
        XCTAssertLessThan(difference, 1e-6, "\(name) \(shapes)")
    }

    func testOperationsOfRandomShapes() {
        for seed in 0..<10 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length() -> Int { 1 + generator.index(below: 6) }
            let (a, b, c) = (length(), length(), length())
            check("affine", seed, [[a, b], [b, c], [c]]) {
                $0[0].affine(weights: $0[1], bias: $0[2], activation: .relu)
            }
            check("matrix product", seed, [[a, b], [b, c]]) { $0[0].matrixProduct($0[1]) }
            check("broadcast", seed, [[a, 1, c], [b, 1]]) { $0[0] * $0[1] - $0[1] }
            check("softmax", seed, [[a, b]]) { $0[0].softmax() }
            check("log softmax", seed, [[a, b]]) { $0[0].logSoftmax() }
            check("means", seed, [[a, b, c]]) { $0[0].mean(axes: [0, 2], keepingAxes: true) }
            check("functions", seed, [[a, b]]) {
                ($0[0].hyperbolicTangent() + 2).logarithm() * ($0[0].sigmoid() + 1).squareRoot()
            }
        }
    }

    func testConvolutionsOfRandomShapes() {
        for seed in 0..<12 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length(_ smallest: Int, _ largest: Int) -> Int {
                smallest + generator.index(below: largest - smallest + 1)
            }
            let kernel = length(1, 4)
            let padding = generator.index(below: kernel)
            let stride = length(1, 3)
            let (height, width) = (length(kernel, 8), length(kernel, 8))
            let (batch, inputs, outputs) = (length(1, 3), length(1, 3), length(1, 4))
            for pooling in [Pooling.none, .maximum] {
                check(
                    "convolution \(pooling), stride \(stride), padding \(padding)", seed,
                    [
                        [batch, height, width, inputs], [kernel, kernel, inputs, outputs],
                        [outputs],
                    ]
                ) {
                    $0[0].convolved(
                        weights: $0[1], bias: $0[2], stride: stride, padding: padding,
                        activation: seed % 2 == 0 ? .relu : .identity, pooling: pooling)
                }
            }
        }
    }

    func testCrossEntropy() {
        var generator = SeededGenerator(seed: 5)
        let logits = Variable(Tensor<Double>.normal([4, 3], using: &generator))
        let difference = gradientCheck(of: logits) {
            softmaxCrossEntropy(logits: $0, labels: [0, 2, 1, 1], weights: [1, 0.5, 3])
        }
        XCTAssertLessThan(difference, 1e-6)
    }
}
