/// Sets of numbers that are merged step by step; each is named by its smallest member.
///
/// Source: Tarjan, Efficiency of a good but not linear set union algorithm, Journal of the ACM,
/// 1975.
struct DisjointSets {
    private(set) var parents: [Int32]

    /// Each number from 0 to `count - 1` in a set of its own.
    init(count: Int) {
        require(count < Int32.max, "\(count) runs of foreground are more than can be told apart")
        parents = (0..<Int32(count)).map { $0 }
    }

    /// The smallest number of the set that holds `member`.
    mutating func root(of member: Int32) -> Int32 {
        var member = member
        while parents[Int(member)] != member {
            // Halving the path keeps later searches short.
            parents[Int(member)] = parents[Int(parents[Int(member)])]
            member = parents[Int(member)]
        }
        return member
    }

    /// Makes one set of the sets that hold `a` and `b`.
    mutating func unite(_ a: Int32, _ b: Int32) {
        let (rootA, rootB) = (root(of: a), root(of: b))
        if rootA < rootB {
            parents[Int(rootB)] = rootA
        } else {
            parents[Int(rootA)] = rootB
        }
    }

    /// Numbers the sets from 1 on, in the order of their smallest members.
    mutating func numbered() -> (numbers: [Int32], count: Int) {
        var numbers = [Int32](repeating: 0, count: parents.count)
        var count: Int32 = 0
        for member in 0..<Int32(parents.count) {
            let root = root(of: member)
            if root == member {
                count += 1
                numbers[Int(member)] = count
            } else {
                numbers[Int(member)] = numbers[Int(root)]
            }
        }
        return (numbers, Int(count))
    }
}
