extension Tensor {
    /// Rows and columns of a matrix, exchanged.
    public func transposed() -> Tensor {
        require(rank == 2, "only a matrix can be transposed, not a tensor of shape \(shape)")
        let (rows, columns) = (shape[0], shape[1])
        let result = Tensor(uninitializedShape: [columns, rows])
        withPointers(storage, result.storage) { source, target in
            for row in 0..<rows {
                for column in 0..<columns {
                    target[column &* rows &+ row] = source[row &* columns &+ column]
                }
            }
        }
        return result
    }

    /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
    public func transposed(_ order: [Int]) -> Tensor {
        let order = axisOrder(order)
        if order == Array(0..<rank) { return self }
        let all = StridedIndices(all: shape)
        var indices = all
        indices.shape = order.map { all.shape[$0] }
        indices.strides = order.map { all.strides[$0] }
        return elements(at: indices)
    }

    /// The same elements with a further axis of length 1, which becomes axis `axis` of the result; -1
    /// puts it behind the others.
    public func insertingAxis(at axis: Int) -> Tensor {
        let position = axis < 0 ? axis + rank + 1 : axis
        require(0 <= position && position <= rank, "shape \(shape) has no room for an axis \(axis)")
        return reshaped(Array(shape[..<position]) + [1] + shape[position...])
    }

    /// The same elements without an axis of length 1.
    public func removingAxis(_ axis: Int) -> Tensor {
        let axis = axisNumber(axis)
        require(
            shape[axis] == 1,
            "axis \(axis) of shape \(shape) cannot be removed: only one of length 1 can")
        return reshaped(Array(shape[..<axis]) + shape[(axis + 1)...])
    }

    /// An order of all axes with each as a number from 0; stops with a sentence if it is none.
    func axisOrder(_ order: [Int]) -> [Int] {
        let numbers = order.map { $0 < 0 ? $0 + rank : $0 }
        require(
            numbers.sorted() == Array(0..<rank),
            "\(order) is no order of the axes of a tensor of shape \(shape)")
        return numbers
    }
}

/// The order of axes that undoes another one.
func inverse(ofAxisOrder order: [Int]) -> [Int] {
    order.indices.sorted { order[$0] < order[$1] }
}
