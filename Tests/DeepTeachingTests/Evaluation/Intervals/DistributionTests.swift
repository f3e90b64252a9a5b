import XCTest

@testable import DeepTeaching

/// The normal and the beta distribution, on which intervals and tests stand.
final class DistributionTests: XCTestCase {
    func testNormalQuantilesEqualScipy() throws {
        let example = try IntervalReference.load().normal
        for (share, quantile) in zip(example.shares, example.quantiles) {
            XCTAssertEqual(
                normalQuantile(share), quantile, accuracy: 1e-12 * max(1, abs(quantile)))
            XCTAssertEqual(normalShare(below: quantile) / share, 1, accuracy: 1e-11)
        }
        XCTAssertEqual(normalQuantile(0.5), 0, accuracy: 1e-15)
        XCTAssertEqual(normalDeviate(confidence: 0.95), 1.959963984540054, accuracy: 1e-14)
    }

    func testIncompleteBetaEqualsScipy() throws {
        for example in try IntervalReference.load().beta {
            let found = incompleteBeta(example.x, example.a, example.b)
            XCTAssertEqual(
                found, example.share, accuracy: 1e-12, "\(example.x), \(example.a), \(example.b)")
        }
    }

    /// I_p(k, n - k + 1) is the probability of at least k of n.
    func testIncompleteBetaSumsTheBinomialDistribution() {
        let (n, p) = (12, 0.3)
        var probability = 1.0
        var term = pow(1 - p, Double(n))
        for k in 1...n {
            probability -= term
            XCTAssertEqual(
                incompleteBeta(p, Double(k), Double(n - k + 1)), probability, accuracy: 1e-14)
            term *= p / (1 - p) * Double(n - k + 1) / Double(k)
        }
        XCTAssertEqual(incompleteBeta(0, 2, 3), 0)
        XCTAssertEqual(incompleteBeta(1, 2, 3), 1)
    }

    func testBetaQuantileTurnsItBack() {
        for (a, b) in [(1.0, 1.0), (1, 30), (200, 3.5)] {
            for share in [0.001, 0.4, 0.999] {
                let x = betaQuantile(share, a, b)
                XCTAssertEqual(incompleteBeta(x, a, b), share, accuracy: 1e-12)
            }
        }
    }
}
