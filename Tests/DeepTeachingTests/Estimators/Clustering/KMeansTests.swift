import Foundation
import XCTest

@testable import DeepTeaching

final class KMeansTests: XCTestCase {
    /// Three groups that touch each other.
    private func table(_ count: Int, features: Int = 2, seed: UInt64) -> Tensor<Double> {
        var generator = SeededGenerator(seed: seed)
        let noise = Tensor<Double>.normal([count, features], using: &generator)
        let places = Tensor<Double>.normal(
            [3, features], standardDeviation: 2, using: &generator)
        return noise + places.gathered((0..<count).map { $0 % 3 })
    }

    func testScikitLearn() throws {
        for (number, expected) in try ClusteringReference.load().kMeans.enumerated() {
            let found = try expected.settings.fit(Tensor(samples: expected.x))
            XCTAssertEqual(found.labels, expected.labels, "case \(number)")
            XCTAssertEqual(found.iterations, expected.iterations, "case \(number)")
            XCTAssertEqual(found.inertia, expected.inertia, accuracy: 1e-9, "case \(number)")
            assertEqual(
                found.centroids.flatMap { $0 }, expected.centroids.flatMap { $0 },
                accuracy: 1e-10, "centroids of case \(number)")
        }
    }

    func testFloatFindsTheSameClusters() throws {
        for (number, expected) in try ClusteringReference.load().kMeans.enumerated() {
            let table = try Tensor(samples: expected.x)
            let found = try expected.settings.fit(Tensor<Float>(table))
            XCTAssertEqual(found.labels, expected.labels, "case \(number)")
            XCTAssertEqual(found.inertia / expected.inertia, 1, accuracy: 1e-5)
        }
    }

    func testNoStepRaisesTheInertia() throws {
        for seed in 0..<20 as Range<UInt64> {
            let settings = KMeans(clusters: 4, start: .samples, tolerance: 0)
            let steps = Array(try settings.steps(table(90, seed: seed), seed: seed))
            XCTAssertGreaterThan(steps.count, 1)
            for (before, after) in zip(steps, steps.dropFirst()) {
                XCTAssertLessThanOrEqual(after.inertia, before.inertia)
                XCTAssertEqual(after.centroids, before.moved)
            }
            let fitted = try KMeans(clusters: 4, start: .samples, runs: 1, tolerance: 0)
                .fit(table(90, seed: seed), seed: seed)
            XCTAssertEqual(fitted.labels, steps.last?.labels)
            XCTAssertEqual(fitted.centroids, steps.last?.moved)
            XCTAssertEqual(fitted.iterations, steps.count)
            XCTAssertTrue(fitted.hasConverged)
        }
    }

    func testMoreRunsAreNeverWorse() throws {
        let table = table(200, features: 3, seed: 5)
        let inertias = try [1, 2, 5, 20].map {
            try KMeans(clusters: 7, start: .samples, runs: $0).fit(table, seed: 3).inertia
        }
        XCTAssertEqual(inertias, inertias.sorted(by: >))
        XCTAssertLessThan(inertias[3], inertias[0])
    }

    func testUnitsAndOriginDoNotMatter() throws {
        let table = table(120, seed: 8)
        let expected = try KMeans(clusters: 3).fit(table)
        for scale in [0x1p-60, 0x1p-400, 0x1p60, 0x1p400] {
            XCTAssertEqual(try KMeans(clusters: 3).fit(table * scale).labels, expected.labels)
        }
        let float = Tensor<Float>(table)
        for scale in [0x1p-80, 0x1p80] as [Float] {
            let fitted = try KMeans(clusters: 3).fit(float * scale)
            XCTAssertEqual(fitted.labels, expected.labels, "\(scale)")
            XCTAssertEqual(try fitted.predictions(for: float * scale), expected.labels)
        }
        let far = try KMeans(clusters: 3).fit(Tensor<Float>(table + 4096))
        let near = try KMeans(clusters: 3).fit(Tensor<Float>(table + 4096) - 4096)
        XCTAssertEqual(far.labels, near.labels)
        for (a, b) in zip(far.centroids.joined(), near.centroids.joined()) {
            XCTAssertEqual(a - 4096, b, accuracy: 1e-3)
        }
    }

    func testTheOrderOfSamplesDoesNotMatter() throws {
        let table = table(150, seed: 2)
        var generator = SeededGenerator(seed: 1)
        let order = generator.shuffled(Array(0..<150))
        let start = KMeansStart.centroids([[0, 0], [1, 1], [-1, 2]])
        let settings = KMeans(clusters: 3, start: start)
        let expected = try settings.fit(table)
        let found = try settings.fit(table.gathered(order))
        XCTAssertEqual(found.labels, order.map { expected.labels[$0] })
        XCTAssertEqual(found.inertia, expected.inertia, accuracy: 1e-9)
    }

    func testOneThreadAndTwoGiveTheSameBytes() throws {
        let table = table(5000, features: 7, seed: 4)
        let float = Tensor<Float>(table)
        for start in [KMeansStart.plusPlus, .samples] {
            let settings = KMeans(clusters: 5, start: start, runs: 2)
            XCTAssertEqual(
                try withThreads(1) { try settings.fit(float, seed: 1) },
                try withThreads(2) { try settings.fit(float, seed: 1) })
            XCTAssertEqual(
                try withThreads(1) { try settings.fit(table, seed: 1) },
                try withThreads(2) { try settings.fit(table, seed: 1) })
        }
    }

    func testPredictionsAndDistancesOfTheTrainingSamples() throws {
        let table = Tensor<Float>(table(333, features: 5, seed: 6))
        let fitted = try KMeans(clusters: 6).fit(table)
        XCTAssertEqual(try fitted.predictions(for: table), fitted.labels)
        let distances = try fitted.distances(for: table)
        XCTAssertEqual(distances.shape, [333, 6])
        let nearest = fitted.labels.indices.map { distances[$0, fitted.labels[$0]] }
        XCTAssertEqual(
            nearest.reduce(0) { $0 + $1 * $1 }, fitted.inertia, accuracy: 1e-3)
        XCTAssertEqual((-distances).argmax(), fitted.labels)
        XCTAssertEqual(try fitted.predictions(for: Tensor<Float>.zeros([0, 5])), [])
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
