/// Walks along the edges between foreground and background pixels, the foreground to its right.
///
/// So it goes around a region with the clock, and around a hole against it. Where two pixels of the
/// foreground share no more than a corner, it goes on to the other one if corners connect (a turn to
/// the left), and stays with its own if they do not (a turn to the right).
struct BorderTracer {
    /// Where it can go: the order is that of turns to the right.
    private enum Heading: Int {
        case right, down, left, up

        var step: (x: Int, y: Int) { [(1, 0), (0, 1), (-1, 0), (0, -1)][rawValue] }

        func turned(by quarters: Int) -> Heading { Heading(rawValue: (rawValue + quarters) & 3)! }

        /// The pixel ahead on the right side, as seen from a corner between pixels.
        var pixelAhead: (x: Int, y: Int) { [(0, 0), (-1, 0), (-1, -1), (0, -1)][rawValue] }
    }

    private let mask: Mask
    private let turnAtSharedCorner: Int

    /// Whether the upper edge of each pixel has been walked along.
    private var isWalked: [Bool]

    init(_ mask: Mask, connectivity: Connectivity) {
        self.mask = mask
        turnAtSharedCorner = connectivity == .eight ? -1 : 1
        isWalked = [Bool](repeating: false, count: mask.size.area)
    }

    /// Whether a border that was not walked along yet begins above a pixel. Each border has an edge
    /// above some pixel, since it cannot come back without going to the right.
    func beginsBorder(x: Int, y: Int) -> Bool {
        mask[x: x, y: y] && !isForeground(x, y - 1) && !isWalked[y * mask.size.width + x]
    }

    /// The corners of the border that runs above a pixel, where it turns.
    mutating func border(from pixel: PixelIndex) -> [PixelPoint] {
        var (x, y, heading) = (pixel.x, pixel.y, Heading.right)
        var corners: [PixelPoint] = []
        repeat {
            corners.append(PixelPoint(x: Double(x), y: Double(y)))
            var turn = 0
            repeat {
                if heading == .right { isWalked[y * mask.size.width + x] = true }
                (x, y) = (x + heading.step.x, y + heading.step.y)
                turn = self.turn(x, y, heading)
            } while turn == 0
            heading = heading.turned(by: turn)
        } while (x, y, heading) != (pixel.x, pixel.y, .right)
        return corners
    }

    /// How many quarters to the right the border turns at a corner: 0, 1, or -1.
    private func turn(_ x: Int, _ y: Int, _ heading: Heading) -> Int {
        let (right, left) = (heading.pixelAhead, heading.turned(by: -1).pixelAhead)
        switch (isForeground(x + left.x, y + left.y), isForeground(x + right.x, y + right.y)) {
        case (false, true): return 0
        case (true, true): return -1
        case (false, false): return 1
        case (true, false): return turnAtSharedCorner
        }
    }

    private func isForeground(_ x: Int, _ y: Int) -> Bool {
        mask.size.contains(PixelIndex(x: x, y: y)) && mask[x: x, y: y]
    }
}
