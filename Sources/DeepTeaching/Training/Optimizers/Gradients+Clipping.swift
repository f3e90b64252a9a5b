extension Gradients {
    /// The length of all gradients as one vector: the square root of the sum of their squares,
    /// formed in double precision.
    public var norm: Double {
        values.reduce(0) { sum, value in
            value.elements.reduce(sum) { $0 + Double($1) * Double($1) }
        }.squareRoot()
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
