/// The gradients of one loss with respect to leaves of its graph.
///
/// Source: Griewank and Walther, Evaluating derivatives, 2008 (reverse accumulation).
struct Backward<Scalar: TensorScalar> {
    private var gradients: [ObjectIdentifier: Tensor<Scalar>] = [:]

    /// Walks the graph of `loss` from the result to its beginnings. Each node hands the gradient
    /// that it received on to its parents; a node that several others used receives their sum.
    @specialized(where Scalar == Float)
    init(from loss: Variable<Scalar>) {
        require(
            loss.value.count == 1,
            "gradients are those of one number, not of a tensor of shape \(loss.shape)")
        guard let root = loss.node else { return }
        gradients[ObjectIdentifier(root)] = Tensor(repeating: 1, shape: loss.shape)
        for node in Self.nodesFromResult(root) where !node.parents.isEmpty {
            guard let gradient = gradients.removeValue(forKey: ObjectIdentifier(node)) else {
                continue
            }
            if let block = node.block, let parent = node.parents[0] {
                gradients[ObjectIdentifier(parent), default: .zeros(block.shape)]
                    .add(gradient, at: block.places)
                continue
            }
            for (parent, share) in zip(node.parents, node.pullback(gradient)) {
                guard let parent, let share else { continue }
                receive(share, at: ObjectIdentifier(parent))
            }
        }
    }

    @specialized(where Scalar == Float)
    private mutating func receive(_ share: Tensor<Scalar>, at node: ObjectIdentifier) {
        if gradients[node]?.add(share) == nil { gradients[node] = share }
    }

    /// The gradient with respect to a leaf; zero if the loss does not depend on it.
    func gradient(of leaf: Variable<Scalar>) -> Tensor<Scalar> {
        leaf.node.flatMap { gradients[ObjectIdentifier($0)] } ?? .zeros(leaf.shape)
    }

    /// All nodes of a graph, each before its parents: by depth, and where depths are equal in the
    /// order in which they are found, so that sums are always formed in the same order.
    @specialized(where Scalar == Float)
    private static func nodesFromResult(_ root: Node<Scalar>) -> [Node<Scalar>] {
        var found = [root]
        var known: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
        var position = 0
        while position < found.count {
            for case let parent? in found[position].parents
            where known.insert(ObjectIdentifier(parent)).inserted {
                found.append(parent)
            }
            position += 1
        }
        var byDepth = [[Int]](repeating: [], count: root.depth + 1)
        for (index, node) in found.enumerated() { byDepth[node.depth].append(index) }
        return byDepth.reversed().flatMap { $0.map { found[$0] } }
    }
}
