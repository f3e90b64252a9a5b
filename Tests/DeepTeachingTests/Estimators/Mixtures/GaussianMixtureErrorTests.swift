import Foundation
import XCTest

@testable import DeepTeaching

/// Samples, settings and files that are no mixture.
final class GaussianMixtureErrorTests: XCTestCase {
    private func table(_ count: Int, features: Int = 2, seed: UInt64) -> Tensor<Double> {
        var generator = SeededGenerator(seed: seed)
        let noise = Tensor<Double>.normal([count, features], using: &generator)
        let mixing = Tensor<Double>.normal([features, features], using: &generator)
        let places = Tensor<Double>.normal(
            [2, features], standardDeviation: 2, using: &generator)
        return noise.matrixProduct(mixing) + places.gathered((0..<count).map { $0 % 2 })
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
