extension Variable {
    /// C = A B; dL/dA = dL/dC B^T, dL/dB = A^T dL/dC.
    ///
    /// A `[M, K]` times B `[K, N]` gives C `[M, N]`.
    public func matrixProduct(_ other: Variable) -> Variable {
        let (a, b) = (value, other.value)
        return Variable(
            a.matrixProduct(b),
            from: self, { $0.matrixProduct(b, transposingSecond: true) },
            from: other, { a.matrixProduct($0, transposingFirst: true) })
    }

    /// Y = act(X W + b), in one pass; dL/dX = G W^T, dL/dW = X^T G, dL/db = the sum of G's rows,
    /// where G is dL/dY, or 0 where the ReLU let nothing pass.
    ///
    /// X `[batch, inputs]`, W `[inputs, outputs]`, b `[outputs]`.
    public func affine(
        weights: Variable, bias: Variable, activation: Activation = .identity
    ) -> Variable {
        let (x, w) = (value, weights.value)
        let y = x.matrixProduct(w, bias: bias.value, activation: activation)
        let needsInput = !isConstant
        return Variable(y, from: [self, weights, bias]) { gradient in
            let g = activation == .relu ? gradient.combined(.masking, withRepeated: y) : gradient
            return [
                needsInput ? g.matrixProduct(w, transposingSecond: true) : nil,
                x.matrixProduct(g, transposingFirst: true), g.sum(axes: [0]),
            ]
        }
    }

    /// act(convolution + b), pooled, in one pass; see ``Convolution`` for the equation.
    ///
    /// Images `[batch, height, width, input]`, weights `[kernel height, kernel width, input,
    /// output]`, b `[output]`.
    public func convolved(
        weights: Variable, bias: Variable, stride: Int = 1, padding: Int = 0,
        activation: Activation = .identity, pooling: Pooling = .none
    ) -> Variable {
        let (x, w) = (value, weights.value)
        let convolution = Convolution(
            input: shape, weights: w.shape, bias: bias.shape, stride: stride, padding: padding,
            activation: activation, pooling: pooling)
        let result = Scalar.convolution(convolution, x, weights: w, bias: bias.value)
        let needsInput = !isConstant
        return Variable(result.output, from: [self, weights, bias]) { gradient in
            let gradients = Scalar.convolutionGradients(
                convolution, x, weights: w, result: result, gradient: gradient,
                needsInput: needsInput)
            return [gradients.input, gradients.weights, gradients.bias]
        }
    }
}
