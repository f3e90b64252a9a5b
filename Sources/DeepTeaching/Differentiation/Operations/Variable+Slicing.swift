// The gradient of what is left out is 0.
extension Variable {
    /// The part of the variable at the positions `range` along an axis.
    public func slice(_ range: Range<Int>, axis: Int = 0) -> Variable {
        Variable(at: value.indices(of: range, axis: axis), of: self)
    }

    /// The block at a range of positions for each axis; axes without a range are kept whole.
    public subscript(ranges: Range<Int>...) -> Variable {
        Variable(at: value.indices(of: ranges), of: self)
    }

    /// Every `step`-th position along an axis, beginning with the first.
    public func strided(by step: Int, axis: Int) -> Variable {
        Variable(at: StridedIndices(all: shape).strided(by: step, axis: axis), of: self)
    }

    /// The positions along an axis in the opposite order.
    public func reversed(axis: Int) -> Variable {
        Variable(value.reversed(axis: axis), from: self) { $0.reversed(axis: axis) }
    }

    /// `before[axis]` and `after[axis]` positions that hold `value` around each axis.
    public func padded(before: [Int], after: [Int], with value: Scalar = 0) -> Variable {
        let result = self.value.padded(before: before, after: after, with: value)
        var indices = StridedIndices(all: result.shape)
        indices.offset = zip(before, indices.strides).reduce(0) { $0 + $1.0 * $1.1 }
        indices.shape = shape
        return Variable(result, from: self) { [indices] in $0.elements(at: indices) }
    }

    /// `step - 1` zeros between neighbours along an axis, which grows to `length` positions, or
    /// just as far as its last element.
    public func spread(by step: Int, axis: Int, length: Int? = nil) -> Variable {
        Variable(value.spread(by: step, axis: axis, length: length), from: self) {
            $0.strided(by: step, axis: axis)
        }
    }

    /// Variables one after the other along an axis; each receives its part of the gradient.
    public static func concatenated(_ variables: [Variable], axis: Int = 0) -> Variable {
        let value = Tensor.concatenated(variables.map(\.value), axis: axis)
        let axis = value.axisNumber(axis)
        let lengths = variables.map { $0.shape[axis] }
        return Variable(value, from: variables) { gradient in
            var start = 0
            return lengths.map { length in
                defer { start += length }
                return gradient.slice(start..<start + length, axis: axis)
            }
        }
    }

    /// Variables of one shape, side by side along a new axis.
    public static func stacked(_ variables: [Variable], axis: Int = 0) -> Variable {
        Variable(.stacked(variables.map(\.value), axis: axis), from: variables) { gradient in
            gradient.unstacked(axis: axis)
        }
    }

    /// The positions along an axis as variables of their own, without that axis.
    public func unstacked(axis: Int = 0) -> [Variable] {
        let axis = value.axisNumber(axis)
        return (0..<shape[axis]).map { slice($0..<$0 + 1, axis: axis).removingAxis(axis) }
    }
}
