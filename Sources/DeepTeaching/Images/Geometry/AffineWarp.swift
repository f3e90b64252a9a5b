import Foundation

/// A map of the plane that keeps straight lines straight: turning, scaling, shearing, moving.
///
///     x' = xx x + xy y + dx
///     y' = yx x + yy y + dy
///
/// Points are in pixels as of ``PixelPoint``: x to the right, y down, the middle of the first pixel
/// at (0.5, 0.5).
public struct AffineWarp: Sendable, Equatable, Codable {
    /// The four numbers of the linear part.
    public var xx, xy, yx, yy: Double

    /// How far everything moves to the right and down.
    public var dx, dy: Double

    /// The map of these numbers; without any, each point stays where it is.
    public init(
        xx: Double = 1, xy: Double = 0, yx: Double = 0, yy: Double = 1, dx: Double = 0,
        dy: Double = 0
    ) {
        (self.xx, self.xy, self.yx, self.yy) = (xx, xy, yx, yy)
        (self.dx, self.dy) = (dx, dy)
    }

    /// A turn counterclockwise, as one sees it, around a point: by 90 degrees, what was on the right
    /// comes to the top.
    public static func rotation(degrees: Double, around center: PixelPoint) -> AffineWarp {
        let angle = degrees * .pi / 180
        // A quarter turn has sines of exactly 0 and 1.
        let isQuarter = degrees.remainder(dividingBy: 90) == 0
        let (sine, cosine) =
            isQuarter
            ? (sin(angle).rounded(), cos(angle).rounded())
            : (sin(angle), cos(angle))
        return AffineWarp(xx: cosine, xy: sine, yx: -sine, yy: cosine).fixing(center)
    }

    /// Everything `factor` times as large, seen from a point.
    public static func scaling(by factor: Double, around center: PixelPoint) -> AffineWarp {
        AffineWarp(xx: factor, yy: factor).fixing(center)
    }

    /// This map, moved so that a point stays where it is.
    private func fixing(_ point: PixelPoint) -> AffineWarp {
        var map = self
        map.dx = point.x - (xx * point.x + xy * point.y)
        map.dy = point.y - (yx * point.x + yy * point.y)
        return map
    }

    /// Where a point goes.
    public func callAsFunction(_ point: PixelPoint) -> PixelPoint {
        PixelPoint(x: xx * point.x + xy * point.y + dx, y: yx * point.x + yy * point.y + dy)
    }

    /// This map, and then another one.
    public func followed(by next: AffineWarp) -> AffineWarp {
        AffineWarp(
            xx: next.xx * xx + next.xy * yx, xy: next.xx * xy + next.xy * yy,
            yx: next.yx * xx + next.yy * yx, yy: next.yx * xy + next.yy * yy,
            dx: next.xx * dx + next.xy * dy + next.dx, dy: next.yx * dx + next.yy * dy + next.dy)
    }

    /// The map that undoes this one.
    ///
    /// - Throws: `PictureError` if a number is not finite, or the determinant is 0.
    public func inverse() throws -> AffineWarp {
        for number in [xx, xy, yx, yy, dx, dy] where !number.isFinite {
            throw PictureError.unusableNumber(
                name: "affine map", value: "\(number) somewhere", allowed: "finite numbers")
        }
        let determinant = xx * yy - xy * yx
        guard abs(determinant) > 1e-12, determinant.isFinite else {
            throw PictureError.notInvertible(map: self)
        }
        let (a, b) = (yy / determinant, -xy / determinant)
        let (c, d) = (-yx / determinant, xx / determinant)
        return AffineWarp(
            xx: a, xy: b, yx: c, yy: d, dx: -(a * dx + b * dy), dy: -(c * dx + d * dy))
    }
}
