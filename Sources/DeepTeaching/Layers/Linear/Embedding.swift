/// A table of vectors, one for each of a number of things: words, centres, kinds of tissue.
///
/// Things are whole numbers, so an embedding is no ``Layer``: it stands before the first one.
public struct Embedding<Scalar: TensorScalar>: Parameterized, Sendable {
    /// The vectors: `[things, width]`.
    public var table: Variable<Scalar>

    /// A table of given vectors.
    public init(table: Tensor<Scalar>) {
        require(table.rank == 2, "a table of vectors is a matrix, not of shape \(table.shape)")
        self.table = Variable(table)
    }

    /// A table of vectors drawn from the normal distribution.
    public init(things: Int, width: Int, using generator: inout SeededGenerator) {
        self.init(table: .normal([things, width], using: &generator))
    }

    /// The vectors of these things: `[things.count, width]`.
    public func callAsFunction(_ things: [Int]) -> Variable<Scalar> { table.gathered(things) }

    /// Visits `table`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("table", &table)
    }
}
