import Foundation
import XCTest

@testable import DeepTeaching

/// The pass of expectation maximisation against its equations, one sample at a time.
final class MixtureKernelTests: XCTestCase {
    private struct Case {
        let parameters: MixtureParameters
        let table: SampleTable
    }

    private func makeCase(
        _ count: Int, _ d: Int, _ k: Int, _ kind: MixtureCovariances.Kind
    ) throws -> Case {
        var generator = SeededGenerator(seed: 2, stream: "\(count), \(d), \(k)")
        let samples = Tensor<Double>.normal(
            [count, d], standardDeviation: 2, using: &generator)
        let means = Tensor<Double>.normal([k, d], using: &generator)
        let matrices = (0..<k).map { _ in
            let a = Tensor<Double>.normal([d, d], using: &generator)
            return (a.matrixProduct(a, transposingSecond: true) + Tensor<Double>.identity(d)).rows
        }
        let variances = Tensor<Double>.uniform([k, d], from: 0.5, to: 2, using: &generator).rows
        let covariances: MixtureCovariances =
            switch kind {
            case .full: .full(matrices)
            case .tied: .tied(matrices[0])
            case .diagonal: .diagonal(variances)
            case .spherical: .spherical(variances.map { $0[0] })
            }
        let weights = (1...k).map { Double($0) / Double(k * (k + 1) / 2) }
        return Case(
            parameters: MixtureParameters(
                weights: weights, means: means.rows, covariances: covariances),
            table: try SampleTable(samples))
    }

    /// log w - (d log 2 pi + log det S + y' S^-1 y) / 2 with y = x - m, by the solver of equations.
    private func logarithm(_ x: [Double], _ p: MixtureParameters, _ k: Int) throws -> Double {
        let y = zip(x, p.means[k]).map { $0 - $1 }
        let covariance = p.covariance(of: k)
        let solution = try XCTUnwrap(solvePositiveDefinite(covariance, y))
        let factor = try XCTUnwrap(choleskyFactor(covariance))
        let determinant = factor.indices.reduce(0) { $0 + 2 * log(factor[$1][$1]) }
        let square = zip(y, solution).reduce(0) { $0 + $1.0 * $1.1 }
        return log(p.weights[k]) - (Double(x.count) * log(2 * .pi) + determinant + square) / 2
    }

    func testSharesAndDensities() throws {
        for (count, d, k) in [
            (1, 1, 1), (7, 2, 3), (8, 3, 2), (20, 5, 4), (1100, 2, 2), (30, 9, 1),
        ] {
            for kind in MixtureCovariances.Kind.allCases {
                let given = try makeCase(count, d, k, kind)
                let logarithms = try (0..<count).map { sample in
                    try (0..<k).map {
                        try logarithm(
                            Array(given.table.values[sample * d..<(sample + 1) * d]),
                            given.parameters, $0)
                    }
                }
                let densities = logarithms.map { row in
                    let most = row.max() ?? 0
                    return most + log(row.reduce(0) { $0 + exp($1 - most) })
                }
                let shares = zip(logarithms, densities).flatMap { row, density in
                    row.map { exp($0 - density) }
                }
                let density = try MixtureDensity(given.parameters)
                forEachInstructionSet { name in
                    let what = "\(name), \(kind), \(count) x \(d), \(k) components"
                    let found = density.expectation(of: given.table, .shares)
                    assertEqual(found.shares, shares, accuracy: 1e-13, what)
                    assertEqual(
                        density.expectation(of: given.table, .logDensities).logDensities, densities,
                        accuracy: 1e-11, what)
                    XCTAssertEqual(
                        found.logLikelihood, densities.reduce(0, +), accuracy: 1e-9, what)
                }
                try checkMaximization(given, kind, shares: shares)
            }
        }
    }

    /// Weights, means and covariances by their definitions.
    private func checkMaximization(
        _ given: Case, _ kind: MixtureCovariances.Kind, shares: [Double]
    ) throws {
        let (k, d) = (given.parameters.componentCount, given.parameters.featureCount)
        let x = Tensor(given.table.values, shape: [given.table.sampleCount, d])
        let shares = Tensor(shares, shape: [given.table.sampleCount, k])
        let density = try MixtureDensity(given.parameters)
        forEachInstructionSet { name in
            let found = MixtureMaximization(
                kind: kind, floor: 0.25, means: given.parameters.means,
                moments: density.expectation(of: given.table, .moments).moments
            ).parameters()
            for component in 0..<k {
                let share = shares.slice(component..<component + 1, axis: 1)
                let sum = share.sum()
                XCTAssertEqual(
                    found.weights[component], sum.scalar / Double(x.shape[0]), accuracy: 1e-12)
                let mean = (x * share).sum(axes: [0]) / sum
                assertEqual(found.means[component], mean.elements, accuracy: 1e-11, name)
                if kind == .tied || kind == .spherical { continue }
                let covariance =
                    ((x - mean) * share).matrixProduct(x - mean, transposingFirst: true) / sum
                let expected = (covariance + Tensor<Double>.identity(d) * 0.25).rows
                for (row, values) in found.covariance(of: component).enumerated() {
                    for (column, value) in values.enumerated() where kind == .full || row == column
                    {
                        XCTAssertEqual(value, expected[row][column], accuracy: 1e-10, name)
                    }
                }
            }
        }
    }
}
