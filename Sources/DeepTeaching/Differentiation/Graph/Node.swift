/// What a variable remembers of how it was computed: its parents, and how a change of its value
/// reaches them. A node never changes, apart from its end.
///
/// Most operations have one or two operands, and a network of small layers makes many of them; so the
/// first two parents have places of their own, which spares an array for each node.
final class Node<Scalar: TensorScalar>: @unchecked Sendable {
    /// The gradient with respect to this value, turned into the gradient with respect to one parent.
    typealias Pullback = @Sendable (Tensor<Scalar>) -> Tensor<Scalar>

    /// The gradient with respect to this value, turned into the gradients with respect to all
    /// parents; nil where a parent needs none.
    typealias SharedPullback = @Sendable (Tensor<Scalar>) -> [Tensor<Scalar>?]

    /// How the gradient reaches the parents.
    enum Rule: Sendable {
        /// There is no parent.
        case leaf

        /// To the first parent.
        case one(Pullback)

        /// To the first and the second parent.
        case two(Pullback, Pullback)

        /// To the other parents.
        case many(SharedPullback)

        /// The value is a block of the first parent's elements. The gradient is added to the
        /// parent's at these indices, so that taking a sequence apart costs no more than the sequence.
        case block(Block)
    }

    /// A part of the elements of a tensor of some shape.
    struct Block: Sendable {
        let shape: [Int]
        let indices: StridedIndices
    }

    /// The length of the longest way to a parameter: larger than that of each parent, so that
    /// descending numbers visit a graph backwards.
    let depth: Int

    /// How the gradient reaches the parents.
    let rule: Rule

    /// Where the node is noted, if its graph is being watched.
    let mark: TraceMark<Scalar>?

    // Changed only where a graph ends, by whoever was the last to hold the node.
    @exclusivity(unchecked) private(set) var first: Node?
    @exclusivity(unchecked) private(set) var second: Node?
    @exclusivity(unchecked) private(set) var others: [Node?]

    /// A node of up to two parents.
    @specialized(where Scalar == Float)
    init(_ rule: Rule, from first: Node? = nil, _ second: Node? = nil, mark: TraceMark<Scalar>?) {
        depth = first == nil ? 0 : max(first?.depth ?? 0, second?.depth ?? 0) + 1
        self.rule = rule
        self.first = first
        self.second = second
        others = []
        self.mark = mark
    }

    /// A node of any parents, whose pullbacks share their work.
    @specialized(where Scalar == Float)
    init(from parents: [Node?], mark: TraceMark<Scalar>?, pullback: @escaping SharedPullback) {
        depth = parents.reduce(0) { max($0, ($1?.depth ?? 0) + 1) }
        rule = .many(pullback)
        others = parents
        self.mark = mark
    }

    /// Releases what only this node holds, one after the other: if each node released its own
    /// parents, a chain of 50,000 would need 50,000 frames of the stack.
    deinit {
        if depth > 1 { releaseParents() }  // otherwise all parents are leaves
    }

    @specialized(where Scalar == Float)
    private func releaseParents() {
        var waiting: [Node] = []
        handOverParents(to: &waiting)
        while let node = waiting.popLast() { node.handOverParents(to: &waiting) }
    }

    /// Lets go of all parents; those that nobody else holds and that have parents wait for their turn.
    @specialized(where Scalar == Float)
    private func handOverParents(to waiting: inout [Node]) {
        handOver(&first, to: &waiting)
        handOver(&second, to: &waiting)
        for index in 0..<others.count { handOver(&others[index], to: &waiting) }
    }

    @inline(__always)
    private func handOver(_ parent: inout Node?, to waiting: inout [Node]) {
        if isKnownUniquelyReferenced(&parent), let node = parent, node.depth > 0 {
            waiting.append(node)
        }
        // Let go in any case: a parent that stands here twice is found to be held once the next time.
        parent = nil
    }
}
