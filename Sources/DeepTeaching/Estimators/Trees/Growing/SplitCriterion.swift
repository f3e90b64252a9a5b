/// What a tree is grown for, the same for all trees of a forest: classes or numbers.
protocol GrowthTarget: Sendable {
    /// How many numbers a node answers with.
    var valueCount: Int { get }

    /// Whether each sample counts at all.
    func takesPart(_ sample: Int) -> Bool

    /// The criterion for one tree.
    ///
    /// - Parameter draws: how often each sample takes part in it.
    func criterion(draws: [Int]) -> any SplitCriterion
}

/// Judges the nodes and the cuts of one growing tree.
protocol SplitCriterion: AnyObject {
    /// The item of a sample that was drawn so often.
    func item(sample: Int, draws: Int) -> NodeItem

    /// What a node holds; the cuts that are asked for next are those of this node.
    func summary(of items: UnsafeBufferPointer<NodeItem>) -> NodeSummary

    /// Scores that differ by less than this share differ by rounding alone.
    var rounding: Double { get }

    /// The best place to cut the sorted samples of the node, or nil if there is none.
    func bestCut(_ scan: CutScan) -> (place: Int, score: Double)?
}

/// The samples of a node in the order of a feature, and where they may be cut.
struct CutScan {
    /// Ranks in the upper 32 bits, the items' payloads in the lower; one more than are moved.
    let keys: UnsafePointer<UInt64>

    /// How many samples must lie below a cut, not counting those `aside`.
    let first: Int

    /// How many samples are moved at most.
    let end: Int

    /// Samples that are below each cut from the start: those without a value.
    let aside: Range<Int>
}

/// What lies below and above a cut, while samples move from above to below.
protocol SplitSides {
    /// Moves the sample with this payload.
    mutating func move(_ payload: UInt32)

    /// How good the cut is here; the larger the purer the two sides.
    var score: Double { get }
}

/// Moves the sorted samples one after the other to the lower side, and remembers the best of the places
/// between different values; the lowest of equally good ones.
@specialized(where Sides == CountedSides)
@specialized(where Sides == ClassSides)
@specialized(where Sides == NumberSides)
func bestCut<Sides: SplitSides>(
    _ scan: CutScan, sides start: Sides
) -> (place: Int, score: Double)? {
    var sides = start
    let keys = scan.keys
    for index in scan.aside { sides.move(UInt32(truncatingIfNeeded: keys[index])) }
    var bestScore = -Double.infinity
    var bestPlace = -1
    var place = 0
    while place < scan.end {
        let key = keys[place]
        sides.move(UInt32(truncatingIfNeeded: key))
        place &+= 1
        // Equal values can never be on two sides.
        if place >= scan.first, keys[place] &>> 32 != key &>> 32 {
            let score = sides.score
            if score > bestScore {
                bestScore = score
                bestPlace = place
            }
        }
    }
    return bestPlace > 0 ? (bestPlace, bestScore) : nil
}

/// The Gini criterion for samples that count by their class alone.
///
/// With l_k the weight of class k below the cut, L = sum_k l_k, and r_k, R above, W = L + R, the
/// weighted Gini impurity of the children is
///
///     (L / W) (1 - sum_k (l_k / L)^2) + (R / W) (1 - sum_k (r_k / R)^2) = 1 - score / W
///     score = sum_k l_k^2 / L + sum_k r_k^2 / R
///
/// so the cut with the largest score has the smallest impurity. The sums of squares change by
/// delta (2 l_k + delta) when a sample of weight delta moves, so a step costs the same for any number
/// of classes. With uniform weights all sums are whole numbers, and exact.
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
struct CountedSides: SplitSides {
    let weights: UnsafeMutablePointer<Double>
    let below: UnsafeMutablePointer<Double>
    let above: UnsafeMutablePointer<Double>
    var weightBelow = 0.0
    var squaresBelow = 0.0
    var weightAbove: Double
    var squaresAbove: Double

    @inline(__always)
    mutating func move(_ payload: UInt32) {
        let k = Int(payload & 0xffff)
        let delta = weights[k] * Double(payload &>> 16)
        squaresBelow += delta * (2 * below[k] + delta)
        squaresAbove -= delta * (2 * above[k] - delta)
        below[k] += delta
        above[k] -= delta
        weightBelow += delta
        weightAbove -= delta
    }

    @inline(__always)
    var score: Double { squaresBelow / weightBelow + squaresAbove / weightAbove }
}
