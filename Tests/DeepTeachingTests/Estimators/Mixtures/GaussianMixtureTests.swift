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
                XCTAssertEqual(found.iterations, expected.steps)
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

    func testEqualAndConstantFeatures() throws {
        let equal = try GaussianMixture(components: 2).fit(Tensor<Double>.ones([6, 2]))
        XCTAssertTrue(equal.parameters.means.allSatisfy { $0 == [1, 1] })
        XCTAssertTrue(equal.logLikelihood.isFinite)
        assertThrows(EstimatorError.singularCovariance(component: 0)) {
            try GaussianMixture(components: 1, covarianceFloor: 0)
                .fit(Tensor<Double>(rows: [[1, 7], [2, 7], [3, 7]]))
        }
        let constant = try GaussianMixture(components: 1)
            .fit(Tensor<Double>(rows: [[1, 7], [2, 7], [3, 7]]))
        XCTAssertEqual(constant.parameters.covariance(of: 0)[1][1], 1e-6, accuracy: 1e-18)
    }

    func testWhatCannotBeUsedIsThrown() throws {
        let table = table(6, seed: 1)
        assertThrows(EstimatorError.tooFewSamples(found: 6, needed: 7, for: "7 components")) {
            try GaussianMixture(components: 7).fit(table)
        }
        assertThrows(EstimatorError.noSamples) {
            try GaussianMixture(components: 1).fit(Tensor<Float>.zeros([0, 2]))
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 0, feature: 0)) {
            try GaussianMixture(components: 1).fit(Tensor<Double>(rows: [[.nan], [1]]))
        }
        XCTAssertThrowsError(
            try GaussianMixture(components: 1).fit(Tensor<Double>(rows: [[1e200], [-1e200]])))
        let unit = [[1.0, 0], [0, 1]]
        for settings in [
            GaussianMixture(components: 0), GaussianMixture(components: 1, tolerance: .nan),
            GaussianMixture(components: 1, covarianceFloor: -1),
            GaussianMixture(components: 1, maximumIterations: 0),
            GaussianMixture(components: 2, start: MixtureStart(weights: [0.5, 0.4])),
            GaussianMixture(components: 2, start: MixtureStart(weights: [1, 0])),
            GaussianMixture(components: 1, start: MixtureStart(means: [[1]])),
            GaussianMixture(components: 1, start: MixtureStart(means: [[1, .nan]])),
            GaussianMixture(components: 1, start: MixtureStart(covariances: .tied(unit))),
            GaussianMixture(components: 1, start: MixtureStart(covariances: .full([[[1]]]))),
        ] {
            XCTAssertThrowsError(try settings.fit(table), "\(settings)") {
                guard case EstimatorError.unusableSetting = $0 else { return XCTFail("\($0)") }
            }
        }
        assertThrows(EstimatorError.singularCovariance(component: 0)) {
            try GaussianMixture(
                components: 1, start: MixtureStart(covariances: .full([[[1, 2], [2, 1]]]))
            ).fit(table)
        }
        let fitted = try GaussianMixture(components: 2).fit(table)
        assertThrows(EstimatorError.featureCount(found: 1, expected: 2)) {
            try fitted.probabilities(for: Tensor<Float>.zeros([1, 1]))
        }
        assertThrows(EstimatorError.noSamples) {
            try fitted.logLikelihood(of: Tensor<Float>.zeros([0, 2]))
        }
        XCTAssertEqual(try fitted.probabilities(for: Tensor<Float>.zeros([0, 2])).shape, [0, 2])
        // So far away that every density is 0 in Double: shares and logarithms are still numbers.
        let far = Tensor<Double>(rows: [[1e6, -1e6]])
        XCTAssertEqual(
            try fitted.probabilities(for: far).elements.reduce(0, +), 1, accuracy: 1e-12)
        XCTAssertLessThan(try fitted.logDensities(for: far)[0], -1e6)
    }

    func testDamagedFilesAreRefused() throws {
        let fitted = try GaussianMixture(components: 2).fit(table(20, seed: 1))
        let text = String(decoding: try JSONEncoder().encode(fitted), as: UTF8.self)
        func assertRefused(_ pattern: Regex<Substring>, _ other: String, line: UInt = #line) {
            let damaged = text.replacing(pattern, with: other, maxReplacements: 1)
            XCTAssertNotEqual(damaged, text, line: line)
            XCTAssertThrowsError(
                try JSONDecoder().decode(GaussianMixture.Fitted.self, from: Data(damaged.utf8)),
                line: line)
        }
        assertRefused(/"weights":\[/, "\"weights\":[0.5,")
        assertRefused(/"means":\[\[/, "\"means\":[[1,")
        assertRefused(/\[\[\[[-0-9.e]+/, "[[[-1")
        XCTAssertEqual(
            try JSONDecoder().decode(GaussianMixture.Fitted.self, from: Data(text.utf8)), fitted)
    }
}
