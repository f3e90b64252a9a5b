import DeepTeaching
import Foundation
import XCTest

final class CovarianceEllipseTests: XCTestCase {
    func testAxesAndAngle() {
        let turned = CovarianceEllipse(center: [1, 2], covariance: [[2, 1], [1, 2]])
        XCTAssertEqual(turned.longRadius, 3.0.squareRoot(), accuracy: 1e-15)
        XCTAssertEqual(turned.shortRadius, 1, accuracy: 1e-15)
        XCTAssertEqual(turned.angle, .pi / 4, accuracy: 1e-15)
        let falling = CovarianceEllipse(center: [0, 0], covariance: [[2, -1], [-1, 2]])
        XCTAssertEqual(falling.angle, -.pi / 4, accuracy: 1e-15)
        let upright = CovarianceEllipse(
            center: [0, 0], covariance: [[1, 0], [0, 9]], deviations: 2)
        XCTAssertEqual(upright.longRadius, 6)
        XCTAssertEqual(upright.shortRadius, 2)
        XCTAssertEqual(upright.angle, .pi / 2)
        let circle = CovarianceEllipse(center: [0, 0], covariance: [[4, 0], [0, 4]])
        XCTAssertEqual([circle.longRadius, circle.shortRadius, circle.angle], [2, 2, 0])
    }

    func testFlatAndEmptyOnes() {
        let line = CovarianceEllipse(center: [0, 0], covariance: [[1, 1], [1, 1]])
        XCTAssertEqual(line.longRadius, 2.0.squareRoot(), accuracy: 1e-15)
        XCTAssertEqual(line.shortRadius, 0)
        let point = CovarianceEllipse(center: [3, 4], covariance: [[0, 0], [0, 0]])
        XCTAssertEqual(point.points(3), [[3, 4], [3, 4], [3, 4]])
    }

    /// All points have the same distance in units of the covariance, and the curve is closed.
    func testPointsLieOnTheCurve() {
        let (a, b, c) = (5.0, -1.5, 0.75)
        let ellipse = CovarianceEllipse(
            center: [1, -2], covariance: [[a, b], [b, c]], deviations: 3)
        let points = ellipse.points(50)
        XCTAssertEqual(points.count, 50)
        XCTAssertEqual(points.first, points.last)
        for point in points {
            let (x, y) = (point[0] - 1, point[1] + 2)
            let square = (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b)
            XCTAssertEqual(square, 9, accuracy: 1e-11)
        }
    }
}
