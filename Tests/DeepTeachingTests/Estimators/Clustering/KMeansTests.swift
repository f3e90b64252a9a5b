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
}
