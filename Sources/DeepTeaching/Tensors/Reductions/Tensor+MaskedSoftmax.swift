extension Tensor {
    /// softmax_i = m_i exp(x_i) / sum_j m_j exp(x_j) in each row along the last axis: what is masked out
    /// gets exactly 0, whatever its x is.
    ///
    /// - Parameter mask: m, 1 for what takes part and 0 for what does not, of the same shape; at least one
    ///   1 in each row.
    public func softmax(where mask: Tensor) -> Tensor {
        requireMask(mask)
        let isOut = mask .== 0
        let lowest = Tensor(-Scalar.greatestFiniteMagnitude)
        // The largest x of those that take part stays the row's maximum, which the softmax subtracts.
        let row = replacing(with: lowest, where: isOut)
        let maximum = row.maximum(axes: [rank - 1], keepingAxes: true)
        let powers = (row - maximum).replacing(with: .zeros([]), where: isOut).exponential() * mask
        return powers / powers.sum(axes: [rank - 1], keepingAxes: true)
    }

    /// Stops with a sentence unless the mask fits, consists of 0 and 1, and leaves something in each row.
    private func requireMask(_ mask: Tensor) {
        require(
            rank > 0 && mask.shape == shape,
            "a mask of shape \(mask.shape) does not fit rows of shape \(shape)")
        require(
            mask.elements.allSatisfy { $0 == 0 || $0 == 1 },
            "a mask says 1 for what takes part and 0 for what does not, and nothing else")
        let kept = mask.sum(axes: [rank - 1]).elements
        require(
            kept.allSatisfy { $0 > 0 },
            "row \(kept.firstIndex(of: 0) ?? 0) of a mask of shape \(mask.shape) leaves nothing")
    }
}
