/// How many pixels of a mask are foreground in any rectangle, by four looks into a table.
///
/// S(x, y) is the number of foreground pixels to the left of column x and above row y; then the
/// rectangle of columns a ..< b and rows c ..< d holds
///
///     S(b, d) - S(a, d) - S(b, c) + S(a, c)
///
/// of them, however large it is. The table takes one pass and four bytes a pixel.
///
/// Source: Crow, Summed-area tables for texture mapping, SIGGRAPH, 1984.
public struct SummedAreaTable: Sendable, Equatable {
    /// Width and height of the mask in pixels.
    public let size: PixelSize

    /// S, axes [height + 1, width + 1], row by row.
    private let sums: [UInt32]

    /// The sums over a mask of less than 2^32 pixels.
    public init(_ mask: Mask) {
        let (width, height) = (mask.size.width, mask.size.height)
        require(
            mask.size.area <= Int(UInt32.max),
            "a mask of \(mask.size) pixels is too large for sums of 32 bits")
        size = mask.size
        var sums = [UInt32](repeating: 0, count: (width + 1) * (height + 1))
        mask.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                var inRow: UInt32 = 0
                let above = y * (width + 1)
                for x in 0..<width {
                    if pixels[y * width + x] { inRow += 1 }
                    sums[above + width + 1 + x + 1] = sums[above + x + 1] + inRow
                }
            }
        }
        self.sums = sums
    }

    /// The number of foreground pixels in a rectangle; what lies outside the mask has none.
    public func count(in rectangle: PixelRectangle) -> Int {
        count(
            columns: Self.inside(rectangle.x, rectangle.width, limit: size.width),
            rows: Self.inside(rectangle.y, rectangle.height, limit: size.height))
    }

    /// Which share of a rectangle is foreground, from 0 to 1: what lies outside the mask counts as
    /// background, and a rectangle without pixels has the share 0.
    public func share(of rectangle: PixelRectangle) -> Double {
        guard rectangle.width > 0, rectangle.height > 0 else { return 0 }
        let area = Double(rectangle.width) * Double(rectangle.height)
        return Double(count(in: rectangle)) / area
    }

    /// The area of foreground, in square pixels, between any two columns and rows: of a pixel at the
    /// border the part counts that lies between.
    ///
    /// Nine rectangles of whole pixels at most, so that nothing is lost by taking large sums from
    /// each other: where there is no foreground, the area is 0.
    func area(columns: ClosedRange<Double>, rows: ClosedRange<Double>) -> Double {
        let columns = Self.pieces(of: columns, limit: size.width)
        let rows = Self.pieces(of: rows, limit: size.height)
        var area = 0.0
        for row in rows {
            for column in columns {
                area +=
                    row.part * column.part
                    * Double(count(columns: column.pixels, rows: row.pixels))
            }
        }
        return area
    }

    /// The number in columns and rows that lie on the mask.
    private func count(columns: Range<Int>, rows: Range<Int>) -> Int {
        if columns.isEmpty || rows.isEmpty { return 0 }
        let (upper, lower) = (
            rows.lowerBound * (size.width + 1), rows.upperBound * (size.width + 1)
        )
        return Int(sums[lower + columns.upperBound]) + Int(sums[upper + columns.lowerBound])
            - Int(sums[lower + columns.lowerBound]) - Int(sums[upper + columns.upperBound])
    }

    /// The pixels of a stretch that lie on the mask; its end may be too large for a number.
    private static func inside(_ start: Int, _ length: Int, limit: Int) -> Range<Int> {
        let (end, isTooLarge) = start.addingReportingOverflow(max(0, length))
        let first = min(max(start, 0), limit)
        return first..<max(first, isTooLarge ? limit : min(end, limit))
    }

    /// The whole pixels that a stretch covers, and those at its ends with the part that it covers.
    private static func pieces(
        of stretch: ClosedRange<Double>, limit: Int
    ) -> [(pixels: Range<Int>, part: Double)] {
        let start = min(max(stretch.lowerBound, 0), Double(limit))
        let end = min(max(stretch.upperBound, 0), Double(limit))
        guard end > start else { return [] }
        let (first, last) = (Int(start.rounded(.down)), Int(end.rounded(.up)))
        if last - first == 1 { return [(first..<last, end - start)] }
        return [
            (first..<first + 1, Double(first + 1) - start), (first + 1..<last - 1, 1),
            (last - 1..<last, end - Double(last - 1)),
        ]
    }
}
