import Foundation

/// The ellipse with the same second moments as a region.
extension Region {
    /// The mean of (x - mean x)^2, (y - mean y)^2 and (x - mean x)(y - mean y) over the pixels.
    public var covariance: (xx: Double, yy: Double, xy: Double) { sums.covariance }

    /// The long axis of the ellipse: 4 sqrt(lambda 1), where lambda 1 >= lambda 2 are the eigenvalues
    /// of the covariance.
    public var majorAxis: Double { 4 * eigenvalues.0.squareRoot() }

    /// The short axis of the ellipse: 4 sqrt(lambda 2).
    public var minorAxis: Double { 4 * eigenvalues.1.squareRoot() }

    /// How stretched the ellipse is, from 0 (a circle) to 1 (a line): sqrt(1 - lambda 2 / lambda 1).
    public var eccentricity: Double {
        let (first, second) = eigenvalues
        return first == 0 ? 0 : (1 - second / first).squareRoot()
    }

    /// The angle from the vertical to the long axis in radians, from -pi/2 to pi/2: 0 stands upright,
    /// pi/4 runs from the upper left to the lower right.
    ///
    ///     orientation = atan2(2 cov(x, y), var y - var x) / 2
    ///
    /// A region that is as wide as it is high in every direction, such as a disk, has no long axis;
    /// its angle is -pi/4.
    public var orientation: Double {
        let (xx, yy, xy) = covariance
        if xx == yy { return xy > 0 ? Double.pi / 4 : -Double.pi / 4 }
        return atan2(2 * xy, yy - xx) / 2
    }

    private var eigenvalues: (Double, Double) {
        let (xx, yy, xy) = covariance
        let mean = (xx + yy) / 2
        let difference = (xx - yy) / 2
        let root = (difference * difference + xy * xy).squareRoot()
        return (mean + root, max(0, mean - root))
    }
}
