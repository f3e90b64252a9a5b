/// The shape to which two shapes are broadcast: aligned at the last axis, an axis that is missing
/// or of length 1 takes the other's length; nil if two lengths differ otherwise.
public func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int]? {
    let rank = max(a.count, b.count)
    var result = [Int](repeating: 1, count: rank)
    for axis in 0..<rank {
        let left = axis < rank - a.count ? 1 : a[axis - (rank - a.count)]
        let right = axis < rank - b.count ? 1 : b[axis - (rank - b.count)]
        guard left == right || left == 1 || right == 1 else { return nil }
        result[axis] = left == 1 ? right : left
    }
    return result
}

extension Tensor {
    /// Applies the operation to pairs of elements after both tensors took their common shape.
    @specialized(where Scalar == Float)
    func broadcasting(_ operation: Arithmetic, _ other: Tensor) -> Tensor {
        if shape == other.shape { return combined(operation, withRepeated: other) }
        guard let common = broadcastShape(shape, other.shape) else {
            fatalError("shapes \(shape) and \(other.shape) cannot be broadcast")
        }
        let left = broadcast(to: common)
        // The frequent cases (a number, a bias) need no copy of the smaller tensor.
        if common.hasSuffix(other.shape) {
            return left.combined(operation, withRepeated: other)
        }
        return left.combined(operation, withRepeated: other.broadcast(to: common))
    }

    /// The elements repeated along missing axes and axes of length 1, until the shape is `target`.
    public func broadcast(to target: [Int]) -> Tensor {
        if shape == target { return self }
        require(
            broadcastShape(shape, target) == target,
            "shape \(shape) cannot be broadcast to \(target)")
        if count == 1 { return Tensor(repeating: scalar, shape: target) }
        // An axis along which elements repeat has stride 0.
        let padded = [Int](repeating: 1, count: target.count - rank) + shape
        var indices = StridedIndices(all: padded)
        for axis in padded.indices where padded[axis] == 1 { indices.strides[axis] = 0 }
        indices.shape = target
        return elements(at: indices)
    }

    /// The sum over the axes along which `target` was broadcast to this shape: what a broadcast
    /// does backwards.
    @specialized(where Scalar == Float)
    func unbroadcast(to target: [Int]) -> Tensor {
        if shape == target { return self }
        let missing = rank - target.count
        let axes = shape.indices.filter { $0 < missing || target[$0 - missing] != shape[$0] }
        return sum(axes: axes).reshaped(target)
    }
}

extension [Int] {
    /// Whether the last lengths are those of `suffix`.
    fileprivate func hasSuffix(_ suffix: [Int]) -> Bool {
        count >= suffix.count && Array(self[(count - suffix.count)...]) == suffix
    }
}
