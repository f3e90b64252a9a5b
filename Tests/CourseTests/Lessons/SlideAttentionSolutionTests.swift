import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 19 give the same answers.
final class SlideAttentionSolutionTests: XCTestCase {
    private typealias Solution = SlideAttentionSolution

    private var generator = SeededGenerator(seed: 19)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let pooled = try Solution.attentionPool(
            instances: [[0], [1]], projection: [[1]], direction: [2])
        XCTAssertEqual(pooled.weights[0], 0.179, accuracy: 5e-4)
        XCTAssertEqual(pooled.bag[0], 0.821, accuracy: 5e-4)
        let gated = try Solution.gatedAttentionPool(
            instances: [[0], [1]], projection: [[1]], gate: [[0]], direction: [2])
        XCTAssertEqual(gated.weights[0], 0.318, accuracy: 5e-4)
        XCTAssertEqual(gated.bag[0], 0.682, accuracy: 5e-4)
        XCTAssertEqual(
            try Solution.sampleWithoutReplacement(
                attention: [0.5, 0.2, 0.3], draws: 2, numbers: [0.1, 0.9, 0.5]), [1, 2])
        for (replacing, expected) in [(true, 10.0), (false, 11)] {
            XCTAssertEqual(
                try Solution.samplingEstimate(
                    values: [[6], [2]], attention: [0.5, 0.25], replacing: replacing),
                [expected])
        }
        XCTAssertEqual(
            try Solution.processedFraction(
                width: 100, height: 60, reduction: 20, patchSide: 30,
                corners: [PatchCorner(x: 80, y: 0)]), 0.1025)
    }

    private func rows(_ rows: Int, _ columns: Int) -> [[Double]] {
        (0..<rows).map { _ in (0..<columns).map { _ in generator.normal() } }
    }

    private func dense(_ weights: [[Double]], _ activation: Activation) -> Dense<Double> {
        Dense(
            weights: Tensor(rows: weights), bias: .zeros([weights[0].count]),
            activation: activation)
    }

    func testPoolingIsTheLibrarys() throws {
        let (h, v, u, w) = (rows(5, 3), rows(3, 4), rows(3, 4), rows(1, 4)[0])
        let direction = Tensor(w, shape: [4, 1])
        let plain = AttentionPooling(
            projection: dense(v, .hyperbolicTangent), direction: direction)(
                Tensor(rows: h), lengths: [5])
        let own = try Solution.attentionPool(instances: h, projection: v, direction: w)
        let gated = GatedAttentionPooling(
            projection: dense(v, .hyperbolicTangent), gate: dense(u, .sigmoid),
            direction: direction)(Tensor(rows: h), lengths: [5])
        let ownGated = try Solution.gatedAttentionPool(
            instances: h, projection: v, gate: u, direction: w)
        for (library, own) in [(plain, own), (gated, ownGated)] {
            for (a, b) in zip(library.weights.value.elements, own.weights) {
                XCTAssertEqual(a, b, accuracy: 1e-12)
            }
            for (a, b) in zip(library.bags.value.elements, own.bag) {
                XCTAssertEqual(a, b, accuracy: 1e-12)
            }
        }
    }

    /// The library draws the same z from the same places.
    func testTheEstimateIsTheLibrarys() throws {
        let a = Tensor<Double>([0.1, 0.4, 0.2, 0.25, 0.05], shape: [1, 5])
        let f = rows(5, 3)
        for replacing in [true, false] {
            let drawn = try AttentionSampling(draws: 3, replacing: replacing)
                .places(from: a, using: &generator)
            let places = drawn.places[0]
            let seen = Tensor(rows: places.map { f[$0] }).insertingAxis(at: 0)
            let z = drawn.estimate(features: Variable(seen), attention: Variable(a))
            let shares = places.map { a.elements[$0] }
            let own = try Solution.samplingEstimate(
                values: zip(places, shares).map { place, share in f[place].map { $0 * share } },
                attention: shares, replacing: replacing)
            for (library, own) in zip(z.value.elements, own) {
                XCTAssertEqual(library, own, accuracy: 1e-12)
            }
        }
    }
}
