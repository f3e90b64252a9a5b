extension Tensor {
    /// The convolution of a batch of images; see ``Convolution`` for the equation.
    ///
    /// Images `[batch, height, width, input]`, weights `[kernel height, kernel width, input,
    /// output]`, bias `[output]`; the result is `[batch, height, width, output]`.
    public func convolved(
        weights: Tensor, bias: Tensor, stride: Int = 1, padding: Int = 0, dilation: Int = 1
    ) -> Tensor {
        let convolution = Convolution(
            input: shape, weights: weights.shape, bias: bias.shape, stride: stride,
            padding: padding, dilation: dilation, activation: .identity, pooling: .none)
        return Scalar.Kernels.convolution(convolution, self, weights: weights, bias: bias).output
    }
}
