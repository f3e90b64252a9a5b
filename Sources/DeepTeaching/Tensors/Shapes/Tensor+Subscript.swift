extension Tensor {
    /// The element at a place, one index for each axis.
    public subscript(indices: Int...) -> Scalar {
        get {
            let offset = offset(of: indices)
            return withPointers(storage) { $0[offset] }
        }
        set {
            let offset = offset(of: indices)
            withPointers(writableStorage()) { $0[offset] = newValue }
        }
    }

    /// Where the element at a place stands among all: sum of index times stride.
    private func offset(of indices: [Int]) -> Int {
        require(
            indices.count == rank,
            "\(indices.count) indices \(indices) for a tensor of shape \(shape)")
        var offset = 0
        for (index, length) in zip(indices, shape) {
            require(
                0 <= index && index < length,
                "the place \(indices) is outside a tensor of shape \(shape)")
            offset = offset * length + index
        }
        return offset
    }
}
