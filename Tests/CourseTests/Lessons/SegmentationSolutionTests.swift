import Curriculum
import DeepTeaching
import GraderKit
import Solutions
import XCTest

/// The library and the solutions of Lesson 11 give the same answers.
final class SegmentationSolutionTests: XCTestCase {
    private typealias Solution = SegmentationSolution

    private var generator = SeededGenerator(seed: 11)

    private func tensor(_ shape: [Int]) -> Tensor<Double> {
        .normal(shape, using: &generator)
    }

    private func assertEqual(
        _ got: Tensor<Double>, _ expected: Tensor<Double>, accuracy: Double = 1e-12,
        line: UInt = #line
    ) {
        XCTAssertEqual(got.shape, expected.shape, line: line)
        for (a, b) in zip(got.elements, expected.elements) {
            XCTAssertEqual(a, b, accuracy: accuracy, line: line)
        }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try Solution.intersectionOverUnion(
                prediction: [true, true, true, false, false],
                truth: [false, true, true, true, false]), 0.5)
        XCTAssertEqual(
            try Solution.diceLoss(probabilities: [[0.5, 0.5]], targets: [[1, 0]], smoothing: 1),
            1.0 / 3, accuracy: 1e-15)
        assertEqual(
            try Solution.transposedConvolution(
                Tensor([1, 2], shape: [1, 1, 2, 1]),
                weights: Tensor([10, 20], shape: [1, 2, 1, 1]),
                bias: Tensor([0.5], shape: [1]), stride: 2),
            Tensor([10.5, 20.5, 20.5, 40.5], shape: [1, 1, 4, 1]))
        let nothing = GateWeights(
            input: .zeros([1, 6]), recurrent: .zeros([2, 6]), inputBias: .zeros([6]),
            recurrentBias: .zeros([6]))
        assertEqual(
            try Solution.gruStep(
                Tensor(rows: [[3]]), state: Tensor(rows: [[0.8, -0.4]]), weights: nothing),
            Tensor(rows: [[0.4, -0.2]]))
        assertEqual(
            try Solution.bidirectionalSweep(
                Tensor([1, 2, 4], shape: [1, 1, 3, 1]), axis: 2, decay: 0.5),
            Tensor([1, 3, 2.5, 4, 5.25, 4], shape: [1, 1, 3, 2]))
    }

    func testOverlapsAreTheLibrarys() throws {
        for _ in 0..<20 {
            let count = 1 + generator.index(below: 12)
            func mask() -> [Bool] { (0..<count).map { _ in generator.uniform() < 0.4 } }
            let (prediction, truth) = (mask(), mask())
            XCTAssertEqual(
                try Solution.intersectionOverUnion(prediction: prediction, truth: truth),
                try Overlap(prediction: prediction, truth: truth).intersectionOverUnion)
        }
    }

    func testTheDiceLossIsTheLibrarys() throws {
        let probabilities = tensor([3, 7]).sigmoid()
        let targets = Tensor<Double>.bernoulli([3, 7], probability: 0.5, using: &generator)
        func rows(_ table: Tensor<Double>) -> [[Double]] {
            (0..<3).map { row in (0..<7).map { table[row, $0] } }
        }
        XCTAssertEqual(
            try Solution.diceLoss(
                probabilities: rows(probabilities), targets: rows(targets), smoothing: 0.7),
            diceLoss(
                probabilities: Variable(probabilities), targets: targets, smoothing: 0.7
            ).value.elements[0], accuracy: 1e-13)
    }

    func testTransposedConvolutionsAreTheLibrarys() throws {
        for (kernel, stride) in [(2, 2), (3, 2), (1, 3), (3, 1)] {
            let images = tensor([2, 3, 2, 2])
            let (weights, bias) = (tensor([kernel, kernel, 2, 3]), tensor([3]))
            assertEqual(
                try Solution.transposedConvolution(
                    images, weights: weights, bias: bias, stride: stride),
                Variable(images).transposedConvolved(
                    weights: Variable(weights), bias: Variable(bias), stride: stride
                ).value)
        }
    }

    func testGatedStepsAreTheLibrarys() throws {
        let weights = GateWeights(
            input: tensor([3, 12]), recurrent: tensor([4, 12]), inputBias: tensor([12]),
            recurrentBias: tensor([12]))
        let (input, state) = (tensor([2, 3]), tensor([2, 4]))
        let unit = GRU(
            weights: RecurrentWeights(
                input: weights.input, recurrent: weights.recurrent, inputBias: weights.inputBias,
                recurrentBias: weights.recurrentBias))
        assertEqual(
            try Solution.gruStep(input, state: state, weights: weights),
            unit.next(Variable(input), after: Variable(state)).value)
    }
}
