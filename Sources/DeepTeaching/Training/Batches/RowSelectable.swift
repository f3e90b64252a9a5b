/// Something with one entry a sample, of which some can be taken: features, labels, targets.
public protocol RowSelectable {
    /// The number of samples.
    var rowCount: Int { get }

    /// The entries of the samples at these indices, in this order.
    func rows(at indices: [Int]) -> Self
}

extension Tensor: RowSelectable {
    /// The length of the first axis.
    public var rowCount: Int { shape.first ?? 0 }

    /// The positions along the first axis at these indices.
    public func rows(at indices: [Int]) -> Tensor { gathered(indices) }
}

extension Array: RowSelectable {
    /// The number of elements.
    public var rowCount: Int { count }

    /// The elements at these indices.
    public func rows(at indices: [Int]) -> [Element] { indices.map { self[$0] } }
}
