extension Tensor {
    /// The sum of all elements, as a tensor without axes.
    public func sum() -> Tensor { reduced(outer: 1, middle: count, inner: 1).reshaped([]) }

    /// The mean of all elements, as a tensor without axes.
    public func mean() -> Tensor { sum() / Scalar(count) }

    /// The sums along some axes, which vanish, or stay with length 1.
    public func sum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        var result = self
        var shape = self.shape
        for axis in axes.sorted(by: >) {
            require(0 <= axis && axis < rank, "shape \(self.shape) has no axis \(axis)")
            result = result.reduced(
                outer: shape[..<axis].reduce(1, *), middle: shape[axis],
                inner: shape[(axis + 1)...].reduce(1, *))
            shape[axis] = 1
        }
        let kept =
            keepingAxes ? shape : shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
        return result.reshaped(kept)
    }

    /// The means along some axes, which vanish, or stay with length 1.
    public func mean(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let divisor = axes.reduce(1) { $0 * shape[$1] }
        return sum(axes: axes, keepingAxes: keepingAxes) / Scalar(divisor)
    }

    /// The place of the largest element in each row along the last axis; the first of equals.
    public func argumentOfMaximum() -> [Int] {
        require(rank > 0 && shape[rank - 1] > 0, "shape \(shape) has no rows with a maximum")
        let (length, elements) = (shape[rank - 1], elements)
        return stride(from: 0, to: count, by: length).map { start in
            var best = 0
            for index in 1..<max(length, 1)
            where elements[start + index] > elements[start + best] { best = index }
            return best
        }
    }

    /// Sums over the middle of three axes.
    ///
    /// Rows are added in blocks, and blocks to the result, so that the rounding error grows with
    /// the length of a block and the number of blocks, not with their product.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func reduced(outer: Int, middle: Int, inner: Int) -> Tensor {
        if inner == 1 && outer == 1 && middle >= 512 { return sumOfAll() }
        var result = Tensor(uninitializedShape: [outer, inner])
        result.fill(with: 0)
        let block = TensorStorage<Scalar>(count: inner)
        withPointers(storage, block, result.storage) { source, partial, target in
            for index in 0..<outer {
                let total = target + index * inner
                for start in Swift.stride(from: 0, to: middle, by: 256) {
                    for column in 0..<inner { partial[column] = 0 }
                    for row in start..<min(start + 256, middle) {
                        let values = source + (index &* middle &+ row) &* inner
                        for column in 0..<inner { partial[column] += values[column] }
                    }
                    for column in 0..<inner { total[column] += partial[column] }
                }
            }
        }
        return result
    }

    /// The sum of all elements: those of 64 columns, side by side, then the columns and the rest.
    private func sumOfAll() -> Tensor {
        let rows = count / 64
        let columns = reduced(outer: 1, middle: rows, inner: 64)
        let rest = withPointers(storage, columns.storage) { source, columns in
            (rows * 64..<count).reduce((0..<64).reduce(0) { $0 + columns[$1] }) { $0 + source[$1] }
        }
        return Tensor([rest], shape: [1, 1])
    }
}
