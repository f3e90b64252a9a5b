extension Gradients {
    /// The length of all gradients as one vector: the square root of the sum of their squares,
    /// formed in double precision.
    public var norm: Double {
        values.reduce(0) { $1.addSquares(to: $0) }.squareRoot()
    }

    /// The same direction, but no longer than `limit`: g limit / norm where the norm is larger.
    ///
    /// Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks,
    /// 2013.
    public func clipped(toNorm limit: Double) -> Gradients {
        require(limit > 0, "gradients cannot be clipped to a norm of \(limit)")
        let norm = norm
        if norm <= limit { return self }
        return Gradients(names: names, values: values.map { $0 * Scalar(limit / norm) })
    }
}

extension Tensor {
    /// A sum plus the square of each element, in order.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func addSquares(to sum: Double) -> Double {
        var sum = sum
        withPointers(storage) { elements in
            for index in 0..<count { sum += Double(elements[index]) * Double(elements[index]) }
        }
        return sum
    }
}
