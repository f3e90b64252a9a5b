import XCTest

@testable import DeepTeaching

final class ParallelTests: XCTestCase {
    func testEachPartRunsOnce() {
        for count in [0, 1, 2, 7, 8, 1000] {
            XCTAssertEqual(runs(count), [Int32](repeating: 1, count: count))
        }
        for _ in 0..<2000 { XCTAssertEqual(runs(5), [1, 1, 1, 1, 1]) }
    }

    func testNestedCallsEnd() {
        XCTAssertEqual(runs(20, inner: 20), [Int32](repeating: 1, count: 20))
    }

    func testCallsFromSeveralThreadsEnd() {
        DispatchQueue.concurrentPerform(iterations: 200) { _ in
            XCTAssertEqual(runs(30), [Int32](repeating: 1, count: 30))
        }
    }

    func testMorePartsThanOneTicketHolds() {
        let count = 1 << 20 | 5
        XCTAssertEqual(runs(count).reduce(0, +), Int32(count))
    }

    func testOneThreadAndManyGiveEqualBits() throws {
        func trained(threads: Int) throws -> [Tensor<Float>] {
            try withThreads(threads) {
                var generator = SeededGenerator(seed: 12)
                var model = PatchClassifier<Float>(side: 24, dropout: 0.5, using: &generator)
                let images = Variable(Tensor<Float>.normal([13, 24, 24, 3], using: &generator))
                let labels = (0..<13).map { $0 % 2 }
                var adam = Adam<Float>()
                try train(
                    &model, using: &adam, epochs: 1, seed: 3, batches: { _ in [labels, labels] },
                    loss: { model, labels, pass in
                        softmaxCrossEntropy(logits: model(images, in: pass), labels: labels)
                    })
                return model.parameters.map(\.value) + [model.probabilities(for: images.value)]
            }
        }
        let one = try trained(threads: 1)
        for _ in 0..<5 { XCTAssertEqual(try trained(threads: 8), one) }
    }

    func testConvolutionHasEqualBitsForAnyNumberOfThreads() {
        var generator = SeededGenerator(seed: 14)
        let layer = Convolution2D<Float>(
            inputs: 3, outputs: 6, kernel: 5, padding: 2, using: &generator)
        let images = Variable(Tensor<Float>.normal([29, 37, 38, 3], using: &generator))
        func found(threads: Int) -> [Tensor<Float>] {
            withThreads(threads) {
                let operands = [images, layer.weights, layer.bias]
                let (_, gradients) = gradients(of: operands) { operands in
                    let y = operands[0].convolved(
                        weights: operands[1], bias: operands[2], padding: 2)
                    return (y * y).sum()
                }
                return gradients.values + [layer(images.value)]
            }
        }
        let one = found(threads: 1)
        for _ in 0..<5 { XCTAssertEqual(found(threads: 8), one) }
    }

    func testMatrixProductHasEqualBitsForAnyNumberOfThreads() {
        var generator = SeededGenerator(seed: 13)
        for (rows, columns) in [(300, 70), (33, 400), (500, 500)] {
            let a = Tensor<Float>.normal([rows, 300], using: &generator)
            let b = Tensor<Float>.normal([300, columns], using: &generator)
            let one = withThreads(1) { a.matrixProduct(b) }
            for _ in 0..<5 { XCTAssertEqual(a.matrixProduct(b), one) }
        }
    }
}

/// Counts how often each part ran: each part writes to a place of its own.
private func runs(_ count: Int, inner: Int = 0) -> [Int32] {
    let counts = TensorStorage<Int32>(count: max(count, 1))
    withPointers(counts) { $0.update(repeating: 0, count: counts.count) }
    parallel(count) { part in
        withPointers(counts) { $0[part] += 1 }
        if inner > 0 {
            let sum = runs(inner).reduce(0, +)
            withPointers(counts) { $0[part] += sum == Int32(inner) ? 0 : 100 }
        }
    }
    return withPointers(counts) { Array(UnsafeBufferPointer(start: $0, count: count)) }
}
