/// Something with one entry a sample, of which some can be taken: features, labels, targets.
public protocol RowSelectable {
    /// The number of samples.
    var rowCount: Int { get }

    /// The entries of the samples at these places, in this order.
    func rows(at places: [Int]) -> Self
}

extension Tensor: RowSelectable {
    /// The length of the first axis.
    public var rowCount: Int { shape.first ?? 0 }

    /// The positions along the first axis at these places.
    public func rows(at places: [Int]) -> Tensor { gathered(places) }
}

extension Array: RowSelectable {
    /// The number of elements.
    public var rowCount: Int { count }

    /// The elements at these places.
    public func rows(at places: [Int]) -> [Element] { places.map { self[$0] } }
}
