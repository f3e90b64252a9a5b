extension Variable {
    /// C = A B; dL/dA = dL/dC B^T, dL/dB = A^T dL/dC.
    ///
    /// A `[M, K]` times B `[K, N]` gives C `[M, N]`. Further leading axes are broadcast:
    /// `[batch, M, K]` times `[batch, K, N]`, or times `[K, N]`, gives `[batch, M, N]`.
    public func matrixProduct(_ other: Variable) -> Variable {
        let (a, b) = (value, other.value)
        return Variable(
            a.matrixProduct(b),
            from: self,
            { $0.matrixProduct(b, transposingSecond: true).unbroadcast(to: a.shape) },
            from: other,
            { a.matrixProduct($0, transposingFirst: true).unbroadcast(to: b.shape) })
    }

    /// Y = act(X W + b), in one pass; dL/dX = G W^T, dL/dW = X^T G, dL/db = the sum of G's rows,
    /// where G is dL/dY, or 0 where the ReLU let nothing pass. Other activations are
    /// a step of their own.
    ///
    /// X `[batch, inputs]`, W `[inputs, outputs]`, b `[outputs]`.
    @specialized(where Scalar == Float)
    public func affine(
        weights: Variable, bias: Variable, activation: Activation = .identity
    ) -> Variable {
        let (x, w) = (value, weights.value)
        require(
            x.rank == 2 && w.rank == 2,
            "a dense layer needs two matrices, not inputs of shape \(shape) and weights of shape "
                + "\(w.shape)")
        let y = x.matrixProduct(w, bias: bias.value, activation: activation.fused)
        let needsInput = !isConstant
        return Variable(y, from: [self, weights, bias]) { gradient in
            let g = activation == .relu ? gradient.combined(.masking, withRepeated: y) : gradient
            return [
                needsInput ? g.matrixProduct(w, transposingSecond: true) : nil,
                x.matrixProduct(g, transposingFirst: true), g.sum(axes: [0]),
            ]
        }.activated(activation.remainder)
    }
}
