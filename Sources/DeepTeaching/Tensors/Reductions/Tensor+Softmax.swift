extension Tensor {
    /// softmax_i = exp(x_i - m) / sum_j exp(x_j - m) in each row along the last axis, where m is
    /// the row's maximum: without it exp(1000) would overflow.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func softmax() -> Tensor {
        softmaxRows { row, length, maximum, sum in
            for index in 0..<length {
                row[index] = Scalar.Kernels.exponential(row[index] - maximum) / sum
            }
        }
    }

    /// log softmax_i = x_i - m - log(sum_j exp(x_j - m)) in each row along the last axis.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func logSoftmax() -> Tensor {
        softmaxRows { row, length, maximum, sum in
            // Small, and would be lost if added to a large m.
            let logSum = Scalar.Kernels.logarithm(sum)
            for index in 0..<length { row[index] = row[index] - maximum - logSum }
        }
    }

    /// The softmax along any axis.
    public func softmax(axis: Int) -> Tensor { withLastAxis(axis) { $0.softmax() } }

    /// The logarithm of the softmax along any axis.
    public func logSoftmax(axis: Int) -> Tensor { withLastAxis(axis) { $0.logSoftmax() } }

    /// log(sum of exp(x)) along some axes, which vanish, or stay with length 1. It is computed as
    /// m + log(sum of exp(x - m)), where m is the largest x: exp(1000) alone would overflow.
    public func logSumExp(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = axisNumbers(axes)
        let maximum = maximum(axes: axes, keepingAxes: true)
        // Infinite maxima are the results already; subtracted from themselves they are no numbers.
        let shift = maximum.replacing(with: .zeros([]), where: maximum.absolute() .== .infinity)
        let logs = (self - shift).exponential().sum(axes: axes, keepingAxes: true).logarithm()
        let result = shift + logs
        return keepingAxes ? result : result.sum(axes: axes)
    }

    /// A function of rows along the last axis, applied along another one.
    private func withLastAxis(_ axis: Int, _ function: (Tensor) -> Tensor) -> Tensor {
        let axis = axisNumber(axis)
        if axis == rank - 1 { return function(self) }
        var order = Array(0..<rank)
        order.append(order.remove(at: axis))
        return function(transposed(order)).transposed(inverse(ofAxisOrder: order))
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func softmaxRows(
        _ finish: (UnsafeMutablePointer<Scalar>, Int, Scalar, Scalar) -> Void
    ) -> Tensor {
        require(rank > 0, "a single number has no rows for a softmax")
        let length = shape[rank - 1]
        var result = self
        withPointers(result.writableStorage()) { base in
            guard length > 0 else { return }
            for start in Swift.stride(from: 0, to: count, by: length) {
                let row = base + start
                var maximum = row[0]
                for index in 1..<length where row[index] > maximum { maximum = row[index] }
                var sum: Scalar = 0
                for index in 0..<length { sum += Scalar.Kernels.exponential(row[index] - maximum) }
                finish(row, length, maximum, sum)
            }
        }
        return result
    }
}
