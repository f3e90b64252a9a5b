extension Variable {
    /// The same elements under another shape; one axis may be -1 and takes what is left.
    public func reshaped(_ shape: [Int]) -> Variable {
        Variable(value.reshaped(shape), from: self) { [old = self.shape] in $0.reshaped(old) }
    }

    /// One row for each element of the batch: `[batch, ...]` becomes `[batch, rest]`.
    public func flattened() -> Variable {
        require(!shape.isEmpty, "a single number has no batch: it cannot be flattened")
        return reshaped([shape[0], shape.dropFirst().reduce(1, *)])
    }

    /// The sum of all elements.
    public func sum() -> Variable {
        Variable(value.sum(), from: self) { [shape] in $0.broadcast(to: shape) }
    }

    /// The mean of all elements, of which there must be one or more.
    public func mean() -> Variable {
        require(value.count > 0, "there is no mean of nothing: shape \(shape) is empty")
        return sum() / Scalar(value.count)
    }

    /// The sums along some axes, which vanish, or stay with length 1.
    public func sum(axes: [Int], keepingAxes: Bool = false) -> Variable {
        let axes = value.axisNumbers(axes)
        let result = value.sum(axes: axes, keepingAxes: keepingAxes)
        return Variable(result, from: self) { [shape] gradient in
            let kept = shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
            return gradient.reshaped(kept).broadcast(to: shape)
        }
    }

    /// The means along some axes, which vanish, or stay with length 1; none of them is empty.
    public func mean(axes: [Int], keepingAxes: Bool = false) -> Variable {
        let (axes, length) = value.reduction(along: axes, for: "mean")
        return sum(axes: axes, keepingAxes: keepingAxes) / Scalar(length)
    }

    /// The variances along some axes, which vanish, or stay with length 1: the mean of
    /// (x - mean)^2.
    public func variance(axes: [Int], keepingAxes: Bool = false) -> Variable {
        let centered = self - mean(axes: axes, keepingAxes: true)
        return (centered * centered).mean(axes: axes, keepingAxes: keepingAxes)
    }

    /// The elements repeated along missing axes and axes of length 1, until the shape is `target`.
    public func broadcast(to target: [Int]) -> Variable {
        Variable(value.broadcast(to: target), from: self) { [shape] in $0.unbroadcast(to: shape) }
    }

    /// The axes in another order: axis i of the result is axis `order[i]` of this variable.
    public func transposed(_ order: [Int]) -> Variable {
        let order = value.axisOrder(order)
        return Variable(value.transposed(order), from: self) {
            $0.transposed(inverse(ofAxisOrder: order))
        }
    }

    /// Rows and columns of a matrix, exchanged.
    public func transposed() -> Variable {
        Variable(value.transposed(), from: self) { $0.transposed() }
    }

    /// The same elements with a further axis of length 1, which becomes axis `axis` of the result; -1
    /// puts it behind the others.
    public func insertingAxis(at axis: Int) -> Variable {
        Variable(value.insertingAxis(at: axis), from: self) { $0.removingAxis(axis) }
    }

    /// The same elements without an axis of length 1.
    public func removingAxis(_ axis: Int) -> Variable {
        Variable(value.removingAxis(axis), from: self) { $0.insertingAxis(at: axis) }
    }
}
