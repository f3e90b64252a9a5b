import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 18 give the same answers.
final class RecurrentAttentionSolutionTests: XCTestCase {
    private typealias Solution = RecurrentAttentionSolution

    private var generator = SeededGenerator(seed: 18)

    private func numbers(_ count: Int) -> [Double] {
        (0..<count).map { _ in generator.uniform(-1, 1) }
    }

    private func assertEqual(
        _ found: [Double], _ expected: [Double], accuracy: Double = 1e-12, line: UInt = #line
    ) {
        XCTAssertEqual(found.count, expected.count, line: line)
        for (a, b) in zip(found, expected) { XCTAssertEqual(a, b, accuracy: accuracy, line: line) }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let ones = [[Double]](repeating: [1, 1, 1, 1], count: 4)
        XCTAssertEqual(
            try Solution.glimpse(of: ones, at: [-1, -1], size: 2, scales: 1), [[[0, 0], [0, 1]]])
        func times(_ factor: Double) -> AffineMap { AffineMap(weights: [[factor]], bias: [0]) }
        XCTAssertEqual(
            try Solution.glimpseFeatures(
                of: [3], at: [1], what: times(2), where: times(-1), whatOutput: times(1),
                whereOutput: times(1)), [6])
        for (state, expected) in [(5.0, 3.0), (1, 0)] {
            XCTAssertEqual(
                try Solution.coreStep(
                    glimpse: [2], state: [state], fromGlimpse: times(-1), fromState: times(1)),
                [expected])
        }
        assertEqual(
            try Solution.nextPlace(
                mean: [0.5, 0.9], draw: [-1, 2], deviation: 0.1, isTraining: true), [0.4, 1.1])
        XCTAssertEqual(
            try Solution.gaussianLogProbability(of: [0, 0], mean: [0, 0], deviation: 1), -1.8379,
            accuracy: 1e-4)
        let reinforced = try RecurrentAttentionCalls.reinforceLoss(
            Solution.self, .zeros([1, 1, 2]), Tensor([1, 0], shape: [1, 1, 2]), 1, [1],
            .zeros([1, 1]))
        XCTAssertEqual(reinforced.value, 2.3379, accuracy: 1e-4)
        XCTAssertEqual(reinforced.gradients, [[-1, 0], [0]])
        let hybrid = try RecurrentAttentionCalls.hybridLoss(
            Solution.self, .zeros([1, 2]), [0], Tensor([-2], shape: [1, 1]),
            Tensor([0.5], shape: [1, 1]))
        XCTAssertEqual(hybrid.value, 1.9431, accuracy: 1e-4)
    }

    /// The worked step of the hint.
    func testTheHintIsRight() throws {
        XCTAssertEqual(
            try Solution.gaussianLogProbability(of: [1, 0], mean: [0, 0], deviation: 0.5), -2.4516,
            accuracy: 1e-4)
    }

    func testTheGlimpseIsTheSensors() throws {
        let sensor = GlimpseSensor(size: 4, scales: 3)
        for _ in 0..<10 {
            let image = (0..<9).map { _ in numbers(13) }
            let place = numbers(2).map { 1.3 * $0 }
            let library = sensor(
                Tensor(image.flatMap(\.self), shape: [1, 9, 13]), at: Tensor(place, shape: [1, 2]))
            let own = try Solution.glimpse(of: image, at: place, size: 4, scales: 3)
            assertEqual(own.flatMap { $0.flatMap(\.self) }, library.elements)
        }
    }

    private func map(_ layer: Dense<Double>) -> AffineMap {
        let elements = layer.weights.value.elements
        let outputs = layer.bias.shape[0]
        return AffineMap(
            weights: stride(from: 0, to: elements.count, by: outputs).map {
                Array(elements[$0..<$0 + outputs])
            }, bias: layer.bias.value.elements)
    }

    func testFeaturesAndStateAreTheLibrarys() throws {
        let network = GlimpseNetwork<Double>(inputs: 6, hidden: 4, outputs: 5, using: &generator)
        let (glimpse, place, state) = (numbers(6), numbers(2), numbers(3))
        let features = network(
            Tensor(glimpse, shape: [1, 6]), at: Tensor(place, shape: [1, 2]), in: .inference)
        assertEqual(
            try Solution.glimpseFeatures(
                of: glimpse, at: place, what: map(network.what), where: map(network.place),
                whatOutput: map(network.whatOutput), whereOutput: map(network.placeOutput)),
            features.value.elements)
        let core = GlimpseCore<Double>(.relu, inputs: 5, hidden: 3, using: &generator)
        guard case .relu(let fromState, let fromGlimpse) = core else { return XCTFail("no core") }
        let next = core.next(features, after: Variable(Tensor(state, shape: [1, 3])))
        assertEqual(
            try Solution.coreStep(
                glimpse: features.value.elements, state: state, fromGlimpse: map(fromGlimpse),
                fromState: map(fromState)), next.value.elements)
    }

    func testTheLogProbabilityIsTheLibrarys() throws {
        let (place, mean) = (numbers(2).map { 2 * $0 }, numbers(2))
        let library = gaussianLogProbability(
            of: Tensor(place, shape: [1, 2]), mean: Variable(Tensor(mean, shape: [1, 2])),
            deviation: 0.3)
        assertEqual(
            [try Solution.gaussianLogProbability(of: place, mean: mean, deviation: 0.3)],
            library.value.elements)
    }

    func testREINFORCEIsTheLibrarys() throws {
        let means = Tensor<Double>(numbers(12), shape: [2, 3, 2])
        let draws = Tensor<Double>(numbers(12), shape: [2, 3, 2])
        let baselines = Tensor<Double>(numbers(6), shape: [2, 3])
        let rewards = numbers(3)
        let library = try TracedLoss(of: [means, baselines]) { operands in
            DeepTeaching.reinforceLoss(
                logProbabilities: zip(
                    (means + draws * 0.4).unstacked(), operands[0].unstacked()
                ).map { gaussianLogProbability(of: $0, mean: $1, deviation: 0.4) },
                advantages: baselines.unstacked().map { Tensor(rewards, shape: [3]) - $0 })
        }
        let own = try RecurrentAttentionCalls.reinforceLoss(
            Solution.self, means, draws, 0.4, rewards, baselines)
        XCTAssertEqual(own.value, library.value, accuracy: 1e-12)
        assertEqual(own.gradients[0], library.gradients[0])
        assertEqual(own.gradients[1], [0, 0, 0, 0, 0, 0])
    }

    /// The library weighs REINFORCE by the number of moves, and counts the baseline after the last
    /// glimpse, too: with one move and its look made twice, both are the same.
    func testTheHybridLossIsTheLibrarys() throws {
        let sensor = GlimpseSensor(size: 2, scales: 1)
        let model = RecurrentAttention<Double>(
            .init(
                sensor: sensor, glimpses: 2, classes: 3, hidden: 4, features: 3), using: &generator)
        let pictures = GlimpsePictures(
            Tensor<Double>(numbers(4 * 36), shape: [4, 6, 6]), sensor: sensor)
        let noise = Tensor<Double>(numbers(8), shape: [1, 4, 2])
        let look = model.look(at: pictures, policy: .sampled(noise: noise, deviation: 0.5))
        let labels = [0, 1, 2, 0]
        let library = DeepTeaching.hybridLoss(of: look, labels: labels, objective: .paper)
        let rewards = GlimpseObjective.paper.rewards(logits: look.logits.value, labels: labels)
        let last = meanSquaredError(predictions: look.baselines[1], targets: rewards).value.scalar
        let first = meanSquaredError(predictions: look.baselines[0], targets: rewards).value.scalar
        let own = try Solution.hybridLoss(
            logits: look.logits.value, labels: labels,
            logProbabilities: look.logProbabilities[0].value.insertingAxis(at: 0),
            baselines: look.baselines[0].value.insertingAxis(at: 0)
        ).value
        XCTAssertEqual(
            own - first, library.value.scalar - (first + last) / 2, accuracy: 1e-12)
    }
}
