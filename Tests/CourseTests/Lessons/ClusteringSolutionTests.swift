import Curriculum
import DeepTeaching
import Foundation
import Solutions
import XCTest

/// The library and the solutions of Lesson 12 give the same answers.
final class ClusteringSolutionTests: XCTestCase {
    private typealias Solution = ClusteringSolution

    private var generator = SeededGenerator(seed: 12)

    /// Points in three clouds that overlap.
    private func clouds(_ count: Int) -> [[Double]] {
        (0..<count).map { index in
            let middle = [[0, 0], [3, 1], [1, 4]][index % 3] as [Double]
            return middle.map { $0 + generator.normal() }
        }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try Solution.assign(points: [[0, 0], [9, 0]], centroids: [[1, 0], [8, 0]]), [0, 1])
        XCTAssertEqual(
            try Solution.updateCentroids(
                points: [[0, 0], [2, 0], [9, 9]], assignment: [0, 0, 1],
                previous: [[5, 5], [6, 6]]),
            [[1, 0], [9, 9]])
        XCTAssertEqual(
            try Solution.kMeansPlusPlus(points: [[0], [2], [6]], draws: [0.4, 0.5]), [1, 2])
        XCTAssertEqual(
            try Solution.gaussianLogDensity(point: [5], mean: [3], factor: [[2]]), -2.112,
            accuracy: 5e-4)
        let shares = try Solution.expectationStep(
            logDensities: [[-1000, -1000]], weights: [0.25, 0.75])
        assertEqual(shares.flatMap(\.self), [0.25, 0.75], accuracy: 1e-12)
        XCTAssertEqual(
            try Solution.maximizationStep(
                points: [[0, 0], [2, 4]], responsibilities: [[1], [1]], previous: [[5, 5]],
                floor: 0.5),
            MixtureEstimate(
                weights: [1], means: [[1, 2]], covariances: [[[1.5, 2], [2, 4.5]]]))
        XCTAssertEqual(
            try Solution.bayesianInformationCriterion(
                logLikelihood: -150, points: 100, components: 1, features: 1),
            309.21, accuracy: 0.005)
    }

    func testKMeansOfTheSolutionsIsTheLibrarys() throws {
        let points = clouds(120)
        var centroids = Array(points.prefix(3))
        let settings = KMeans(clusters: 3, start: .centroids(centroids), tolerance: 0)
        for step in try settings.steps(Tensor(rows: points)) {
            let labels = try Solution.assign(points: points, centroids: centroids)
            XCTAssertEqual(labels, step.labels)
            centroids = try Solution.updateCentroids(
                points: points, assignment: labels, previous: centroids)
            assertEqual(centroids.flatMap(\.self), step.moved.flatMap(\.self), accuracy: 1e-9)
        }
    }

    /// With one candidate the library draws the same numbers in the same order.
    func testKMeansPlusPlusIsTheLibrarys() throws {
        for seed in UInt64(0)..<20 {
            let points = clouds(60)
            var (library, own) = (SeededGenerator(seed: seed), SeededGenerator(seed: seed))
            let chosen = try KMeansPlusPlus(candidates: 1).samples(
                5, from: Tensor(rows: points), using: &library)
            let first = (Double(own.index(below: 60)) + 0.5) / 60
            let draws = [first] + (0..<4).map { _ in own.uniform() }
            XCTAssertEqual(try Solution.kMeansPlusPlus(points: points, draws: draws), chosen)
        }
    }

    /// Step by step, from the same start, with the solutions' densities, shares and parameters.
    func testExpectationMaximisationOfTheSolutionsIsTheLibrarys() throws {
        let points = clouds(90)
        let circle = [[1.0, 0], [0, 1]]
        var estimate = MixtureEstimate(
            weights: [0.3, 0.3, 0.4], means: Array(points.prefix(3)),
            covariances: [circle, circle, circle])
        let mixture = GaussianMixture(
            components: 3,
            start: MixtureStart(
                weights: estimate.weights, means: estimate.means,
                covariances: .full(estimate.covariances)),
            covarianceFloor: 0.01, tolerance: 0, maximumIterations: 15)
        var steps = try mixture.steps(Tensor(rows: points))
        while let step = try steps.next() {
            let logs = try points.map { point in
                try (0..<3).map { k in
                    try Solution.gaussianLogDensity(
                        point: point, mean: estimate.means[k],
                        factor: factor(estimate.covariances[k]))
                }
            }
            let shares = try Solution.expectationStep(
                logDensities: logs, weights: estimate.weights)
            let likelihood = logs.reduce(0) { sum, row in
                sum + log(zip(row, estimate.weights).reduce(0) { $0 + $1.1 * exp($1.0) })
            }
            XCTAssertEqual(likelihood / 90, step.logLikelihood, accuracy: 1e-9)
            estimate = try Solution.maximizationStep(
                points: points, responsibilities: shares, previous: estimate.means, floor: 0.01)
            assertEqual(estimate.weights, step.parameters.weights, accuracy: 1e-9)
            assertEqual(
                estimate.means.flatMap(\.self), step.parameters.means.flatMap(\.self),
                accuracy: 1e-9)
            assertEqual(
                estimate.covariances.flatMap { $0.flatMap(\.self) },
                (0..<3).flatMap { step.parameters.covariance(of: $0).flatMap(\.self) },
                accuracy: 1e-9)
        }
    }

    func testTheCriterionIsTheLibrarys() throws {
        let points = Tensor(rows: clouds(60))
        for components in 1...4 {
            let fitted = try GaussianMixture(components: components).fit(points)
            XCTAssertEqual(
                try Solution.bayesianInformationCriterion(
                    logLikelihood: 60 * fitted.logLikelihood(of: points), points: 60,
                    components: components, features: 2),
                try fitted.bayesianInformationCriterion(for: points), accuracy: 1e-9)
        }
    }

    /// L with L L' = S, for two features.
    private func factor(_ covariance: [[Double]]) -> [[Double]] {
        let a = covariance[0][0].squareRoot()
        let b = covariance[1][0] / a
        return [[a, 0], [b, (covariance[1][1] - b * b).squareRoot()]]
    }

    private func assertEqual(_ left: [Double], _ right: [Double], accuracy: Double) {
        XCTAssertEqual(left.count, right.count)
        for (a, b) in zip(left, right) { XCTAssertEqual(a, b, accuracy: accuracy) }
    }
}
