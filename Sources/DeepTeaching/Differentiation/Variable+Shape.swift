extension Variable {
    /// The same elements under another shape; one axis may be -1 and takes what is left.
    public func reshaped(_ shape: [Int]) -> Variable {
        Variable(value.reshaped(shape), from: self) { [old = self.shape] in $0.reshaped(old) }
    }

    /// One row for each element of the batch: `[batch, ...]` becomes `[batch, rest]`.
    public func flattened() -> Variable {
        reshaped([shape[0], shape.dropFirst().reduce(1, *)])
    }

    /// The sum of all elements.
    public func sum() -> Variable {
        Variable(value.sum(), from: self) { [shape] in $0.broadcast(to: shape) }
    }

    /// The mean of all elements.
    public func mean() -> Variable { sum() / Scalar(value.count) }

    /// The sums along some axes, which vanish, or stay with length 1.
    public func sum(axes: [Int], keepingAxes: Bool = false) -> Variable {
        let result = value.sum(axes: axes, keepingAxes: keepingAxes)
        return Variable(result, from: self) { [shape] gradient in
            let kept = shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
            return gradient.reshaped(kept).broadcast(to: shape)
        }
    }

    /// The means along some axes, which vanish, or stay with length 1.
    public func mean(axes: [Int], keepingAxes: Bool = false) -> Variable {
        sum(axes: axes, keepingAxes: keepingAxes) / Scalar(axes.reduce(1) { $0 * shape[$1] })
    }

    /// The rows `range` along the first axis; the gradient of the other rows is 0.
    public func slice(_ range: Range<Int>) -> Variable {
        Variable(value.slice(range), from: self) { [shape] gradient in
            let rest = Array(shape.dropFirst())
            return .concatenated([
                .zeros([range.lowerBound] + rest), gradient,
                .zeros([shape[0] - range.upperBound] + rest),
            ])
        }
    }

    /// Variables one after the other along the first axis; each receives its rows of the gradient.
    public static func concatenated(_ variables: [Variable]) -> Variable {
        let lengths = variables.map { $0.shape[0] }
        return Variable(.concatenated(variables.map(\.value)), from: variables) { gradient in
            var start = 0
            return lengths.map { length in
                defer { start += length }
                return gradient.slice(start..<start + length)
            }
        }
    }
}
