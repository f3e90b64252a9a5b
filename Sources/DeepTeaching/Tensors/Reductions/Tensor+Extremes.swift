extension Tensor {
    /// The largest elements along some axes, which vanish, or stay with length 1; not-a-number if
    /// there is one among them.
    public func maximum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        extremes(axes: axes, keepingAxes: keepingAxes) { $0 > $1 }.values
    }

    /// The smallest elements along some axes, which vanish, or stay with length 1; not-a-number if
    /// there is one among them.
    public func minimum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        extremes(axes: axes, keepingAxes: keepingAxes) { $0 < $1 }.values
    }

    /// The largest of all elements.
    public func maximum() -> Tensor { maximum(axes: Array(shape.indices)) }

    /// The smallest of all elements.
    public func minimum() -> Tensor { minimum(axes: Array(shape.indices)) }

    /// The index of the largest element in each row along the last axis; the first of equals, and
    /// whatever is not a number before all others.
    public func argmax() -> [Int] { argmax(axis: -1) }

    /// The positions along an axis at which the largest elements stand, in row-major order of the
    /// other axes; the first of equals, and whatever is not a number before all others.
    public func argmax(axis: Int) -> [Int] {
        positions(axis: axis) { $0 > $1 }
    }

    /// The positions along an axis at which the smallest elements stand, in row-major order of the
    /// other axes; the first of equals, and whatever is not a number before all others.
    public func argmin(axis: Int) -> [Int] {
        positions(axis: axis) { $0 < $1 }
    }

    private func positions(axis: Int, _ wins: (Scalar, Scalar) -> Bool) -> [Int] {
        let axis = axisNumber(axis)
        let inner = shape[(axis + 1)...].reduce(1, *)
        return extremes(axes: [axis], keepingAxes: false, wins).indices
            .map { $0 / inner % shape[axis] }
    }

    /// The winners along some axes, and where among all elements each was found: the first of
    /// equals, and whatever is not a number before all others.
    func extremes(
        axes: [Int], keepingAxes: Bool, _ wins: (Scalar, Scalar) -> Bool
    ) -> (values: Tensor, indices: [Int]) {
        let axes = reduction(along: axes, for: "extreme").axes
        let kept = shape.indices.filter { !axes.contains($0) }
        let all = StridedIndices(all: shape)
        var (outer, inner) = (all, all)
        outer.shape = kept.map { shape[$0] } + [1]
        outer.strides = kept.map { all.strides[$0] } + [1]
        let sorted = axes.sorted()
        inner.shape = sorted.map { shape[$0] }
        inner.strides = sorted.map { all.strides[$0] }
        let result = Tensor(
            uninitializedShape: keepingAxes
                ? shape.indices.map { axes.contains($0) ? 1 : shape[$0] } : outer.shape.dropLast())
        var indices: [Int] = []
        indices.reserveCapacity(result.count)
        withPointers(storage, result.storage) { source, target in
            outer.forEachRow { start, number in
                let winner = source.extreme(among: inner, from: start, wins)
                indices.append(winner)
                target[number] = source[winner]
            }
        }
        return (result, indices)
    }
}

extension UnsafeMutablePointer where Pointee: TensorScalar {
    /// Where the winner among some indices stands.
    @inline(__always)
    fileprivate func extreme(
        among indices: StridedIndices, from start: Int, _ wins: (Pointee, Pointee) -> Bool
    ) -> Int {
        let (length, step) = (indices.shape.last ?? 1, indices.strides.last ?? 0)
        var best = start
        indices.forEachRow { row, _ in
            for index in 0..<length {
                let candidate = start &+ row &+ index &* step
                let (value, leader) = (self[candidate], self[best])
                if leader.isNaN { return }
                if wins(value, leader) || value.isNaN { best = candidate }
            }
        }
        return best
    }
}
