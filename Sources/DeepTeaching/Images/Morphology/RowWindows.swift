/// How an element looks along the rows of a picture: the windows that its spans are, each once.
///
/// A window of the lengths 1, 2, 4, ... is made of two of half its length, and any other length of
/// two such windows that overlap. So a wide element costs a few passes more than a narrow one.
struct RowWindows {
    /// The pixels `x - first` to `x - first - length + 1`, for the answer at x.
    struct Window: Hashable {
        let first: Int
        let length: Int

        /// The largest power of two that is not longer.
        var power: Int { 1 << (Int.bitWidth - 1 - length.leadingZeroBitCount) }
    }

    /// The windows by rising length.
    let windows: [Window]

    /// Each span: how many rows below its source the answer stands, and which window it is.
    let spans: [(dy: Int, window: Int)]

    /// How far the windows reach to the right of the last column.
    let margin: Int

    /// - Parameter size: of the picture; offsets that no two of its pixels have are left out.
    init(_ element: StructuringElement, size: PixelSize) {
        var places: [(dy: Int, window: Window)] = []
        for span in element.spans where abs(span.dy) < size.height {
            let first = max(span.first, 1 - size.width)
            let last = min(span.last, size.width - 1)
            if first > last { continue }
            places.append((span.dy, Window(first: first, length: last - first + 1)))
        }
        let windows = Set(places.map(\.window)).sorted {
            ($0.length, $0.first) < ($1.length, $1.first)
        }
        var numbers: [Window: Int] = [:]
        for (number, window) in windows.enumerated() { numbers[window] = number }
        self.windows = windows
        spans = places.map { ($0.dy, numbers[$0.window] ?? 0) }
        margin = max(0, -(windows.map(\.first).min() ?? 0))
    }
}
