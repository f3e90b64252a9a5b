import Curriculum
import DeepTeaching
import Foundation
import Solutions
import XCTest

/// The library and the solutions of Lesson 9 give the same answers.
final class NeuralNetworkSolutionTests: XCTestCase {
    private typealias Solution = NeuralNetworkSolution

    private var generator = SeededGenerator(seed: 9)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        var picture = Image(size: PixelSize(width: 2, height: 1), color: RGB(255, 0, 0))
        picture[x: 1, y: 0] = RGB(0, 51, 255)
        XCTAssertEqual(
            try Solution.flattenPatches([picture]),
            Tensor([1, 0, 0, 0, 0.2, 1], shape: [1, 6]))
        XCTAssertEqual(
            try Solution.heInitialization(
                inputs: 8, outputs: 1, draws: [1, -2, 0, 1, 1, 0, 0, 3]),
            Tensor([0.5, -1, 0, 0.5, 0.5, 0, 0, 1.5], shape: [8, 1]))
        XCTAssertEqual(
            try Solution.weightedCrossEntropy(
                logits: Tensor(rows: [[0, 0], [0, 1000]]), labels: [0, 1], weights: [1, 3]),
            log(2) / 4, accuracy: 1e-12)
        XCTAssertEqual(
            try Solution.dropout(
                Tensor([1, 2, 3, 4], shape: [2, 2]), probability: 0.5,
                draws: [0.7, 0.2, 0.5, 0.1], isTraining: true),
            Tensor([2, 0, 6, 0], shape: [2, 2]))
        XCTAssertEqual(
            try Solution.earlyStopping(
                trainingLosses: [0.9, 0.7, 0.5, 0.4, 0.3],
                validationLosses: [0.8, 0.6, 0.7, 0.6, 0.5], patience: 2),
            TrainingEnd(lastEpoch: 3, bestEpoch: 1))
    }

    func testFlattenPatchesIsTheLibrarysBatch() throws {
        let size = PixelSize(width: 5, height: 4)
        let images = (0..<3).map { _ in
            Image(
                size: size,
                pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
        }
        let own = try Solution.flattenPatches(images)
        let library = Tensor<Float>(images: images).reshaped([3, 60])
        XCTAssertEqual(own.shape, library.shape)
        for (left, right) in zip(own.elements, library.elements) {
            XCTAssertEqual(left, Double(right), accuracy: 1e-7)
        }
    }

    /// The library draws the same numbers in the same order.
    func testHeInitializationIsTheLibrarys() throws {
        var (draws, layers) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
        let own = try Solution.heInitialization(
            inputs: 7, outputs: 4, draws: (0..<28).map { _ in draws.normal() })
        let layer = Dense<Double>(inputs: 7, outputs: 4, activation: .relu, using: &layers)
        XCTAssertEqual(own.shape, layer.weights.value.shape)
        for (left, right) in zip(own.elements, layer.weights.value.elements) {
            XCTAssertEqual(left, right, accuracy: 1e-12)
        }
    }

    func testWeightedCrossEntropyIsTheLibrarys() throws {
        for classes in 2..<5 {
            let logits = Tensor<Double>.uniform([9, classes], from: -50, to: 50, using: &generator)
            let labels = (0..<9).map { _ in generator.index(below: classes) }
            let weights = (0..<classes).map { _ in generator.uniform(0.2, 5) }
            let library = softmaxCrossEntropy(
                logits: Variable(logits), labels: labels, weights: weights
            ).value.scalar
            XCTAssertEqual(
                try Solution.weightedCrossEntropy(
                    logits: logits, labels: labels, weights: weights),
                library, accuracy: 1e-10 * max(1, library))
        }
    }

    /// The layer draws from its pass: the same draws drop the same numbers.
    func testDropoutIsTheLibrarys() throws {
        let values = Tensor<Double>.uniform([6, 5], from: -1, to: 1, using: &generator)
        let layer = Dropout<Double>(probability: 0.3)
        var stream = try XCTUnwrap(Pass.training(seed: 4).makeGenerator())
        let draws = (0..<values.count).map { _ in stream.uniform() }
        for (pass, isTraining) in [(Pass.training(seed: 4), true), (.inference, false)] {
            let own = try Solution.dropout(
                values, probability: 0.3, draws: draws, isTraining: isTraining)
            let library = layer(Variable(values), in: pass).value
            for (left, right) in zip(own.elements, library.elements) {
                XCTAssertEqual(left, right, accuracy: 1e-12)
            }
        }
    }

    func testEarlyStoppingIsTheLibrarys() throws {
        for _ in 0..<50 {
            let losses = (0..<12).map { _ in
                generator.index(below: 6) == 0 ? .nan : Double(generator.index(below: 8))
            }
            let patience = 1 + generator.index(below: 4)
            var rule = EarlyStopping(patience: patience)
            var end = TrainingEnd(lastEpoch: losses.count - 1, bestEpoch: 0)
            for (epoch, loss) in losses.enumerated() {
                if rule.record(loss) { end.bestEpoch = epoch }
                if rule.isOver {
                    end.lastEpoch = epoch
                    break
                }
            }
            XCTAssertEqual(
                try Solution.earlyStopping(
                    trainingLosses: losses.map { -$0 }, validationLosses: losses,
                    patience: patience),
                end, "\(losses), patience \(patience)")
        }
    }
}
