/// The gradients of one loss with respect to leaves of its graph.
///
/// Source: Griewank and Walther, Evaluating derivatives, 2008 (reverse accumulation).
struct Backward<Scalar: TensorScalar> {
    private let graph: GraphOrder<Scalar>?

    /// The gradient that each node received, under its number; nil again where it was handed on.
    private var gradients: [Tensor<Scalar>?]

    /// Walks the graph of `loss` from the result to its beginnings. Each node hands the gradient
    /// that it received on to its parents; a node that several others used receives their sum.
    @specialized(where Scalar == Float)
    init(from loss: Variable<Scalar>) {
        require(
            loss.value.count == 1,
            "gradients are those of one number, not of a tensor of shape \(loss.shape)")
        guard let root = loss.node else {
            (graph, gradients) = (nil, [])
            return
        }
        let graph = GraphOrder(from: root)
        self.graph = graph
        gradients = Array(repeating: nil, count: graph.entries.count)
        gradients[0] = Tensor(repeating: 1, shape: loss.shape)
        for number in graph.fromResult() where graph.entries[number].node.depth > 0 {
            guard let gradient = gradients[number].take() else { continue }
            handOn(gradient, from: graph.entries[number], in: graph)
        }
    }

    @specialized(where Scalar == Float)
    private mutating func handOn(
        _ gradient: Tensor<Scalar>, from entry: GraphOrder<Scalar>.Entry,
        in graph: GraphOrder<Scalar>
    ) {
        switch entry.node.rule {
        case .leaf: break
        case .one(let pullback):
            receive(pullback(gradient), at: entry.first)
        case .two(let pullbackA, let pullbackB):
            receive(pullbackA(gradient), at: entry.first)
            receive(pullbackB(gradient), at: entry.second)
        case .many(let pullback):
            for (parent, share) in zip(entry.node.others, pullback(gradient)) {
                if let parent, let share { receive(share, at: graph.number(of: parent)) }
            }
        case .block(let block):
            guard let parent = entry.first else { return }
            var whole = gradients[parent].take() ?? .zeros(block.shape)
            whole.add(gradient, at: block.indices)
            gradients[parent] = whole
        }
    }

    @specialized(where Scalar == Float)
    private mutating func receive(_ share: Tensor<Scalar>, at number: Int?) {
        guard let number else { return }
        if gradients[number]?.add(share) == nil { gradients[number] = share }
    }

    /// Whether the loss was computed from a leaf.
    func reaches(_ leaf: Variable<Scalar>) -> Bool {
        leaf.node.flatMap { graph?.number(of: $0) } != nil
    }

    /// The gradient with respect to a leaf; zero if the loss does not depend on it.
    func gradient(of leaf: Variable<Scalar>) -> Tensor<Scalar> {
        leaf.node.flatMap { graph?.number(of: $0) }.flatMap { gradients[$0] } ?? .zeros(leaf.shape)
    }
}
