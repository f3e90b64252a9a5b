extension Tensor {
    /// Tensors one after the other along an existing axis; their other axes agree.
    public static func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
        require(!tensors.isEmpty, "nothing to concatenate")
        var shape = tensors[0].shape
        let axis = tensors[0].axisNumber(axis)
        shape[axis] = tensors.reduce(0) { $0 + ($1.rank > axis ? $1.shape[axis] : 0) }
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

    /// Tensors of one shape, side by side along a new axis.
    public static func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
        require(!tensors.isEmpty, "nothing to stack")
        require(
            tensors.allSatisfy { $0.shape == tensors[0].shape },
            "shapes \(tensors.map(\.shape)) cannot be stacked: they must be of one shape")
        return concatenated(tensors.map { $0.insertingAxis(at: axis) }, axis: axis)
    }

    /// The positions along an axis as tensors of their own, without that axis: the opposite of
    /// stacking.
    public func unstacked(axis: Int = 0) -> [Tensor] {
        let axis = axisNumber(axis)
        return (0..<shape[axis]).map { slice($0..<$0 + 1, axis: axis).removingAxis(axis) }
    }
}
