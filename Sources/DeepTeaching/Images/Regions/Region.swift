import Foundation

/// What is to be measured of one connected region of a mask.
///
/// The measures are those of the scikit-image library, apart from the diameter.
public struct Region: Sendable, Equatable {
    /// Its number in the label image.
    public let label: Int

    /// The number of pixels.
    public let area: Int

    /// The smallest rectangle that holds all pixels.
    public let boundingBox: PixelRectangle

    /// The mean of the pixels' centres: for a single pixel in column 0 and row 0 (0.5, 0.5).
    public let centroid: PixelPoint

    /// The mean of (x - mean x)^2, (y - mean y)^2 and (x - mean x)(y - mean y) over the pixels.
    public let covariance: (xx: Double, yy: Double, xy: Double)

    /// The corners of the convex hull of the pixels' squares.
    public let hull: [PixelPoint]

    /// The number of pixels whose centre lies in the convex hull of the middles of all pixel edges.
    public let convexArea: Int

    /// The area as a share of the bounding box.
    public var extent: Double { Double(area) / Double(boundingBox.area) }

    /// The area as a share of the convex area: 1 for a region without dents.
    public var solidity: Double { Double(area) / Double(convexArea) }

    /// The long axis of the ellipse with the same second moments: 4 sqrt(lambda 1).
    public var majorAxis: Double { 4 * eigenvalues.0.squareRoot() }

    /// The short axis of the ellipse with the same second moments: 4 sqrt(lambda 2).
    public var minorAxis: Double { 4 * eigenvalues.1.squareRoot() }

    /// How stretched that ellipse is, from 0 (a circle) to 1 (a line):
    /// sqrt(1 - lambda 2 / lambda 1).
    public var eccentricity: Double {
        let (first, second) = eigenvalues
        return first == 0 ? 0 : (1 - second / first).squareRoot()
    }

    /// The eigenvalues of the covariance, the larger first.
    private var eigenvalues: (Double, Double) {
        let mean = (covariance.xx + covariance.yy) / 2
        let difference = (covariance.xx - covariance.yy) / 2
        let root = (difference * difference + covariance.xy * covariance.xy).squareRoot()
        return (mean + root, max(0, mean - root))
    }

    /// The largest distance between two points of the region in pixels (maximum Feret diameter).
    public var longestDiameter: Double { longestDiameter(pixelWidth: 1, pixelHeight: 1) }

    /// The largest distance between two points of the region, for pixels of a given size.
    ///
    /// Pixels count as squares, not as points: the diameter runs from corner to corner, so that
    /// even a single pixel has one, its diagonal.
    public func longestDiameter(pixelWidth: Double, pixelHeight: Double) -> Double {
        require(
            pixelWidth > 0 && pixelHeight > 0 && pixelWidth.isFinite && pixelHeight.isFinite,
            "a pixel of \(pixelWidth) x \(pixelHeight) has no size: give two lengths above 0")
        var largest = 0.0
        for (index, a) in hull.enumerated() {
            for b in hull[(index + 1)...] {
                let (dx, dy) = ((a.x - b.x) * pixelWidth, (a.y - b.y) * pixelHeight)
                largest = max(largest, dx * dx + dy * dy)
            }
        }
        return largest.squareRoot()
    }

    /// Whether all measures are equal.
    public static func == (a: Region, b: Region) -> Bool {
        a.label == b.label && a.area == b.area && a.boundingBox == b.boundingBox
            && a.centroid == b.centroid && a.covariance == b.covariance && a.hull == b.hull
            && a.convexArea == b.convexArea
    }
}
