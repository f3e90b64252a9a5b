extension Tensor {
    /// The positions `indices` along an axis, in that order; one may come more than once.
    public func gathered(_ indices: [Int], axis: Int = 0) -> Tensor {
        require(rank > 0, "a single number has no rows to gather")
        let axis = axisNumber(axis)
        requireIndices(indices, axis: axis)
        var resultShape = shape
        resultShape[axis] = indices.count
        let result = Tensor(uninitializedShape: resultShape)
        let outer = shape[..<axis].reduce(1, *)
        let (length, inner) = (shape[axis], shape[(axis + 1)...].reduce(1, *))
        withPointers(storage, result.storage) { source, target in
            var output = target
            for block in 0..<outer {
                for index in indices {
                    output.update(from: source + (block * length + index) * inner, count: inner)
                    output += inner
                }
            }
        }
        return result
    }

    /// What ``gathered(_:axis:)`` does backwards: a tensor of zeros of length `length` along the
    /// axis, to whose positions `indices` this tensor's positions are added, one after the other.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func scattered(to indices: [Int], length: Int, axis: Int = 0) -> Tensor {
        let axis = axisNumber(axis)
        require(
            indices.count == shape[axis],
            "\(indices.count) indices do not fit axis \(axis) of shape \(shape)")
        var resultShape = shape
        resultShape[axis] = length
        var result = Tensor.zeros(resultShape)
        result.requireIndices(indices, axis: axis)
        let outer = shape[..<axis].reduce(1, *)
        let inner = shape[(axis + 1)...].reduce(1, *)
        withPointers(storage, result.writableStorage()) { source, target in
            var row = source
            for block in 0..<outer {
                for index in indices {
                    let sum = target + (block &* length &+ index) &* inner
                    for offset in 0..<inner { sum[offset] += row[offset] }
                    row += inner
                }
            }
        }
        return result
    }

    /// One element of each row along the last axis: element `indices[i]` of row i.
    ///
    /// `[..., classes]` to `[...]`: for instance the score of each sample's own class.
    public func picked(_ indices: [Int]) -> Tensor {
        requirePicks(indices)
        let length = shape[rank - 1]
        let result = Tensor(uninitializedShape: shape.dropLast())
        withPointers(storage, result.storage) { source, target in
            for (row, index) in indices.enumerated() { target[row] = source[row * length + index] }
        }
        return result
    }

    /// What ``picked(_:)`` does backwards: rows of zeros, where element i stands in row i at
    /// `indices[i]`.
    func unpicked(_ indices: [Int], length: Int) -> Tensor {
        var result = Tensor.zeros(shape + [length])
        withPointers(storage, result.writableStorage()) { source, target in
            for (row, index) in indices.enumerated() { target[row * length + index] = source[row] }
        }
        return result
    }

    /// Rows of zeros with a single one: row i is 1 at `indices[i]`.
    ///
    /// `[indices.count, classes]`.
    public static func oneHot(_ indices: [Int], classes: Int) -> Tensor {
        require(classes >= 0, "there cannot be \(classes) classes")
        if let wrong = indices.first(where: { $0 < 0 || $0 >= classes }) {
            fatalError("the index \(wrong) is none of \(classes) classes, which begin with 0")
        }
        return Tensor.ones([indices.count]).unpicked(indices, length: classes)
    }

    private func requireIndices(_ indices: [Int], axis: Int) {
        for index in indices where index < 0 || index >= shape[axis] {
            fatalError("position \(index) along axis \(axis) is outside a tensor of shape \(shape)")
        }
    }

    private func requirePicks(_ indices: [Int]) {
        require(
            rank > 0 && indices.count == elementCount(of: shape.dropLast()),
            "\(indices.count) indices do not fit the rows of a tensor of shape \(shape)")
        let length = shape[rank - 1]
        for index in indices where index < 0 || index >= length {
            fatalError("element \(index) is outside the rows of a tensor of shape \(shape)")
        }
    }
}
