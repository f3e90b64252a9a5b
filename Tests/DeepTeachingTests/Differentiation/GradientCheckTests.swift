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

    func testReductionsOfRandomShapes() {
        for seed in 0..<6 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let shape = (0..<3).map { _ in 1 + generator.index(below: 4) }
            let axes = [[0], [1], [2], [0, 2], [1, 2], [0, 1, 2]][Int(seed)]
            for keeping in [false, true] {
                check("maximum \(axes)", seed, [shape]) {
                    $0[0].maximum(axes: axes, keepingAxes: keeping)
                }
                check("minimum \(axes)", seed, [shape]) {
                    $0[0].minimum(axes: axes, keepingAxes: keeping)
                }
                check("log-sum-exp \(axes)", seed, [shape]) {
                    $0[0].logSumExp(axes: axes, keepingAxes: keeping)
                }
                check("variance \(axes)", seed, [shape]) {
                    $0[0].variance(axes: axes, keepingAxes: keeping)
                }
            }
            check("softmax along \(axes[0])", seed, [shape]) { $0[0].softmax(axis: axes[0]) }
            check("log softmax along \(axes[0])", seed, [shape]) { $0[0].logSoftmax(axis: axes[0]) }
        }
    }

    func testShapesOfRandomShapes() {
        for seed in 0..<9 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let shape = (0..<3).map { _ in 1 + generator.index(below: 5) }
            let axis = Int(seed) % 3
            let start = generator.index(below: shape[axis] + 1)
            let end = start + generator.index(below: shape[axis] - start + 1)
            let step = 1 + generator.index(below: 3)
            let order = generator.shuffled([0, 1, 2])
            check("slice \(start) to \(end) along \(axis)", seed, [shape]) {
                $0[0].slice(start..<end, axis: axis)
            }
            check("every \(step) along \(axis)", seed, [shape]) {
                $0[0].strided(by: step, axis: axis)
            }
            check("spread by \(step) along \(axis)", seed, [shape]) {
                $0[0].spread(by: step, axis: axis)
            }
            check("reversed along \(axis)", seed, [shape]) { $0[0].reversed(axis: axis) }
            check("transposed \(order)", seed, [shape]) { $0[0].transposed(order) }
            check("padded", seed, [shape]) {
                $0[0].padded(before: [step, 0, 1], after: [0, axis, 2], with: 3)
            }
            check("joined along \(axis)", seed, [shape, shape]) {
                .concatenated([$0[0], $0[1] * $0[0]], axis: axis)
            }
            check("stacked and taken apart", seed, [shape, shape]) {
                let parts = Variable.stacked($0, axis: axis).unstacked(axis: axis)
                return parts[0] * parts[1] - parts[1]
            }
            let indices = (0..<5).map { _ in generator.index(below: shape[axis]) }
            check("gathered \(indices) along \(axis)", seed, [shape]) {
                $0[0].gathered(indices, axis: axis)
            }
            let picks = (0..<shape[0] * shape[1]).map { _ in generator.index(below: shape[2]) }
            check("picked", seed, [shape]) { $0[0].picked(picks) }
        }
    }

    func testFunctionsOfRandomShapes() {
        for seed in 0..<4 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let shape = (0..<2).map { _ in 1 + generator.index(below: 6) }
            for activation in Activation.allCases {
                check("\(activation)", seed, [shape]) { $0[0].activated(activation) }
            }
            check("absolute", seed, [shape]) { $0[0].absolute() }
            check("power", seed, [shape]) { ($0[0] * $0[0] + 0.5).power(-1.5) }
            check("clamped", seed, [shape]) { $0[0].clamped(lowerBound: -0.5, upperBound: 0.5) }
            check("larger and smaller", seed, [shape, [shape[1]]]) {
                .pointwiseMax($0[0], $0[1]) * .pointwiseMin($0[1], $0[0])
            }
            check("replaced", seed, [shape, [shape[0], 1]]) {
                $0[0].replacing(with: $0[1], where: Tensor<Double>([1, 0], shape: [2, 1, 1]))
            }
        }
    }

    func testBatchedProductsOfRandomShapes() {
        for seed in 0..<6 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length() -> Int { 1 + generator.index(below: 4) }
            let (a, b, c, d) = (length(), length(), length(), length())
            let shapes = [
                [[d, a, b], [d, b, c]], [[d, a, b], [b, c]], [[a, b], [d, b, c]],
                [[d, 1, a, b], [2, b, c]], [[2, a, b], [1, b, c]], [[0, a, b], [b, c]],
            ][Int(seed)]
            check("batched product", seed, shapes) { $0[0].matrixProduct($0[1]) }
        }
    }

    func testWideConvolutionsOfRandomShapes() {
        for seed in 0..<12 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func length(_ smallest: Int, _ largest: Int) -> Int {
                smallest + generator.index(below: largest - smallest + 1)
            }
            let (kernel, dilation, stride) = (length(1, 3), length(1, 3), length(1, 3))
            let reach = (kernel - 1) * dilation + 1
            let padding = generator.index(below: reach)
            let (height, width) = (length(reach, 9), length(reach, 9))
            let (groups, inputs, outputs) = (length(1, 3), length(1, 2), length(1, 3))
            check(
                "kernel \(kernel), dilation \(dilation), stride \(stride), groups \(groups)", seed,
                [
                    [length(1, 2), height, width, inputs * groups],
                    [kernel, kernel, inputs, outputs * groups], [outputs * groups],
                ]
            ) {
                $0[0].convolved(
                    weights: $0[1], bias: $0[2], stride: stride, padding: padding,
                    dilation: dilation, groups: groups,
                    activation: [.gelu, .relu, .identity][Int(seed) % 3],
                    pooling: seed % 4 == 0 && height > reach && width > reach && stride == 1
                        ? .maximum : .none)
            }
            check(
                "transposed, kernel \(kernel), stride \(stride)", seed,
                [
                    [1, length(1, 3), length(1, 3), inputs], [kernel, kernel, inputs, outputs],
                    [outputs],
                ]
            ) {
                $0[0].transposedConvolved(
                    weights: $0[1], bias: $0[2], stride: stride,
                    padding: min(padding, (kernel - 1) / 2), outputPadding: stride - 1)
            }
            check("mean pooling", seed, [[2, height, width, inputs]]) {
                $0[0].averagePooled(size: min(2, height, width), stride: stride)
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
            let least = (min(height, width) + 2 * padding - kernel) / stride + 1
            for pooling in least < 2 ? [Pooling.none] : [.none, .maximum] {
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
