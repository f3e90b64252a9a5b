extension Tensor {
    /// The part of the tensor at the positions `range` along an axis.
    public func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
        elements(at: indices(of: range, axis: axis))
    }

    /// The block at a range of positions for each axis; axes without a range are kept whole.
    ///
    ///     image[0..<2, 5..<9]  // rows 0 and 1, columns 5 to 8, all channels
    public subscript(ranges: Range<Int>...) -> Tensor {
        get { elements(at: indices(of: ranges)) }
        set {
            let indices = indices(of: ranges)
            require(
                newValue.shape == indices.shape,
                "a block of shape \(newValue.shape) does not fit the place of shape \(indices.shape)"
            )
            overwrite(indices, with: newValue)
        }
    }

    /// Every `step`-th position along an axis, beginning with the first.
    public func strided(by step: Int, axis: Int) -> Tensor {
        elements(at: StridedIndices(all: shape).strided(by: step, axis: axis))
    }

    /// The positions along an axis in the opposite order.
    public func reversed(axis: Int) -> Tensor {
        let axis = axisNumber(axis)
        var indices = StridedIndices(all: shape)
        indices.offset = Swift.max(shape[axis] - 1, 0) * indices.strides[axis]
        indices.strides[axis] *= -1
        return elements(at: indices)
    }

    /// `before[axis]` and `after[axis]` positions that hold `value` around each axis.
    public func padded(before: [Int], after: [Int], with value: Scalar = 0) -> Tensor {
        require(
            before.count == rank && after.count == rank && (before + after).allSatisfy { $0 >= 0 },
            "padding of \(before) before and \(after) behind does not fit shape \(shape)")
        let larger = shape.indices.map { axis in
            // Lengths near the largest number wrap round, and what is negative is refused.
            before[axis] &+ shape[axis] &+ after[axis]
        }
        _ = elementCount(of: larger)
        var indices = StridedIndices(all: larger)
        indices.offset = zip(before, indices.strides).reduce(0) { $0 + $1.0 * $1.1 }
        indices.shape = shape
        return placed(at: indices, in: larger, filledWith: value)
    }

    /// `step - 1` zeros between neighbours along an axis: what ``strided(by:axis:)`` does backwards.
    /// The axis grows to `length` positions, or just as far as its last element.
    public func spread(by step: Int, axis: Int, length: Int? = nil) -> Tensor {
        require(step > 0, "a step of \(step) leads nowhere: it must be positive")
        let axis = axisNumber(axis)
        var larger = shape
        larger[axis] = length ?? spreadLength(shape[axis], step)
        _ = elementCount(of: larger)
        let indices = StridedIndices(all: larger).strided(by: step, axis: axis)
        require(
            indices.shape == shape,
            "shape \(shape), spread by \(step) along axis \(axis), does not fill shape \(larger)")
        return placed(at: indices, in: larger)
    }

    /// The indices of a range along one axis.
    func indices(of range: Range<Int>, axis: Int) -> StridedIndices {
        let axis = axisNumber(axis)
        require(
            range.lowerBound >= 0 && range.upperBound <= shape[axis],
            "positions \(range) along axis \(axis) are outside a tensor of shape \(shape)")
        var indices = StridedIndices(all: shape)
        indices.offset = range.lowerBound * indices.strides[axis]
        indices.shape[axis] = range.count
        return indices
    }

    /// The indices of a range along each of the first axes.
    func indices(of ranges: [Range<Int>]) -> StridedIndices {
        require(
            ranges.count <= rank, "\(ranges.count) ranges \(ranges) for a tensor of shape \(shape)")
        var all = StridedIndices(all: shape)
        for (axis, range) in ranges.enumerated() {
            let indices = indices(of: range, axis: axis)
            all.offset += indices.offset
            all.shape[axis] = range.count
        }
        return all
    }

    private mutating func overwrite(_ indices: StridedIndices, with block: Tensor) {
        let indices = indices.merged
        let length = indices.shape.last ?? 1
        withPointers(block.storage, writableStorage()) { source, target in
            indices.forEachRow { start, number in
                (target + start).update(from: source + number * length, count: length)
            }
        }
    }
}

/// How far `length` positions reach that stand `step` apart; the largest number if that is too far.
private func spreadLength(_ length: Int, _ step: Int) -> Int {
    if length == 0 { return 0 }
    let (reach, isTooLarge) = (length - 1).multipliedReportingOverflow(by: step)
    return isTooLarge || reach == .max ? .max : reach + 1
}

extension StridedIndices {
    /// Every `step`-th of the indices along an axis.
    func strided(by step: Int, axis: Int) -> StridedIndices {
        require(step > 0, "a step of \(step) leads nowhere: it must be positive")
        let axis = axisNumber(axis, of: shape)
        var indices = self
        indices.shape[axis] = shape[axis] == 0 ? 0 : (shape[axis] - 1) / step + 1
        // A stride that wraps round is never gone: then there is one position only.
        indices.strides[axis] &*= step
        return indices
    }
}
