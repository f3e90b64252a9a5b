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
        for node in Self.nodesFromResult(root) where node.depth > 0 {
            guard let gradient = gradients.removeValue(forKey: ObjectIdentifier(node)) else {
                continue
            }
            handOn(gradient, from: node)
        }
    }

    @specialized(where Scalar == Float)
    private mutating func handOn(_ gradient: Tensor<Scalar>, from node: Node<Scalar>) {
        switch node.rule {
        case .leaf: break
        case .one(let pullback):
            receive(pullback(gradient), at: node.first)
        case .two(let pullbackA, let pullbackB):
            receive(pullbackA(gradient), at: node.first)
            receive(pullbackB(gradient), at: node.second)
        case .many(let pullback):
            for (parent, share) in zip(node.others, pullback(gradient)) {
                if let share { receive(share, at: parent) }
            }
        case .block(let block):
            guard let parent = node.first else { return }
            gradients[ObjectIdentifier(parent), default: .zeros(block.shape)]
                .add(gradient, at: block.places)
        }
    }

    @specialized(where Scalar == Float)
    private mutating func receive(_ share: Tensor<Scalar>, at node: Node<Scalar>?) {
        guard let node else { return }
        let key = ObjectIdentifier(node)
        if gradients[key]?.add(share) == nil { gradients[key] = share }
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
        func find(_ parent: Node<Scalar>?) {
            if let parent, known.insert(ObjectIdentifier(parent)).inserted { found.append(parent) }
        }
        while position < found.count {
            let node = found[position]
            find(node.first)
            find(node.second)
            for parent in node.others { find(parent) }
            position += 1
        }
        var byDepth = [[Int]](repeating: [], count: root.depth + 1)
        for (index, node) in found.enumerated() { byDepth[node.depth].append(index) }
        return byDepth.reversed().flatMap { $0.map { found[$0] } }
    }
}
