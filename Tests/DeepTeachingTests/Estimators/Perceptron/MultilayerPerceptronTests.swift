import XCTest

@testable import DeepTeaching

final class MultilayerPerceptronTests: XCTestCase {
    private static let rows = (0..<120).map { index -> [Double] in
        var generator = SeededGenerator(seed: UInt64(index), stream: "perceptron test")
        return [generator.normal(), 1000 + 200 * generator.normal(), 5]
    }

    private let table = Tensor<Double>(rows: rows)

    /// An exclusive or, which no plane parts.
    private let labels = rows.map { ($0[0] > 0) == ($0[1] > 1000) ? 1 : 0 }

    private func settings(_ change: (inout MultilayerPerceptron) -> Void = { _ in })
        -> MultilayerPerceptron
    {
        var settings = MultilayerPerceptron(
            hiddenLayers: [16], learningRate: 0.02, epochs: 60, batchSize: 16)
        change(&settings)
        return settings
    }

    func testItLearnsWhatNoPlaneParts() throws {
        let network = try settings().fit(table, labels: labels, seed: 1)
        XCTAssertGreaterThan(try network.accuracy(for: table, labels: labels), 0.95)
        XCTAssertLessThan(network.losses[network.losses.count - 1], network.losses[0] / 2)
        let plane = try settings { $0.hiddenLayers = [] }.fit(table, labels: labels, seed: 1)
        XCTAssertLessThan(try plane.accuracy(for: table, labels: labels), 0.75)
    }

    func testTheSameSeedGivesTheSameNetwork() throws {
        let first = try settings().fit(table, labels: labels, seed: 1)
        XCTAssertEqual(first, try settings().fit(table, labels: labels, seed: 1))
        XCTAssertNotEqual(first, try settings().fit(table, labels: labels, seed: 2))
    }

    /// The unit of a feature does not matter, since the network standardises it.
    func testUnitsDoNotMatter() throws {
        let other = Tensor(rows: Self.rows.map { [$0[0] * 1024, $0[1] / 4096, $0[2]] })
        let first = try settings().fit(table, labels: labels, seed: 1)
        let second = try settings().fit(other, labels: labels, seed: 1)
        assertEqual(
            try first.probabilities(for: table).elements,
            try second.probabilities(for: other).elements, accuracy: 1e-3)
    }

    /// The penalty's part of the gradient is penalty / batch times the weights.
    func testThePenaltyDrawsTheWeightsTogether() throws {
        func size(_ penalty: Double) throws -> Float {
            try settings { $0.penalty = penalty }.fit(table, labels: labels, seed: 1)
                .weights.reduce(0) { $0 + $1.elements.reduce(0) { $0 + $1 * $1 } }
        }
        XCTAssertLessThan(try size(3), try size(0) / 2)
        var generator = SeededGenerator(seed: 1)
        let network = PerceptronNetwork(sizes: [3, 4, 2], activation: .relu, using: &generator)
        let inputs = Tensor<Float>.normal([8, 3], using: &generator)
        let classes = (0..<8).map { $0 % 2 }
        func slopes(_ penalty: Double) -> [Tensor<Float>] {
            gradients(of: network) {
                $0.loss(of: inputs, labels: classes, penalty: penalty, in: .training(seed: 0))
            }.gradients.values
        }
        for (index, pair) in zip(slopes(0.8), slopes(0)).enumerated() {
            let (name, value) = network.parameters[index]
            let factor: Float = name.hasSuffix("weights") ? 0.1 : 0
            assertEqual(
                (pair.0 - pair.1).elements.map(Double.init),
                (value * factor).elements.map(Double.init), accuracy: 1e-6, name)
        }
    }

    func testTrainingStopsEarlyAndKeepsTheBest() throws {
        let stopping = MultilayerPerceptron.Stopping(patience: 3, validationShare: 0.25)
        let early = try settings {
            $0.stopping = stopping
            $0.epochs = 400
        }.fit(table, labels: labels, seed: 1)
        XCTAssertLessThan(early.losses.count, 400)
        // What is watched is not learnt from, the means and deviations neither.
        let split = try SampleSplit(of: labels, test: 0.25, seed: 1)
        XCTAssertEqual(
            early.standardizer, try Standardizer().fit(table.rows(at: split.training)))
        let whole = try settings { $0.stopping = nil }.fit(table, labels: labels, seed: 1)
        XCTAssertEqual(whole.losses.count, 60)
    }

    func testBadInputIsThrown() throws {
        assertThrows(EstimatorError.onlyOneClass(label: 1)) {
            try settings().fit(table, labels: labels.map { _ in 1 })
        }
        assertThrows(EstimatorError.noSamples) {
            try settings().fit(Tensor<Float>([], shape: [0, 3]), labels: [])
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "hiddenLayers", value: "[4, 0]", allowed: "widths from 1 to 65536")
        ) { try settings { $0.hiddenLayers = [4, 0] }.fit(table, labels: labels) }
        for change: (inout MultilayerPerceptron) -> Void in [
            { $0.penalty = .nan }, { $0.learningRate = 0 }, { $0.epochs = 0 }, { $0.batchSize = 0 },
            { $0.stopping?.patience = 0 }, { $0.stopping?.minimumImprovement = -1 },
            { $0.stopping?.validationShare = 1 },
        ] {
            XCTAssertThrowsError(try settings(change).fit(table, labels: labels)) {
                guard case EstimatorError.unusableSetting = $0 else { return XCTFail("\($0)") }
            }
        }
        XCTAssertThrowsError(
            try settings {
                $0.learningRate = 1e30
                $0.hiddenLayers = [16, 16]
            }.fit(table, labels: labels)
        ) { guard case EstimatorError.diverged = $0 else { return XCTFail("\($0)") } }
    }

    func testFarSamplesAndNoneArePredicted() throws {
        let network = try settings().fit(table, labels: labels, seed: 1)
        let far = try network.probabilities(
            for: Tensor(rows: [[1e308, -1e308, 5], [0, 0, 1e300]]))
        XCTAssertTrue(far.elements.allSatisfy { (0...1).contains($0) })
        XCTAssertEqual(
            try network.predictions(for: Tensor<Float>([], shape: [0, 3])), [])
        assertThrows(EstimatorError.featureCount(found: 1, expected: 3)) {
            try network.predictions(for: Tensor<Float>([1], shape: [1, 1]))
        }
    }

    func testDamagedNetworksAreRefused() throws {
        let network = try settings { $0.epochs = 1 }.fit(table, labels: labels, seed: 1)
        let text = String(decoding: try JSONEncoder().encode(network), as: UTF8.self)
        for (sound, damaged) in [
            ("\"inputs\":3", "\"inputs\":4"), ("\"inputs\":16", "\"inputs\":8"),
            ("\"outputs\":2", "\"outputs\":0"), ("\"bias\":[", "\"bias\":[1,"),
        ] {
            XCTAssertTrue(text.contains(sound), sound)
            let data = Data(text.replacingOccurrences(of: sound, with: damaged).utf8)
            XCTAssertThrowsError(
                try JSONDecoder().decode(MultilayerPerceptron.Fitted.self, from: data), damaged)
        }
    }
}
