extension TreeDiagram {
    /// - Parameter answer: what a node predicts.
    init(_ words: TreeWords, maximumDepth: Int?, answer: (Int) -> String) {
        let nodes = words.nodes
        var shown = [(node: 0, depth: 0, parent: -1, answer: String?.none)]
        var place = 0
        // Level by level, as the list grows.
        while place < shown.count {
            let (node, depth, _, _) = shown[place]
            if let split = nodes.split(of: node), depth < maximumDepth ?? .max {
                let answers = words.answers(to: split)
                shown.append((split.below, depth + 1, place, answers.below))
                shown.append((split.above, depth + 1, place, answers.above))
            }
            place += 1
        }
        let xs = TidyLayout.positions(parents: shown.map(\.parent))
        let isParent = Set(shown.map(\.parent))
        boxes = shown.enumerated().map { place, entry in
            let split = nodes.split(of: entry.node)
            let impurity = "impurity \(shortNumber(nodes.impurities[entry.node]))"
            return Box(
                node: entry.node, answer: entry.answer,
                title: split.map { words.question(of: $0) } ?? answer(entry.node),
                lines: [words.samples(at: entry.node), impurity]
                    + (split == nil ? [] : [answer(entry.node)]),
                isLeaf: split == nil, isCutOff: split != nil && !isParent.contains(place),
                x: xs[place], y: entry.depth)
        }
        edges = shown.enumerated().dropFirst().map { Edge(parent: $1.parent, child: $0) }
    }
}

/// Where the nodes of a binary tree stand beside each other, each parent midway above its children.
///
/// Source: Reingold and Tilford, Tidier drawings of trees, IEEE Transactions on Software Engineering,
/// 1981.
enum TidyLayout {
    /// The outline of a branch: for each level below its root the leftmost and the rightmost place,
    /// seen from the root.
    private typealias Outline = [(left: Double, right: Double)]

    /// The place of each node from the left, the leftmost at 0; neighbours on a level are 1 apart or more.
    ///
    /// - Parameter parents: the parent of each node, which stands before it; the first has none. A node
    ///   has two children or none, the left one first.
    static func positions(parents: [Int]) -> [Double] {
        var children = [[Int]](repeating: [], count: parents.count)
        for (node, parent) in parents.enumerated().dropFirst() { children[parent].append(node) }
        var halves = [Double](repeating: 0, count: parents.count)
        var outlines = [Outline](repeating: [], count: parents.count)
        for node in parents.indices.reversed() {
            guard children[node].count == 2 else {
                outlines[node] = [(0, 0)]
                continue
            }
            let (left, right) = (outlines[children[node][0]], outlines[children[node][1]])
            // As close as no level of the two branches comes nearer than 1.
            let distance = zip(left, right).map { $0.right - $1.left + 1 }.max() ?? 1
            halves[node] = distance / 2
            outlines[node] = [(0, 0)] + joined(left, right, half: distance / 2)
            for child in children[node] { outlines[child] = [] }
        }
        var positions = [Double](repeating: 0, count: parents.count)
        for node in parents.indices where children[node].count == 2 {
            positions[children[node][0]] = positions[node] - halves[node]
            positions[children[node][1]] = positions[node] + halves[node]
        }
        let leftmost = positions.min() ?? 0
        return positions.map { $0 - leftmost }
    }

    /// The outline of two branches whose roots stand `half` left and right of the middle.
    private static func joined(_ left: Outline, _ right: Outline, half: Double) -> Outline {
        (0..<max(left.count, right.count)).map { level in
            (
                left: level < left.count ? left[level].left - half : right[level].left + half,
                right: level < right.count ? right[level].right + half : left[level].right - half
            )
        }
    }
}
