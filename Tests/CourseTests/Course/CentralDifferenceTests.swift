import Foundation
import GraderKit
import XCTest

final class CentralDifferenceTests: XCTestCase {
    private let point = [0.3, -1.7, 200]

    /// f(x, y, z) = sin(x) y^2 + z^2 x.
    private func function(_ x: [Double]) -> Double {
        sin(x[0]) * x[1] * x[1] + x[2] * x[2] * x[0]
    }

    private func gradient(_ x: [Double]) -> [Double] {
        [cos(x[0]) * x[1] * x[1] + x[2] * x[2], 2 * sin(x[0]) * x[1], 2 * x[2] * x[0]]
    }

    /// Proof 5 asks of a right answer at most a tenth of the tolerance.
    func testATrueGradientHasRoomBelowTheTolerance() {
        let verdict = CentralDifference.verdict(on: gradient(point), of: function, at: point)
        XCTAssertLessThan(verdict.error, 0.1)
    }

    /// And of a wrong one at least ten times the tolerance.
    func testAWrongFactorASignAndAMissingTermAreFarBeyondIt() {
        for wrong in [
            gradient(point).map { $0 * 1.0001 }, gradient(point).map { -$0 },
            [point[2] * point[2], 2 * sin(point[0]) * point[1], 2 * point[2] * point[0]],
        ] {
            let verdict = CentralDifference.verdict(on: wrong, of: function, at: point)
            XCTAssertGreaterThan(verdict.error, 10)
        }
    }

    func testAGradientOfAnotherLengthIsWrongAndDoesNotTrap() {
        XCTAssertFalse(CentralDifference.verdict(on: [1], of: function, at: point).isRight)
    }
}
