/// The nodes of a graph, numbered in the order in which they are found on the way from a result to
/// its beginnings. What is known of a node then stands in an array under its number; only finding a
/// node needs a dictionary, once for each way that leads to it.
struct GraphOrder<Scalar: TensorScalar> {
    /// A node, and the numbers of its first two parents.
    struct Entry {
        let node: Node<Scalar>
        var first: Int?
        var second: Int?
    }

    /// All nodes; the result comes first.
    private(set) var entries: [Entry]

    private var numbers: [ObjectIdentifier: Int] = [:]

    /// Walks the graph of a result.
    @specialized(where Scalar == Float)
    init(from result: Node<Scalar>) {
        entries = [Entry(node: result)]
        entries.reserveCapacity(result.depth + 1)
        numbers.reserveCapacity(result.depth + 1)
        numbers[ObjectIdentifier(result)] = 0
        var number = 0
        while number < entries.count {
            let node = entries[number].node
            if let parent = node.first { entries[number].first = find(parent) }
            if let parent = node.second { entries[number].second = find(parent) }
            for case let parent? in node.others { _ = find(parent) }
            number += 1
        }
    }

    /// The number of a node; a new one if it was not found before.
    @specialized(where Scalar == Float)
    private mutating func find(_ node: Node<Scalar>) -> Int {
        let next = entries.count
        let number = inserted(&numbers[ObjectIdentifier(node), default: next])
        if number == next { entries.append(Entry(node: node)) }
        return number
    }

    /// The number of a node; nil if no way led to it.
    func number(of node: Node<Scalar>) -> Int? { numbers[ObjectIdentifier(node)] }

    /// The numbers of all nodes, each before its parents': by depth, and where depths are equal in the
    /// order in which they were found, so that sums are always formed in the same order.
    @specialized(where Scalar == Float)
    func fromResult() -> [Int] {
        let deepest = entries[0].node.depth
        // Where the next node of each depth goes, the deepest first.
        var starts = [Int](repeating: 0, count: deepest + 2)
        for entry in entries { starts[deepest - entry.node.depth + 1] += 1 }
        for depth in 0...deepest { starts[depth + 1] += starts[depth] }
        var order = [Int](repeating: 0, count: entries.count)
        for number in entries.indices {
            let depth = deepest - entries[number].node.depth
            order[starts[depth]] = number
            starts[depth] += 1
        }
        return order
    }
}

/// What stands at a place of a dictionary; being passed as `inout` puts the default there.
private func inserted(_ number: inout Int) -> Int { number }
