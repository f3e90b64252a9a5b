import XCTest

@testable import DeepTeaching

/// The fast normalisations against PyTorch and against the equations in Double.
final class NormalizationKernelTests: XCTestCase {
    private static let epsilon = 1e-5

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: ReferenceOperation<Scalar>] = [
            "batchNormalization": { x, _ in
                x[0].batchNormalized(scale: x[1], shift: x[2], epsilon: Self.epsilon).output
            },
            "layerNormalization": { x, _ in
                x[0].layerNormalized(scale: x[1], shift: x[2], epsilon: Self.epsilon)
            },
        ]
        let cases = try reference("normalization", as: ReferenceValues.self).cases
        checkCases(cases, operations, tolerance: tolerance)
    }

    func testPyTorchInDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testPyTorchInFloat() throws {
        try forEachInstructionSet { _ in try check(Float.self, tolerance: 1e-5) }
    }

    /// Few, odd and many features; rows that fill no vector, several blocks, and one value a feature.
    private let shapes = [
        [1, 3], [1, 1], [5, 1], [70, 1], [40_000, 1], [9, 2], [700, 3], [3, 5, 7, 3], [513, 4],
        [300, 7], [65, 8], [66, 17], [2100, 17], [33, 31], [1030, 32], [2, 9, 9, 48], [7, 100],
        [3, 600], [130, 515],
    ]

    func testBatchNormalization() {
        for shape in shapes { compare(shape, Float.batchOperation, Double.batchOperation) }
    }

    func testLayerNormalization() {
        for shape in shapes { compare(shape, Float.layerOperation, Double.layerOperation) }
    }

    private func compare(
        _ shape: [Int], _ fast: Normalizing<Float>, _ plain: Normalizing<Double>,
        line: UInt = #line
    ) {
        var generator = SeededGenerator(seed: 3, stream: "\(shape)")
        let features = shape[shape.count - 1]
        // Neighbours far apart: a row of two near ones would be divided by next to nothing.
        let apart = Tensor((0..<features).map { $0 % 2 == 0 ? 6.0 : -2 }, shape: [features])
        let x = Tensor<Double>.normal(shape, using: &generator) + apart
        let upstream = Tensor<Double>.normal(shape, using: &generator)
        let scale = Tensor<Double>.normal([features], using: &generator)
        let shift = Tensor<Double>.normal([features], using: &generator)
        // Float holds what is drawn only nearly: both compute from what it holds.
        let given = [x, scale, shift, upstream].map(\.float)
        let expected = plain(given.map(\.inDouble))
        forEachInstructionSet { name in
            let found = withThreads(1) { fast(given) }
            let alike = withThreads(2) { fast(given) }
            XCTAssertEqual(found, alike, "one thread and two, \(name) \(shape)", line: line)
            for (index, pair) in zip(found, expected).enumerated() {
                let difference = pair.0.distance(to: pair.1)
                XCTAssertLessThan(difference, 1e-5, "\(name) \(shape), \(index)", line: line)
            }
        }
    }

    func testALargeMean() {
        var generator = SeededGenerator(seed: 5)
        let x = Tensor<Float>.normal(
            [20_000, 3], mean: 1000, standardDeviation: 0.5, using: &generator)
        let (found, expected) = (Float.moments(of: x), Double.moments(of: x.inDouble))
        XCTAssertLessThan(found.mean.distance(to: expected.mean), 1e-7)
        XCTAssertLessThan(found.variance.distance(to: expected.variance), 1e-5)
    }

    func testAConstantHasNoVariance() {
        let x = Tensor<Float>(repeating: 0.1, shape: [1001, 3])
        let moments = Float.moments(of: x)
        XCTAssertEqual(moments.mean.elements, [0.1, 0.1, 0.1])
        XCTAssertLessThan(moments.variance.maximum().scalar, 1e-15)
        XCTAssertGreaterThanOrEqual(moments.variance.minimum().scalar, 0)
    }

    func testOneBadNumberSpoilsItsFeatureOrRowAlone() {
        var values = [Float](repeating: 1, count: 20 * 3)
        for index in values.indices { values[index] = Float(index % 7) }
        values[3 * 4 + 1] = .nan
        let x = Variable(Tensor(values, shape: [20, 3]))
        let (scale, shift) = (Variable(Tensor<Float>.ones([3])), Variable(Tensor<Float>.zeros([3])))
        let byBatch = x.batchNormalized(scale: scale, shift: shift, epsilon: 1e-5).output.value
        let byRow = x.layerNormalized(scale: scale, shift: shift, epsilon: 1e-5).value
        for row in 0..<20 {
            for feature in 0..<3 {
                let place = row * 3 + feature
                XCTAssertEqual(byBatch.elements[place].isNaN, feature == 1, "\(place)")
                XCTAssertEqual(byRow.elements[place].isNaN, row == 4, "\(place)")
            }
        }
    }

    func testAnEmptyBatch() {
        checkAnEmptyBatch(Float.self)
        checkAnEmptyBatch(Double.self)
    }

    private func checkAnEmptyBatch<Scalar: TensorScalar>(_: Scalar.Type) {
        var layer = BatchNormalization<Scalar>(features: 3)
        let images = Variable(Tensor<Scalar>.zeros([0, 2, 2, 3]))
        let pass = Pass.training(seed: 0)
        XCTAssertEqual(layer(images, in: pass).shape, [0, 2, 2, 3])
        layer.updateStatistics(from: pass)
        XCTAssertEqual(layer.runningMean.elements, [0, 0, 0], "nothing is learnt from nothing")
        XCTAssertEqual(layer.runningVariance.elements, [1, 1, 1])
        let byBatch = gradients(of: layer) { $0(images, in: .training(seed: 0)).sum() }.gradients
        XCTAssertEqual(byBatch.values.map(\.elements), [[0, 0, 0], [0, 0, 0]])
        let rows = LayerNormalization<Scalar>(features: 3)
        XCTAssertEqual(rows(images, in: .inference).shape, [0, 2, 2, 3])
        let byRow = gradients(of: rows) { $0(images, in: .inference).sum() }.gradients
        XCTAssertEqual(byRow.values.map(\.elements), [[0, 0, 0], [0, 0, 0]])
    }
}

/// Result and gradients of a normalisation of x, scale, shift and the gradient of the result.
private typealias Normalizing<Scalar: TensorScalar> = ([Tensor<Scalar>]) -> [Tensor<Scalar>]

extension TensorScalar {
    fileprivate static func batchOperation(_ x: [Tensor<Self>]) -> [Tensor<Self>] {
        let result = Kernels.batchNormalization(x[0], scale: x[1], shift: x[2], epsilon: 1e-5)
        let gradients = Kernels.batchNormalizationGradients(
            x[0], scale: x[1], epsilon: 1e-5, result: result, gradient: x[3], needsInput: true)
        return parts(result, gradients)
    }

    fileprivate static func layerOperation(_ x: [Tensor<Self>]) -> [Tensor<Self>] {
        let result = Kernels.layerNormalization(x[0], scale: x[1], shift: x[2], epsilon: 1e-5)
        let gradients = Kernels.layerNormalizationGradients(
            x[0], scale: x[1], epsilon: 1e-5, result: result, gradient: x[3], needsInput: true)
        return parts(result, gradients)
    }

    private static func parts(
        _ result: NormalizationResult<Self>, _ gradients: NormalizationGradients<Self>
    ) -> [Tensor<Self>] {
        [
            result.output, result.mean, result.variance, gradients.scale, gradients.shift,
            gradients.input!,
        ]
    }

    fileprivate static func moments(of x: Tensor<Self>) -> NormalizationResult<Self> {
        let features = [x.shape.last!]
        return Kernels.batchNormalization(
            x, scale: .ones(features), shift: .zeros(features), epsilon: 1e-5)
    }
}
