/// How the pixels of one axis share out over fewer or more pixels.
///
/// With n source pixels and m target pixels, in units of 1/m of a source pixel, target i covers
/// [i n, (i + 1) n) and source j covers [j m, (j + 1) m): all overlaps are whole numbers, and each
/// target's overlaps sum to n. So averages need no rounding before the last division.
struct AreaAveraging {
    /// For each target pixel, the source pixels from `first` on that it touches.
    struct Share {
        let first: Int
        let weights: [UInt32]
    }

    let shares: [Share]

    /// What the weights of each share sum to.
    let total: Int

    init(from source: Int, to target: Int) {
        let divisor = AreaAveraging.greatestCommonDivisor(source, target)
        let n = source / divisor
        let m = target / divisor
        total = n
        shares = (0..<target).map { i in
            let start = i * n
            let end = start + n
            let first = start / m
            let last = (end - 1) / m
            let weights = (first...last).map { j in
                UInt32(min(end, (j + 1) * m) - max(start, j * m))
            }
            return Share(first: first, weights: weights)
        }
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
