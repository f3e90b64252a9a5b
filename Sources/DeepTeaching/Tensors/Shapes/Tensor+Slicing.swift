extension Tensor {
    /// The part of the tensor at the positions `range` along an axis.
    public func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
        elements(at: places(of: range, axis: axis))
    }

    /// The block at a range of positions for each axis; axes without a range are kept whole.
    ///
    ///     image[0..<2, 5..<9]  // rows 0 and 1, columns 5 to 8, all channels
    public subscript(ranges: Range<Int>...) -> Tensor {
        get { elements(at: places(of: ranges)) }
        set {
            let places = places(of: ranges)
            require(
                newValue.shape == places.shape,
                "a block of shape \(newValue.shape) does not fit the place of shape \(places.shape)"
            )
            overwrite(places, with: newValue)
        }
    }

    /// Every `step`-th position along an axis, beginning with the first.
    public func strided(by step: Int, axis: Int) -> Tensor {
        elements(at: StridedPlaces(all: shape).strided(by: step, axis: axis))
    }

    /// The positions along an axis in the opposite order.
    public func reversed(axis: Int) -> Tensor {
        let axis = axisNumber(axis)
        var places = StridedPlaces(all: shape)
        places.offset = Swift.max(shape[axis] - 1, 0) * places.strides[axis]
        places.strides[axis] *= -1
        return elements(at: places)
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
        var places = StridedPlaces(all: larger)
        places.offset = zip(before, places.strides).reduce(0) { $0 + $1.0 * $1.1 }
        places.shape = shape
        return placed(at: places, in: larger, filledWith: value)
    }

    /// `step - 1` zeros between neighbours along an axis: what ``strided(by:axis:)`` does backwards.
    /// The axis grows to `length` positions, or just as far as its last element.
    public func spread(by step: Int, axis: Int, length: Int? = nil) -> Tensor {
        require(step > 0, "a step of \(step) leads nowhere: it must be positive")
        let axis = axisNumber(axis)
        var larger = shape
        larger[axis] = length ?? spreadLength(shape[axis], step)
        _ = elementCount(of: larger)
        let places = StridedPlaces(all: larger).strided(by: step, axis: axis)
        require(
            places.shape == shape,
            "shape \(shape), spread by \(step) along axis \(axis), does not fill shape \(larger)")
        return placed(at: places, in: larger)
    }

    /// The places of a range along one axis.
    func places(of range: Range<Int>, axis: Int) -> StridedPlaces {
        let axis = axisNumber(axis)
        require(
            range.lowerBound >= 0 && range.upperBound <= shape[axis],
            "positions \(range) along axis \(axis) are outside a tensor of shape \(shape)")
        var places = StridedPlaces(all: shape)
        places.offset = range.lowerBound * places.strides[axis]
        places.shape[axis] = range.count
        return places
    }

    /// The places of a range along each of the first axes.
    func places(of ranges: [Range<Int>]) -> StridedPlaces {
        require(
            ranges.count <= rank, "\(ranges.count) ranges \(ranges) for a tensor of shape \(shape)")
        var all = StridedPlaces(all: shape)
        for (axis, range) in ranges.enumerated() {
            let places = places(of: range, axis: axis)
            all.offset += places.offset
            all.shape[axis] = range.count
        }
        return all
    }

    private mutating func overwrite(_ places: StridedPlaces, with block: Tensor) {
        let places = places.merged
        let length = places.shape.last ?? 1
        withPointers(block.storage, writableStorage()) { source, target in
            places.forEachRow { start, number in
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

extension StridedPlaces {
    /// Every `step`-th of the places along an axis.
    func strided(by step: Int, axis: Int) -> StridedPlaces {
        require(step > 0, "a step of \(step) leads nowhere: it must be positive")
        let axis = axisNumber(axis, of: shape)
        var places = self
        places.shape[axis] = shape[axis] == 0 ? 0 : (shape[axis] - 1) / step + 1
        // A stride that wraps round is never gone: then there is one position only.
        places.strides[axis] &*= step
        return places
    }
}
