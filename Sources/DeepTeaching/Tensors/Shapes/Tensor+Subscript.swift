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

    /// The number at a position of a vector.
    public subscript(index: Int) -> Scalar {
        get {
            requireVector(index)
            return withPointers(storage) { $0[index] }
        }
        set {
            requireVector(index)
            withPointers(writableStorage()) { $0[index] = newValue }
        }
    }

    /// The part at a position along the first axis, without that axis: row 3 of a matrix, image 3 of a
    /// batch. Where a number would do just as well, one index means the number of a vector.
    ///
    ///     let image: Tensor<Float> = batch[3]
    ///     let brightest = batch[3].maximum()
    @_disfavoredOverload
    public subscript(index: Int) -> Tensor {
        get { slice(positions(index)).removingAxis(0) }
        set { self[positions(index)] = newValue.insertingAxis(at: 0) }
    }

    private func requireVector(_ index: Int) {
        require(
            rank == 1,
            """
            one index, \(index), is the place of no number in a tensor of shape \(shape); what stands \
            there is a tensor: let part: Tensor = x[\(index)]
            """)
        require(
            0 <= index && index < count,
            "the place [\(index)] is outside a tensor of shape \(shape)")
    }

    /// One position along the first axis as a range.
    private func positions(_ index: Int) -> Range<Int> {
        require(
            rank > 0 && 0 <= index && index < shape[0],
            "position \(index) along the first axis is outside a tensor of shape \(shape)")
        return index..<index + 1
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
