import XCTest

@testable import DeepTeaching

/// The fast distances against the equations in `Double`.
final class CentroidKernelTests: XCTestCase {
    /// Samples that fill no vector, fewer and more features than one, groups of centroids of all sizes.
    private let shapes = [
        (1, 1, 1), (3, 2, 2), (15, 3, 4), (16, 4, 5), (17, 5, 8), (33, 16, 9), (64, 17, 13),
        (255, 8, 3), (257, 9, 21), (1030, 31, 7), (2100, 40, 2), (5000, 3, 12),
    ]

    func testFloatEqualsDouble() {
        for (count, features, clusters) in shapes {
            var generator = SeededGenerator(seed: 1, stream: "\(count), \(features), \(clusters)")
            let samples = Tensor<Float>.normal([count, features], using: &generator)
            let centroids = Tensor<Float>.normal([clusters, features], using: &generator)
            let expected = DoubleKernels.nearestCentroids(
                samples.inDouble, centroids.inDouble, summing: true)
            let distances = DoubleKernels.squaredDistances(samples.inDouble, centroids.inDouble)
            forEachInstructionSet { name in
                let place = "\(name), \(count) x \(features), \(clusters) centroids"
                let found = FloatKernels.nearestCentroids(samples, centroids, summing: true)
                XCTAssertEqual(found.labels, expected.labels, place)
                XCTAssertEqual(found.counts, expected.counts, place)
                XCTAssertEqual(found.inertia / expected.inertia, 1, accuracy: 1e-5, place)
                for (a, b) in zip(found.sums, expected.sums) {
                    XCTAssertEqual(a, b, accuracy: 1e-5 * Double(count).squareRoot(), place)
                }
                XCTAssertEqual(
                    withThreads(1) {
                        FloatKernels.nearestCentroids(samples, centroids, summing: true)
                    }, found, place)
                let all = FloatKernels.squaredDistances(samples, centroids)
                XCTAssertEqual(all.shape, [clusters, count])
                for (a, b) in zip(all.elements, distances.elements) {
                    XCTAssertEqual(Double(a), b, accuracy: 1e-5 * (1 + b), place)
                }
            }
        }
    }

    func testOfEquallyNearCentroidsTheFirstIsTaken() {
        let samples = Tensor<Float>(rows: (0..<40).map { _ in [0, 0] })
        let centroids = Tensor<Float>(rows: (0..<13).map { $0 < 2 ? [2, 0] : [0, 1] })
        forEachInstructionSet { name in
            let found = FloatKernels.nearestCentroids(samples, centroids, summing: false)
            XCTAssertEqual(found.labels, Array(repeating: 2, count: 40), name)
            XCTAssertEqual(found.sums, [])
        }
        let plain = DoubleKernels.nearestCentroids(
            samples.inDouble, centroids.inDouble, summing: false)
        XCTAssertEqual(plain.labels, Array(repeating: 2, count: 40))
    }

    func testWhatIsNoNumberShowsInTheInertia() {
        var samples = Tensor<Float>.zeros([37, 3])
        samples[20, 1] = .nan
        forEachInstructionSet { name in
            let found = FloatKernels.nearestCentroids(
                samples, Tensor<Float>.ones([9, 3]), summing: false)
            XCTAssertFalse(found.inertia.isFinite, name)
        }
    }
}
