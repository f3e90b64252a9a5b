import Foundation

/// An ellipse of equal density of a normal distribution of two features.
///
/// Its axes are those along which the features vary most and least; a half axis is as long as the standard
/// deviation along it, times the number of deviations that was asked for.
public struct CovarianceEllipse: Sendable, Equatable {
    /// The mean.
    public let center: [Double]

    /// Half the long axis.
    public let longRadius: Double

    /// Half the short axis.
    public let shortRadius: Double

    /// The angle from the first feature to the long axis, in radians, above -pi / 2 and up to pi / 2; 0 for
    /// a circle.
    public let angle: Double

    /// The ellipse of a covariance [[a, b], [b, c]].
    ///
    /// Its eigenvalues are (a + c) / 2 + and - sqrt(((a - c) / 2)^2 + b^2), and the angle to the axis of the
    /// larger one is atan2(2 b, a - c) / 2.
    public init(center: [Double], covariance: [[Double]], deviations: Double = 1) {
        require(
            center.count == 2 && covariance.count == 2 && covariance.allSatisfy { $0.count == 2 },
            "an ellipse takes a center of two numbers and a covariance of two rows of two")
        self.center = center
        let (a, b, c) = (covariance[0][0], covariance[0][1], covariance[1][1])
        let middle = (a + c) / 2
        let distance = hypot((a - c) / 2, b)
        longRadius = deviations * max(0, middle + distance).squareRoot()
        // The product of the eigenvalues is the determinant: no difference of near numbers.
        let least = middle + distance > 0 ? (a * c - b * b) / (middle + distance) : 0
        shortRadius = deviations * max(0, least).squareRoot()
        angle = distance > 0 ? atan2(2 * b, a - c) / 2 : 0
    }

    /// Points on the curve, the first one on the long axis; the last one is the first again.
    ///
    /// - Returns: axes [point, feature].
    public func points(_ count: Int = 100) -> [[Double]] {
        require(count > 1, "\(count) points are no curve: ask for 2 or more")
        return (0..<count).map { index in
            let turn = 2 * Double.pi * Double(index % (count - 1)) / Double(count - 1)
            let (along, across) = (longRadius * cos(turn), shortRadius * sin(turn))
            return [
                center[0] + along * cos(angle) - across * sin(angle),
                center[1] + along * sin(angle) + across * cos(angle),
            ]
        }
    }
}
