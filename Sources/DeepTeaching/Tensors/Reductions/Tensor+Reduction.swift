extension Tensor {
    /// The sum of all elements, as a tensor without axes.
    public func sum() -> Tensor { reduced(outer: 1, middle: count, inner: 1).reshaped([]) }

    /// The mean of all elements, of which there must be one or more, as a tensor without axes.
    public func mean() -> Tensor {
        require(count > 0, "there is no mean of nothing: a tensor of shape \(shape) is empty")
        return sum() / Scalar(count)
    }

    /// The sums along some axes, which vanish, or stay with length 1.
    public func sum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = axisNumbers(axes)
        var result = self
        var shape = self.shape
        for axis in axes.sorted(by: >) {
            result = result.reduced(
                outer: shape[..<axis].reduce(1, *), middle: shape[axis],
                inner: shape[(axis + 1)...].reduce(1, *))
            shape[axis] = 1
        }
        let kept =
            keepingAxes ? shape : shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
        return result.reshaped(kept)
    }

    /// The means along some axes, which vanish, or stay with length 1; none of them is empty.
    public func mean(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let (axes, length) = reduction(along: axes, for: "mean")
        return sum(axes: axes, keepingAxes: keepingAxes) / Scalar(length)
    }

    /// The variances along some axes, which vanish, or stay with length 1: the mean of
    /// (x - mean)^2, or with `isUnbiased` the sum of squares divided by one less than their number,
    /// which is then 2 or more.
    public func variance(
        axes: [Int], keepingAxes: Bool = false, isUnbiased: Bool = false
    ) -> Tensor {
        let (axes, number) = reduction(along: axes, for: "variance")
        require(
            number > 1 || !isUnbiased,
            "one number has no unbiased variance: shape \(shape) along the axes \(axes)")
        let centered = self - mean(axes: axes, keepingAxes: true)
        let sum = (centered * centered).sum(axes: axes, keepingAxes: keepingAxes)
        return sum / Scalar(isUnbiased ? number - 1 : number)
    }

    /// Sums over the middle of three axes.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func reduced(outer: Int, middle: Int, inner: Int) -> Tensor {
        if inner == 1 && outer == 1 && middle >= 512 { return sumOfAll() }
        let result = Tensor(uninitializedShape: [outer, inner])
        let depth = Int.bitWidth - middle.leadingZeroBitCount
        let halves = TensorStorage<Scalar>(count: inner * depth)
        withPointers(storage, halves, result.storage) { source, halves, target in
            for index in 0..<outer {
                addRows(
                    source + index * middle * inner, count: middle, length: inner,
                    into: target + index * inner, halves: halves)
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

/// The sum of `count` rows of `length` numbers: the sum of the sums of its halves, so that the
/// rounding error grows with the logarithm of the count. `halves` has room for a row at each level.
///
/// Source: Higham, The accuracy of floating point summation, 1993 (pairwise summation).
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func addRows<Scalar: TensorScalar>(
    _ rows: UnsafePointer<Scalar>, count: Int, length: Int,
    into total: UnsafeMutablePointer<Scalar>, halves: UnsafeMutablePointer<Scalar>
) {
    if count <= 32 {
        for column in 0..<length { total[column] = 0 }
        for row in 0..<count {
            let values = rows + row &* length
            for column in 0..<length { total[column] += values[column] }
        }
        return
    }
    let half = count / 2
    addRows(rows, count: half, length: length, into: total, halves: halves)
    addRows(
        rows + half * length, count: count - half, length: length, into: halves,
        halves: halves + length)
    for column in 0..<length { total[column] += halves[column] }
}
