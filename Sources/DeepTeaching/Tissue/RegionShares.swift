/// How much of any region of a slide is foreground of a mask, from sums that are made once.
///
/// `SlideMask.fraction(of:)` counts the pixels of a region, and takes the longer the larger the
/// region is. For thousands of patches that overlap the same pixels are counted again and again;
/// here each region costs the same few looks into a `SummedAreaTable`, and both agree.
///
/// ```swift
/// let shares = RegionShares(try TissueMask(of: slide))
/// let full = regions.filter { shares.fraction(of: $0) >= 0.5 }
/// ```
public struct RegionShares: Sendable, Equatable {
    /// Where the pixels of the mask lie on the slide.
    public let frame: RasterFrame

    /// The sums over the mask.
    public let table: SummedAreaTable

    /// The sums over a mask of tissue, or of tumour.
    public init(_ mask: some SlideMask) {
        frame = mask.raster.frame
        table = SummedAreaTable(mask.mask)
    }

    /// How much of a rectangle is foreground, from 0 to 1.
    ///
    /// Pixels of the mask count by the part that lies in the rectangle; what lies outside the mask
    /// counts as background. A rectangle without an area, or with a side that is not a number, has
    /// the share 0.
    ///
    /// - Parameter rectangle: in level-0 pixels; it may hang over the border of the slide.
    public func fraction(of rectangle: BaselineRectangle) -> Double {
        let first = frame.position(of: rectangle.origin)
        let end = frame.position(of: BaselinePoint(x: rectangle.right, y: rectangle.bottom))
        guard end.x > first.x, end.y > first.y else { return 0 }
        let area = (end.x - first.x) * (end.y - first.y)
        let covered = table.area(columns: first.x...end.x, rows: first.y...end.y)
        return min(1, covered / area)
    }
}
