/// The neighbourhood that erosion and dilation look at: some pixels around an origin.
///
/// The origin is the pixel that gets the answer. It need not belong to the element, and the element
/// need not be symmetric about it.
public struct StructuringElement: Sendable, Equatable {
    /// Neighbouring pixels in one row, as offsets from the origin: columns `first` to `last`.
    struct Span: Sendable, Equatable {
        let dy: Int
        let first: Int
        let last: Int
    }

    /// The pixels as spans, row by row from the top, each from left to right; never empty.
    let spans: [Span]

    init(spans: [Span]) { self.spans = spans }

    /// The foreground of a picture as an element.
    ///
    /// - Parameters:
    ///   - mask: at least one pixel must be foreground.
    ///   - origin: the pixel of the picture that gets the answer, which may lie outside; the middle
    ///     if not given, of an even number the right and the lower one, as in SciPy.
    public init(_ mask: Mask, origin: PixelIndex? = nil) {
        let origin = origin ?? PixelIndex(x: mask.size.width / 2, y: mask.size.height / 2)
        let runs = Runs(mask)
        require(!runs.runs.isEmpty, "a structuring element needs at least one foreground pixel")
        spans = (0..<mask.size.height).flatMap { row in
            runs.runs[runs.rowStarts[row]..<runs.rowStarts[row + 1]].map { run in
                Span(
                    dy: row - origin.y, first: Int(run.start) - origin.x,
                    last: Int(run.end) - 1 - origin.x)
            }
        }
    }

    /// The element turned by half a turn about its origin: every offset with the other sign.
    public var reflected: StructuringElement {
        StructuringElement(
            spans: spans.reversed().map { Span(dy: -$0.dy, first: -$0.last, last: -$0.first) })
    }

    /// The number of pixels.
    public var area: Int { spans.reduce(0) { $0 + $1.last - $1.first + 1 } }

    /// The element as a picture whose middle is the origin, for a figure.
    public var mask: Mask {
        let reach = spans.map { max(abs($0.dy), abs($0.first), abs($0.last)) }.max() ?? 0
        var mask = Mask(size: PixelSize(side: 2 * reach + 1))
        for span in spans {
            for dx in span.first...span.last { mask[x: reach + dx, y: reach + span.dy] = true }
        }
        return mask
    }
}
