/// A tensor that remembers how it was computed, so that gradients can be traced back through it.
///
/// Variables are values and their graph never changes. A constant remembers nothing, and neither
/// does what is computed from constants alone; so a network that only predicts keeps no graph.
public struct Variable<Scalar: TensorScalar>: Sendable {
    /// The numbers. Setting them makes the variable a constant.
    public var value: Tensor<Scalar> { didSet { node = nil } }

    private(set) var node: Node<Scalar>?

    /// A constant.
    public init(_ value: Tensor<Scalar>) { self.value = value }

    /// A constant of one number.
    public init(_ value: Scalar) { self.value = Tensor(value) }

    init(_ value: Tensor<Scalar>, node: Node<Scalar>?) {
        self.value = value
        self.node = node
    }

    /// The length of each axis.
    public var shape: [Int] { value.shape }

    /// Whether no gradient is traced back through this variable.
    public var isConstant: Bool { node == nil }

    /// The same numbers as a constant: gradients stop here.
    public func detached() -> Variable { Variable(value) }

    /// The beginning of a graph: what gradients are asked for.
    static func leaf(_ value: Tensor<Scalar>, mark: TraceMark<Scalar>? = nil) -> Variable {
        Variable(value, node: Node(.leaf, mark: mark))
    }
}

extension Variable {
    /// The gradient with respect to a result, turned into the gradient with respect to one operand.
    typealias Pullback = Node<Scalar>.Pullback

    /// The result of an operation on `a`.
    @specialized(where Scalar == Float)
    init(
        _ value: Tensor<Scalar>, from a: Variable, _ pullback: @escaping Pullback,
        operation: StaticString = #function
    ) {
        guard let parent = a.node else {
            self.init(value)
            return
        }
        let mark = TraceMark<Scalar>.of(value, operation: operation, from: parent)
        self.init(value, node: Node(.one(pullback), from: parent, mark: mark))
    }

    /// The result of an operation on `a` and `b`; the pullback of a constant is never called.
    @specialized(where Scalar == Float)
    init(
        _ value: Tensor<Scalar>, from a: Variable, _ pullbackA: @escaping Pullback,
        from b: Variable, _ pullbackB: @escaping Pullback, operation: StaticString = #function
    ) {
        guard let second = b.node else {
            self.init(value, from: a, pullbackA, operation: operation)
            return
        }
        guard let first = a.node else {
            self.init(value, from: b, pullbackB, operation: operation)
            return
        }
        let mark = TraceMark<Scalar>.of(value, operation: operation, from: first, second)
        self.init(value, node: Node(.two(pullbackA, pullbackB), from: first, second, mark: mark))
    }

    /// The result of an operation on several variables whose pullbacks share their work.
    @specialized(where Scalar == Float)
    init(
        _ value: Tensor<Scalar>, from operands: [Variable],
        _ pullback: @escaping Node<Scalar>.SharedPullback, operation: StaticString = #function
    ) {
        let parents = operands.map { $0.node }
        if parents.allSatisfy({ $0 == nil }) {
            self.init(value)
            return
        }
        let mark = TraceMark<Scalar>.of(value, operation: operation, fromAll: parents)
        self.init(value, node: Node(from: parents, mark: mark, pullback: pullback))
    }

    /// The elements of `a` at some indices.
    init(at indices: StridedIndices, of a: Variable, operation: StaticString = #function) {
        let value = a.value.elements(at: indices)
        guard let parent = a.node else {
            self.init(value)
            return
        }
        let block = Node<Scalar>.Block(shape: a.shape, indices: indices)
        let mark = TraceMark<Scalar>.of(value, operation: operation, from: parent)
        self.init(value, node: Node(.block(block), from: parent, mark: mark))
    }
}
