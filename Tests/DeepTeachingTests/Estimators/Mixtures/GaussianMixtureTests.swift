import Foundation
import XCTest

@testable import DeepTeaching

final class GaussianMixtureTests: XCTestCase {
    private func table(_ count: Int, features: Int = 2, seed: UInt64) -> Tensor<Double> {
        var generator = SeededGenerator(seed: seed)
        let noise = Tensor<Double>.normal([count, features], using: &generator)
        let mixing = Tensor<Double>.normal([features, features], using: &generator)
        let places = Tensor<Double>.normal(
            [2, features], standardDeviation: 2, using: &generator)
        return noise.matrixProduct(mixing) + places.gathered((0..<count).map { $0 % 2 })
    }

    func testScikitLearn() throws {
        for table in try ClusteringReference.load().mixtures {
            let features = try Tensor(samples: table.x)
            for expected in table.cases {
                let what = "\(expected.kind), \(features.shape)"
                let found = try expected.settings.fit(features)
                assertEqual(
                    found.parameters.weights, expected.weights, accuracy: 1e-9, what)
                assertEqual(
                    found.parameters.means.flatMap { $0 }, expected.means.flatMap { $0 },
                    accuracy: 1e-9, what)
                assertEqual(
                    found.parameters.covariances.numbers, expected.covariances, accuracy: 1e-9,
                    what)
                XCTAssertEqual(found.logLikelihood, expected.logLikelihood, accuracy: 1e-10, what)
                XCTAssertEqual(found.iterations, expected.iterations, what)
                XCTAssertEqual(found.hasConverged, expected.hasConverged, what)
                assertEqual(
                    Array(try found.logDensities(for: features)[..<10]), expected.logDensities,
                    accuracy: 1e-8, what)
                assertEqual(
                    Array(try found.probabilities(for: features).elements)
                        .prefix(expected.probabilities.flatMap { $0 }.count).map { $0 },
                    expected.probabilities.flatMap { $0 }, accuracy: 1e-8, what)
                XCTAssertEqual(
                    try found.bayesianInformationCriterion(for: features), expected.bic,
                    accuracy: 1e-7, what)
                XCTAssertEqual(
                    try found.akaikeInformationCriterion(for: features), expected.aic,
                    accuracy: 1e-7, what)
            }
        }
    }

    func testTheLikelihoodNeverFalls() throws {
        for seed in 0..<12 as Range<UInt64> {
            let table = table(150, features: 3, seed: seed)
            for kind in MixtureCovariances.Kind.allCases {
                let settings = GaussianMixture(
                    components: 3, covarianceKind: kind, covarianceFloor: 0, tolerance: 0,
                    maximumIterations: 25)
                let fitted = try settings.fit(table, seed: seed)
                let all = fitted.history + [fitted.logLikelihood]
                XCTAssertEqual(all.count, 26)
                for (before, after) in zip(all, all.dropFirst()) {
                    XCTAssertGreaterThanOrEqual(after, before - 1e-12, "\(kind), seed \(seed)")
                }
                XCTAssertGreaterThan(all[25], all[0] + 1e-4, "\(kind), seed \(seed)")
            }
        }
    }

    /// In other units the same samples have the same shares, and densities divided by the unit.
    func testUnitsDoNotMatter() throws {
        let table = table(200, seed: 3)
        let settings = GaussianMixture(components: 2, covarianceFloor: 0, tolerance: 1e-9)
        let expected = try settings.fit(table)
        let shares = try expected.probabilities(for: table).elements
        for scale in [0x1p-30, 0x1p20] {
            let found = try settings.fit(table * scale)
            assertEqual(
                try found.probabilities(for: table * scale).elements, shares, accuracy: 1e-9)
            XCTAssertEqual(
                found.logLikelihood, expected.logLikelihood - 2 * log(scale), accuracy: 1e-9)
        }
    }

    func testTheOrderOfSamplesDoesNotMatter() throws {
        let table = table(150, seed: 2)
        var generator = SeededGenerator(seed: 1)
        let order = generator.shuffled(Array(0..<150))
        let settings = GaussianMixture(
            components: 2,
            start: MixtureStart(
                weights: [0.5, 0.5], means: [[-1, 0], [1, 0]],
                covariances: .full([[[1, 0], [0, 1]], [[1, 0], [0, 1]]])))
        let expected = try settings.fit(table)
        let found = try settings.fit(table.gathered(order))
        XCTAssertEqual(found.logLikelihood, expected.logLikelihood, accuracy: 1e-11)
        assertEqual(
            found.parameters.means.flatMap { $0 }, expected.parameters.means.flatMap { $0 },
            accuracy: 1e-10)
    }

    func testOneThreadAndTwoGiveTheSameBytes() throws {
        let table = table(5000, features: 3, seed: 4)
        for kind in MixtureCovariances.Kind.allCases {
            let settings = GaussianMixture(
                components: 3, covarianceKind: kind, maximumIterations: 4)
            XCTAssertEqual(
                try withThreads(1) { try settings.fit(table, seed: 1) },
                try withThreads(2) { try settings.fit(table, seed: 1) })
        }
    }

    func testStepsAreThoseOfTheFit() throws {
        let settings = GaussianMixture(components: 2)
        let table = table(100, seed: 9)
        let fitted = try settings.fit(table, seed: 2)
        var steps = try settings.steps(table, seed: 2)
        var history: [Double] = []
        var last: MixtureParameters?
        while let step = try steps.next() {
            XCTAssertEqual(step.number, history.count)
            if let last { XCTAssertEqual(step.before, last) }
            history.append(step.logLikelihood)
            last = step.parameters
        }
        XCTAssertEqual(history, fitted.history)
        XCTAssertEqual(last, fitted.parameters)
        XCTAssertTrue(fitted.hasConverged)
    }

    /// What is drawn from a mixture has its weights, means and covariances.
    func testDrawnSamplesAreThoseOfTheMixture() throws {
        let settings = GaussianMixture(components: 2)
        let fitted = try settings.fit(table(300, seed: 5))
        var generator = SeededGenerator(seed: 6)
        let (samples, components) = fitted.drawn(20_000, using: &generator)
        for k in 0..<2 {
            let own = samples.gathered(components.indices.filter { components[$0] == k })
            let count = Double(own.shape[0])
            XCTAssertEqual(count / 20_000, fitted.parameters.weights[k], accuracy: 0.015)
            let mean = own.mean(axes: [0])
            let covariance = (own - mean).matrixProduct(own - mean, transposingFirst: true) / count
            let expected = fitted.parameters.covariance(of: k)
            let size = expected[0][0] + expected[1][1]
            assertEqual(mean.elements, fitted.parameters.means[k], accuracy: 0.03 * size)
            assertEqual(covariance.elements, expected.flatMap { $0 }, accuracy: 0.06 * size)
        }
    }
}
