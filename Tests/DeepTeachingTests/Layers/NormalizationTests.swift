import XCTest

@testable import DeepTeaching

final class NormalizationTests: XCTestCase {
    /// A network with a normalisation inside parts of parts.
    private func network() -> Sequential<Float> {
        var generator = SeededGenerator(seed: 4)
        return Sequential([
            Convolution2D<Float>(inputs: 2, outputs: 3, kernel: 3, padding: 1, using: &generator),
            ResidualBlock<Float>(inputs: 3, outputs: 4, stride: 2, using: &generator),
            GlobalPooling2D<Float>(.average),
            Sequential([BatchNormalization<Float>(features: 4), Dropout<Float>(probability: 0.5)]),
        ])
    }

    func testRunningStatisticsAreThoseOfPyTorch() throws {
        let expected = try reference("layers", as: TrainingReference.self).runningStatistics
        var layer = BatchNormalization<Double>(features: 3)
        for batch in expected.batches {
            let pass = Pass.training(seed: 0)
            let before = layer.runningMean
            _ = layer(Variable(batch.tensor()), in: pass)
            XCTAssertEqual(layer.runningMean, before, "a pass changes no layer")
            layer.updateStatistics(from: pass)
        }
        XCTAssertLessThan(layer.runningMean.difference(to: expected.mean), 1e-10)
        XCTAssertLessThan(layer.runningVariance.difference(to: expected.variance), 1e-10)
        let answer = layer(expected.batches[0].tensor())
        XCTAssertLessThan(answer.difference(to: expected.inference), 1e-10)
    }

    func testStatisticsFindTheirWayThroughParts() {
        var model = network()
        let names = model.statistics.map(\.name)
        XCTAssertEqual(
            names,
            ["1.firstNormalization", "1.secondNormalization", "1.projectionNormalization", "3.0"]
                .flatMap { ["\($0).runningMean", "\($0).runningVariance"] })
        XCTAssertTrue(Set(names).isDisjoint(with: model.parameterNames))
        let before = model.statistics.map(\.value)
        var generator = SeededGenerator(seed: 6)
        let images = Variable(Tensor<Float>.normal([5, 6, 7, 2], using: &generator))
        let pass = Pass.training(seed: 1)
        model.nameParts()
        _ = model(images, in: pass)
        XCTAssertEqual(model.statistics.map(\.value), before)
        model.updateStatistics(from: pass)
        for (now, old) in zip(model.statistics, before) {
            XCTAssertNotEqual(now.value, old, now.name)
        }
        let inference = model(images.value)
        XCTAssertEqual(inference, model(images.value), "inference changes nothing")
        XCTAssertEqual(
            model(images.value.slice(0..<1)).difference(to: inference.slice(0..<1)), 0,
            accuracy: 1e-6, "and does not depend on the rest of the batch")
    }

    func testNormalisedFeaturesHaveMeanZeroAndVarianceOne() {
        var generator = SeededGenerator(seed: 7)
        let batch = Variable(
            Tensor<Double>.normal([50, 4, 3], mean: 7, standardDeviation: 3, using: &generator))
        let byBatch = BatchNormalization<Double>(features: 3)(batch, in: .training(seed: 0)).value
        let bySample = LayerNormalization<Double>(features: 3)(batch, in: .inference).value
        for (values, axes) in [(byBatch, [0, 1]), (bySample, [2])] {
            let means = values.mean(axes: axes).absolute().maximum().scalar
            XCTAssertLessThan(means, 1e-12)
            let variances = values.variance(axes: axes)
            XCTAssertEqual(variances.maximum().scalar, 1, accuracy: 1e-5)
            XCTAssertEqual(variances.minimum().scalar, 1, accuracy: 0.02)
        }
    }

    func testASampleAlone() {
        // One row has no variance: the answer is the shift, and nothing becomes a non-number.
        var layer = BatchNormalization<Float>(features: 2)
        let pass = Pass.training(seed: 0)
        let answer = layer(Variable(Tensor([3, 4], shape: [1, 2])), in: pass).value
        XCTAssertEqual(answer.elements, [0, 0])
        layer.updateStatistics(from: pass)
        XCTAssertEqual(layer.runningMean.elements, [0.3, 0.4])
        XCTAssertEqual(layer.runningVariance.elements, [1, 1], "one row says nothing of it")
    }

    func testEachPartOfAChainDropsOnItsOwn() {
        let chain = Sequential<Float>([
            Dropout<Float>(probability: 0.5), Dropout<Float>(probability: 0.5),
        ])
        let ones = Variable(Tensor<Float>.ones([10_000]))
        let kept = chain(ones, in: .training(seed: 1)).value
        // With one mask for both a half would be left, not a quarter.
        XCTAssertEqual((kept .> 0).mean().scalar, 0.25, accuracy: 0.02)
    }
}

extension Tensor where Scalar == Float {
    fileprivate func difference(to other: Tensor) -> Float {
        shape == other.shape ? (self - other).absolute().maximum().scalar : .infinity
    }
}
