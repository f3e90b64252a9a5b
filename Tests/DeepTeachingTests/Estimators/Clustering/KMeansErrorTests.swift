import Foundation
import XCTest

@testable import DeepTeaching

/// Samples, settings and files of which there are no clusters.
final class KMeansErrorTests: XCTestCase {
    /// Three groups that touch each other.
    private func table(_ count: Int, features: Int = 2, seed: UInt64) -> Tensor<Double> {
        var generator = SeededGenerator(seed: seed)
        let noise = Tensor<Double>.normal([count, features], using: &generator)
        let places = Tensor<Double>.normal(
            [3, features], standardDeviation: 2, using: &generator)
        return noise + places.gathered((0..<count).map { $0 % 3 })
    }

    func testFewerDifferentSamplesThanClusters() throws {
        let equal = try KMeans(clusters: 3).fit(Tensor<Float>.ones([5, 2]))
        XCTAssertEqual(equal.inertia, 0)
        XCTAssertEqual(equal.labels, [0, 0, 0, 0, 0])
        XCTAssertTrue(equal.centroids.allSatisfy { $0 == [1, 1] })
        let two = try KMeans(clusters: 4).fit(Tensor<Double>(rows: [[1], [2], [1], [2], [2]]))
        XCTAssertEqual(two.inertia, 0)
        XCTAssertEqual(Set(two.labels).count, 2)
        let constant = try KMeans(clusters: 2).fit(
            Tensor<Double>(rows: [[0, 7], [0.1, 7], [5, 7], [5.2, 7]]))
        XCTAssertEqual(Set(constant.labels[..<2]).count, 1)
        XCTAssertNotEqual(constant.labels[0], constant.labels[3])
    }

    func testWhatCannotBeUsedIsThrown() throws {
        let table = table(5, seed: 1)
        assertThrows(EstimatorError.tooFewSamples(found: 5, needed: 6, for: "6 clusters")) {
            try KMeans(clusters: 6).fit(table)
        }
        assertThrows(EstimatorError.noSamples) {
            try KMeans(clusters: 1).fit(Tensor<Float>.zeros([0, 2]))
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 1, feature: 0)) {
            try KMeans(clusters: 1).fit(Tensor<Float>([1, 2, .nan, 3], shape: [2, 2]))
        }
        assertThrows(EstimatorError.notFinite(value: "inf", sample: 0, feature: 1)) {
            try KMeans(clusters: 1).fit(Tensor<Double>([1, .infinity], shape: [1, 2]))
        }
        assertThrows(infiniteDistance) {
            try KMeans(clusters: 1).fit(Tensor<Double>(rows: [[1e200], [-1e200]]))
        }
        for settings in [
            KMeans(clusters: 0), KMeans(clusters: 1, runs: 0),
            KMeans(clusters: 1, tolerance: -1), KMeans(clusters: 1, tolerance: .nan),
            KMeans(clusters: 1, maximumIterations: 0),
            KMeans(clusters: 1, start: .centroids([[1]])),
            KMeans(clusters: 2, start: .centroids([[1, 2]])),
            KMeans(clusters: 1, start: .centroids([[1, .nan]])),
        ] {
            XCTAssertThrowsError(try settings.fit(table), "\(settings)") {
                guard case EstimatorError.unusableSetting = $0 else { return XCTFail("\($0)") }
            }
        }
        let fitted = try KMeans(clusters: 2).fit(table)
        assertThrows(EstimatorError.featureCount(found: 3, expected: 2)) {
            try fitted.predictions(for: Tensor<Float>.zeros([1, 3]))
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 0, feature: 1)) {
            try fitted.predictions(for: Tensor<Float>([1, .nan], shape: [1, 2]))
        }
        assertThrows(infiniteDistance) {
            try fitted.distances(for: Tensor<Double>(rows: [[1e200, 0]]))
        }
        // Squares that Float cannot hold, but Double can.
        XCTAssertEqual(try fitted.predictions(for: Tensor<Float>(rows: [[1e30, 0]])).count, 1)
    }

    func testDamagedFilesAreRefused() {
        for part in [
            #""centroids":[],"labels":[]"#, #""centroids":[[1],[1,2]],"labels":[0]"#,
            #""centroids":[[1],[2]],"labels":[2]"#, #""centroids":[[]],"labels":[]"#,
        ] {
            let text = "{\(part),\"inertia\":1,\"iterations\":1,\"hasConverged\":true}"
            XCTAssertThrowsError(
                try JSONDecoder().decode(KMeans.Fitted.self, from: Data(text.utf8)), part)
        }
    }
}
