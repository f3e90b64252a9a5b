import XCTest

@testable import DeepTeaching

/// Bags of any length, one or several of them.
final class BagPoolingTests: XCTestCase {
    private func poolings<Scalar: TensorScalar>(features: Int) -> [any BagPooling<Scalar>] {
        var generator = SeededGenerator(seed: 2)
        return [
            MeanPooling(), MaxPooling(),
            AttentionPooling(features: features, hidden: 3, using: &generator),
            GatedAttentionPooling(features: features, hidden: 3, using: &generator),
        ]
    }

    func testABatchIsItsBagsOneByOne() {
        var generator = SeededGenerator(seed: 1)
        let lengths = [3, 1, 7, 2]
        let h = Tensor<Double>.normal([13, 4], using: &generator)
        for pooling in poolings(features: 4) as [any BagPooling<Double>] {
            let batch = pooling(h, lengths: lengths)
            XCTAssertEqual(batch.bags.shape, [4, 4])
            XCTAssertEqual(batch.weights.shape, [13])
            var start = 0
            for (number, length) in lengths.enumerated() {
                let bag = Variable(h.slice(start..<start + length))
                let alone = pooling(bag, in: .inference)
                XCTAssertEqual(batch.bags.value.slice(number..<number + 1), alone.bags.value)
                XCTAssertEqual(batch.weights(ofBag: number), alone.weights.value)
                XCTAssertEqual(alone.weights.value.sum().scalar, 1, accuracy: 1e-12)
                start += length
            }
        }
    }

    func testABagOfOneIsItsInstance() {
        let h = Tensor<Float>([1, -2, 3], shape: [1, 3])
        for pooling in poolings(features: 3) as [any BagPooling<Float>] {
            let pooled = pooling(Variable(h), in: .inference)
            XCTAssertEqual(pooled.bags.value, h)
            XCTAssertEqual(pooled.weights.value, .ones([1]))
        }
    }

    func testTheOrderOfInstancesDoesNotMatter() {
        var generator = SeededGenerator(seed: 3)
        let h = Tensor<Double>.normal([5, 4], using: &generator)
        for pooling in poolings(features: 4) as [any BagPooling<Double>] {
            let pooled = pooling(Variable(h), in: .inference)
            let turned = pooling(Variable(h.reversed(axis: 0)), in: .inference)
            assertEqual(
                turned.bags.value.elements, pooled.bags.value.elements, accuracy: 1e-14)
            assertEqual(
                turned.weights.value.elements, pooled.weights.value.elements.reversed(),
                accuracy: 1e-14)
        }
    }

    func testHugeScoresStayNumbers() {
        let projection = Dense<Float>(
            weights: Tensor([1], shape: [1, 1]), bias: .zeros([1]),
            activation: .hyperbolicTangent)
        let pooling = AttentionPooling(
            projection: projection, direction: Tensor([1e30], shape: [1, 1]))
        let h = Tensor<Float>([-9, 9, 0], shape: [3, 1])
        let pooled = pooling(h, lengths: [3])
        XCTAssertEqual(pooled.weights.value.elements, [0, 1, 0])
        XCTAssertEqual(pooled.bags.value.elements, [9])
    }

    func testGradientsAgreeWithDifferences() {
        var generator = SeededGenerator(seed: 4)
        let h = Variable(Tensor<Double>.normal([6, 3], using: &generator))
        let upstream = Variable(Tensor<Double>.normal([3, 3], using: &generator))
        func check<Pooling: BagPooling<Double>>(_ pooling: Pooling) {
            let ofPooling = gradientCheck(of: pooling, step: 1e-6) {
                ($0(h, lengths: [2, 1, 3], in: .inference).bags * upstream).sum()
            }
            XCTAssertLessThan(ofPooling, 1e-7, "\(Pooling.self)")
            let ofInstances = gradientCheck(of: h, step: 1e-6) {
                (pooling($0, lengths: [2, 1, 3], in: .inference).bags * upstream).sum()
            }
            XCTAssertLessThan(ofInstances, 1e-7, "\(Pooling.self)")
        }
        for pooling in poolings(features: 3) as [any BagPooling<Double>] { check(pooling) }
    }

    func testTheMaximumSaysWhoSpeaks() {
        let h = Tensor<Float>([1, 5, 2, 4, 0, 0, 3, 3, 9, 9, 9, 9], shape: [3, 4])
        let pooled = MaxPooling()(h, lengths: [2, 1])
        XCTAssertEqual(pooled.bags.value.elements, [1, 5, 3, 4, 9, 9, 9, 9])
        XCTAssertEqual(pooled.weights.value.elements, [0.75, 0.25, 1])
    }
}
