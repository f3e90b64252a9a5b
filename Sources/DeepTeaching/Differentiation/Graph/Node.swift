/// What a variable remembers of how it was computed: its parents, and how a change of its value
/// reaches them. A node never changes, apart from its end.
final class Node<Scalar: TensorScalar>: @unchecked Sendable {
    /// The gradient with respect to this value, turned into the gradients with respect to the
    /// parents; nil where a parent needs none.
    typealias Pullback = @Sendable (Tensor<Scalar>) -> [Tensor<Scalar>?]

    /// The length of the longest way to a parameter: larger than that of each parent, so that
    /// descending numbers visit a graph backwards.
    let depth: Int

    private(set) var parents: [Node?]
    let pullback: Pullback

    /// Set where the value is a block of the only parent's elements. Its gradient is then added to
    /// the parent's at these places, so that taking a sequence apart costs no more than the sequence.
    let block: Block?

    /// Where the node is noted, if its graph is being watched.
    let mark: TraceMark<Scalar>?

    /// A part of the elements of a tensor of some shape.
    struct Block: Sendable {
        let shape: [Int]
        let places: StridedPlaces
    }

    @specialized(where Scalar == Float)
    init(
        parents: [Node?], block: Block? = nil, mark: TraceMark<Scalar>? = nil,
        pullback: @escaping Pullback
    ) {
        depth = parents.reduce(0) { max($0, ($1?.depth ?? 0) + 1) }
        self.parents = parents
        self.block = block
        self.mark = mark
        self.pullback = pullback
    }

    /// Releases what only this node holds, one after the other: if each node released its own
    /// parents, a chain of 50,000 would need 50,000 frames of the stack.
    deinit {
        var waiting = parents
        parents = []
        while var node = waiting.popLast() {
            guard isKnownUniquelyReferenced(&node), let last = node else { continue }
            waiting += last.parents
            last.parents = []
        }
    }
}
