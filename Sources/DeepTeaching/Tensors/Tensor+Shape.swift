extension Tensor {
    /// The same elements, in the same order, under another shape; one axis may be -1 and takes
    /// what is left.
    public func reshaped(_ newShape: [Int]) -> Tensor {
        var shape = newShape
        if let free = shape.firstIndex(of: -1) {
            let known = shape.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
            require(
                known > 0 && count % known == 0,
                "\(count) elements of shape \(self.shape) do not fit into \(newShape)")
            shape[free] = count / known
        }
        require(
            shape.reduce(1, *) == count,
            "\(count) elements of shape \(self.shape) do not fit into \(newShape)")
        return Tensor(storage: storage, shape: shape)
    }

    /// The rows `range` along the first axis.
    public func slice(_ range: Range<Int>) -> Tensor {
        require(
            rank > 0 && range.lowerBound >= 0 && range.upperBound <= shape[0],
            "rows \(range) are outside a tensor of shape \(shape)")
        let rowCount = shape[0] == 0 ? 0 : count / shape[0]
        let result = Tensor(uninitializedShape: [range.count] + shape.dropFirst())
        withPointers(storage, result.storage) { source, target in
            target.update(from: source + range.lowerBound * rowCount, count: result.count)
        }
        return result
    }

    /// The rows at `indices` along the first axis, in that order; a row may come more than once.
    public func gathered(_ indices: [Int]) -> Tensor {
        require(rank > 0, "a single number has no rows to gather")
        let rowCount = shape[0] == 0 ? 0 : count / shape[0]
        let result = Tensor(uninitializedShape: [indices.count] + shape.dropFirst())
        withPointers(storage, result.storage) { source, target in
            for (position, index) in indices.enumerated() {
                require(
                    0 <= index && index < shape[0],
                    "row \(index) is outside a tensor of shape \(shape)")
                (target + position * rowCount)
                    .update(from: source + index * rowCount, count: rowCount)
            }
        }
        return result
    }

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

    /// Tensors one after the other along an existing axis; their other axes agree.
    public static func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
        require(!tensors.isEmpty, "nothing to concatenate")
        var shape = tensors[0].shape
        require(0 <= axis && axis < shape.count, "shape \(shape) has no axis \(axis)")
        shape[axis] = tensors.reduce(0) { $0 + $1.shape[axis] }
        for tensor in tensors {
            var expected = shape
            expected[axis] = tensor.rank > axis ? tensor.shape[axis] : 0
            require(
                tensor.shape == expected,
                "shapes \(tensors[0].shape) and \(tensor.shape) differ beside axis \(axis)")
        }
        let result = Tensor(uninitializedShape: shape)
        let outer = shape[..<axis].reduce(1, *)
        let resultRow = shape[axis...].reduce(1, *)
        var start = 0
        for tensor in tensors {
            let row = tensor.shape[axis...].reduce(1, *)
            withPointers(tensor.storage, result.storage) { source, target in
                for index in 0..<outer {
                    (target + index * resultRow + start)
                        .update(from: source + index * row, count: row)
                }
            }
            start += row
        }
        return result
    }

    /// Tensors of one shape, side by side along a new first axis.
    public static func stacked(_ tensors: [Tensor]) -> Tensor {
        concatenated(tensors.map { $0.reshaped([1] + $0.shape) })
    }
}
