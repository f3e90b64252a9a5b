extension Tensor {
    /// softmax_i = exp(x_i - m) / sum_j exp(x_j - m) in each row along the last axis, where m is
    /// the row's maximum: without it exp(1000) would overflow.
    public func softmax() -> Tensor {
        softmaxRows { row, length, maximum, sum in
            for index in 0..<length { row[index] = Scalar.exponential(row[index] - maximum) / sum }
        }
    }

    /// log softmax_i = x_i - m - log(sum_j exp(x_j - m)) in each row along the last axis.
    public func logSoftmax() -> Tensor {
        softmaxRows { row, length, maximum, sum in
            let logSum = Scalar.logarithm(sum)  // small, and would be lost if added to a large m
            for index in 0..<length { row[index] = row[index] - maximum - logSum }
        }
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
                for index in 0..<length { sum += Scalar.exponential(row[index] - maximum) }
                finish(row, length, maximum, sum)
            }
        }
        return result
    }
}
