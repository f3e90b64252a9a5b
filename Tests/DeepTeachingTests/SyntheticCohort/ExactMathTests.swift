import Foundation
import XCTest

@testable import SyntheticCohort

final class ExactMathTests: XCTestCase {
    /// The natural logarithm, for tests that compare with optical densities.
    static func logarithm(_ x: Double) -> Double { log(x) }

    func testSineAndCosineAgreeWithTheCLibrary() {
        for step in -300...300 {
            let turns = Double(step) / 97
            XCTAssertEqual(ExactMath.sine(turns: turns), sin(2 * .pi * turns), accuracy: 1e-10)
            XCTAssertEqual(ExactMath.cosine(turns: turns), cos(2 * .pi * turns), accuracy: 1e-10)
        }
    }

    func testTheExponentialAgreesWithTheCLibrary() {
        for step in -200...200 {
            let x = Double(step) / 13
            XCTAssertEqual(ExactMath.exponential(x) / exp(x), 1, accuracy: 1e-14)
        }
        XCTAssertEqual(ExactMath.exponential(-1e9) / exp(-700), 1, accuracy: 1e-12)
    }

    func testAnglesAgreeWithTheCLibrary() {
        for step in 0..<360 {
            let angle = Double(step) / 360 + 0.0007
            let x = Float(3 * cos(2 * .pi * angle))
            let y = Float(3 * sin(2 * .pi * angle))
            XCTAssertEqual(ExactMath.turns(x: x, y: y), Float(angle), accuracy: 3e-6)
        }
        XCTAssertEqual(ExactMath.turns(x: 0, y: 0), 0)
    }
}
