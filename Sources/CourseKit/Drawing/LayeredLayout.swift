/// Where the nodes of a graph stand when all arrows point to the right.
///
/// The rank of a node is the longest way from it to an end, counted from the right: so what is
/// computed late stands right, and an input stands just before its first use. An arrow that
/// passes ranks gets a place of its own in each of them, so it passes no node. Within its rank, each
/// place moves to the mean height of its neighbours, from left to right and back, a few times.
///
/// Source: Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical system
/// structures, IEEE Transactions on Systems, Man, and Cybernetics, 1981.
struct LayeredLayout {
    /// A place: its rank from the left, from 0, and its height in places, downwards from the middle.
    struct Place: Equatable {
        let rank: Int
        let height: Double
    }

    /// An arrow: the places that it passes, from its operand to its node.
    struct Arrow: Equatable {
        let operand: Int
        let node: Int
        let bends: [Place]
    }

    /// The place of each node.
    let places: [Place]

    /// The arrows, node by node, in the order of the operands.
    let arrows: [Arrow]

    /// How many ranks there are.
    let rankCount: Int

    /// How many places the fullest rank has.
    let largestRank: Int

    /// - Parameter operands: of each node the nodes from which arrows lead to it, all before it.
    init(operands: [[Int]]) {
        var order = RankOrder(operands: operands)
        order.sweep(times: 4)
        let places = order.places
        self.places = Array(places.prefix(operands.count))
        arrows = order.chains.map { chain in
            Arrow(
                operand: chain.first ?? 0, node: chain.last ?? 0,
                bends: chain.dropFirst().dropLast().map { places[$0] })
        }
        rankCount = order.ranks.count
        largestRank = order.ranks.map(\.count).max() ?? 0
    }
}

/// The ranks while they are put in order: nodes by their numbers, then the bends of long arrows.
private struct RankOrder {
    /// The nodes and bends of each rank, from top to bottom.
    private(set) var ranks: [[Int]]

    /// For each arrow its operand, its bends and its node.
    private(set) var chains: [[Int]] = []

    private var left: [[Int]]
    private var right: [[Int]]

    init(operands: [[Int]]) {
        let rank = Self.longestWays(operands)
        ranks = Array(repeating: [], count: (rank.max() ?? -1) + 1)
        left = operands.map { _ in [] }
        right = left
        for node in Self.inDepth(operands) { ranks[rank[node]].append(node) }
        for (node, sources) in operands.enumerated() {
            for source in sources { join(source, node, passing: rank[source] + 1..<rank[node]) }
        }
    }

    /// One arrow, with a bend in each rank that it passes.
    private mutating func join(_ source: Int, _ node: Int, passing passed: Range<Int>) {
        var chain = [source]
        for rank in passed {
            ranks[rank].append(left.count)
            chain.append(left.count)
            left.append([])
            right.append([])
        }
        chain.append(node)
        for (from, to) in zip(chain, chain.dropFirst()) {
            right[from].append(to)
            left[to].append(from)
        }
        chains.append(chain)
    }

    /// The ranks from the left: every arrow leads to the right, and every node stands as far right as
    /// it can.
    private static func longestWays(_ operands: [[Int]]) -> [Int] {
        var ways = operands.map { _ in 0 }
        for node in operands.indices.reversed() {
            for operand in operands[node] { ways[operand] = max(ways[operand], ways[node] + 1) }
        }
        let longest = ways.max() ?? 0
        return ways.map { longest - $0 }
    }

    /// The nodes as a walk in depth from the last node back meets them: related ones stand together.
    private static func inDepth(_ operands: [[Int]]) -> [Int] {
        var isSeen = operands.map { _ in false }
        var order: [Int] = []
        for start in operands.indices.reversed() {
            var waiting = [start]
            while let node = waiting.popLast() {
                if isSeen[node] { continue }
                isSeen[node] = true
                order.append(node)
                waiting += operands[node].reversed()
            }
        }
        return order
    }

    /// The place of each node and bend.
    var places: [LayeredLayout.Place] {
        var places = left.map { _ in LayeredLayout.Place(rank: 0, height: 0) }
        for (rank, members) in ranks.enumerated() {
            for (position, member) in members.enumerated() {
                let height = Double(position) - Double(members.count - 1) / 2
                places[member] = LayeredLayout.Place(rank: rank, height: height)
            }
        }
        return places
    }

    /// Sorts each rank by the mean height of the neighbours left of it, then right of it.
    mutating func sweep(times: Int) {
        for _ in 0..<times {
            for rank in ranks.indices { sort(rank, by: left) }
            for rank in ranks.indices.reversed() { sort(rank, by: right) }
        }
    }

    /// Who has no neighbours there stays where it is; equals keep their order.
    private mutating func sort(_ rank: Int, by neighbors: [[Int]]) {
        let heights = places.map(\.height)
        let keyed = ranks[rank].enumerated().map { position, member in
            let near = neighbors[member].map { heights[$0] }
            let mean = near.isEmpty ? heights[member] : near.reduce(0, +) / Double(near.count)
            return (mean, position, member)
        }
        ranks[rank] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
