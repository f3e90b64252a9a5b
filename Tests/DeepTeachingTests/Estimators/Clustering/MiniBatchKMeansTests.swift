import XCTest

@testable import DeepTeaching

final class MiniBatchKMeansTests: XCTestCase {
    private let table: Tensor<Float> = {
        var generator = SeededGenerator(seed: 3)
        let noise = Tensor<Float>.normal([4000, 3], using: &generator)
        let places = Tensor<Float>.normal([6, 3], standardDeviation: 4, using: &generator)
        return noise + places.gathered((0..<4000).map { $0 % 6 })
    }()

    func testItIsNearlyAsGoodAsAllSamples() throws {
        let all = try KMeans(clusters: 6).fit(table)
        let some = try MiniBatchKMeans(clusters: 6, batchSize: 256).fit(table, seed: 1)
        XCTAssertLessThan(some.inertia, 1.03 * all.inertia)
        XCTAssertEqual(try some.predictions(for: table), some.labels)
        XCTAssertEqual(some.iterations, 156)
    }

    /// A centroid is the mean of all that has joined it: with batches of all samples and one epoch it is
    /// the mean of its samples.
    func testOneStepWithAllSamplesIsAStepOfKMeans() throws {
        let start = KMeansStart.centroids(
            (0..<6).map { row in
                (0..<3).map { Double(table[row, $0]) }
            })
        let settings = MiniBatchKMeans(
            clusters: 6, start: start, batchSize: 4000, epochs: 1)
        let step = try KMeans(clusters: 6, start: start, maximumIterations: 1).fit(table)
        XCTAssertEqual(try settings.fit(table).centroids, step.centroids)
    }

    func testOneThreadAndTwoGiveTheSameBytes() throws {
        let settings = MiniBatchKMeans(clusters: 4, batchSize: 3000, epochs: 2)
        XCTAssertEqual(
            try withThreads(1) { try settings.fit(table, seed: 5) },
            try withThreads(2) { try settings.fit(table, seed: 5) })
    }

    func testWhatCannotBeUsedIsThrown() {
        for settings in [
            MiniBatchKMeans(clusters: 0), MiniBatchKMeans(clusters: 1, batchSize: 0),
            MiniBatchKMeans(clusters: 1, epochs: 0),
        ] { XCTAssertThrowsError(try settings.fit(table), "\(settings)") }
        assertThrows(EstimatorError.tooFewSamples(found: 4000, needed: 4001, for: "4001 clusters"))
        { try MiniBatchKMeans(clusters: 4001).fit(table) }
    }
}
