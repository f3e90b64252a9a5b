extension Variable {
    /// The positions `indices` along an axis, in that order. A position that comes more than once
    /// receives the sum of its gradients.
    public func gathered(_ indices: [Int], axis: Int = 0) -> Variable {
        let result = value.gathered(indices, axis: axis)
        let axis = value.axisNumber(axis)
        return Variable(result, from: self) { [shape] gradient in
            gradient.scattered(to: indices, length: shape[axis], axis: axis)
        }
    }

    /// One element of each row along the last axis: element `indices[i]` of row i.
    public func picked(_ indices: [Int]) -> Variable {
        Variable(value.picked(indices), from: self) { [length = shape.last ?? 1] gradient in
            gradient.unpicked(indices, length: length)
        }
    }

    /// The elements of `other` where `mask` is not 0, and this variable's elsewhere; shapes are
    /// broadcast. The gradient goes where the element came from.
    public func replacing(with other: Variable, where mask: Tensor<Scalar>) -> Variable {
        Variable(
            value.replacing(with: other.value, where: mask),
            from: self,
            { [shape] in $0.replacing(with: .zeros([]), where: mask).unbroadcast(to: shape) },
            from: other,
            { [shape = other.shape] in
                Tensor.zeros([]).replacing(with: $0, where: mask).unbroadcast(to: shape)
            })
    }

    /// The larger of each pair of elements; shapes are broadcast. The gradient goes to the larger,
    /// and in halves to equals.
    public static func pointwiseMax(_ a: Variable, _ b: Variable) -> Variable {
        winner(.pointwiseMax(a.value, b.value), a, b)
    }

    /// The smaller of each pair of elements; shapes are broadcast. The gradient goes to the
    /// smaller, and in halves to equals.
    public static func pointwiseMin(_ a: Variable, _ b: Variable) -> Variable {
        winner(.pointwiseMin(a.value, b.value), a, b)
    }

    private static func winner(
        _ value: Tensor<Scalar>, _ a: Variable, _ b: Variable, operation: StaticString = #function
    ) -> Variable {
        let (x, y) = (a.value, b.value)
        let half = (x .== y) * 0.5
        return Variable(
            value,
            from: a, { ($0 * ((x .== value) - half)).unbroadcast(to: x.shape) },
            from: b, { ($0 * ((y .== value) - half)).unbroadcast(to: y.shape) })
    }

    /// Each element, or the bound that it goes beyond; there the gradient is 0.
    public func clamped(lowerBound: Scalar, upperBound: Scalar) -> Variable {
        let result = value.clamped(lowerBound: lowerBound, upperBound: upperBound)
        return Variable(result, from: self) { [x = value] in $0 * (x .== result) }
    }

    /// The largest elements along some axes, which vanish, or stay with length 1; the first of
    /// equals receives the whole gradient.
    public func maximum(axes: [Int], keepingAxes: Bool = false) -> Variable {
        extremes(axes: axes, keepingAxes: keepingAxes) { $0 > $1 }
    }

    /// The smallest elements along some axes, which vanish, or stay with length 1; the first of
    /// equals receives the whole gradient.
    public func minimum(axes: [Int], keepingAxes: Bool = false) -> Variable {
        extremes(axes: axes, keepingAxes: keepingAxes) { $0 < $1 }
    }

    private func extremes(
        axes: [Int], keepingAxes: Bool, operation: StaticString = #function,
        _ wins: (Scalar, Scalar) -> Bool
    ) -> Variable {
        let (values, winners) = value.extremes(axes: axes, keepingAxes: keepingAxes, wins)
        return Variable(values, from: self) { [shape] gradient in
            gradient.reshaped([-1]).scattered(to: winners, length: shape.reduce(1, *))
                .reshaped(shape)
        }
    }

    /// log(sum of exp(x)) along some axes, which vanish, or stay with length 1;
    /// dL/dx = dL/dy exp(x - y).
    public func logSumExp(axes: [Int], keepingAxes: Bool = false) -> Variable {
        let kept = value.logSumExp(axes: axes, keepingAxes: true)
        let result = keepingAxes ? kept : kept.sum(axes: axes)
        return Variable(result, from: self) { [x = value] gradient in
            (x - kept).exponential() * gradient.reshaped(kept.shape)
        }
    }
}
