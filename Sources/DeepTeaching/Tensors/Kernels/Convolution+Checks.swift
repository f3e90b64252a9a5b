// Kernels walk over memory by the counts that they are told: what they are given is checked at their
// door, whoever calls them.
extension Convolution {
    /// Stops with a sentence if these are not the operands of this convolution.
    func requireFit<Scalar>(
        _ input: Tensor<Scalar>, weights: Tensor<Scalar>, bias: Tensor<Scalar>? = nil
    ) {
        require(
            input.shape == [batch, height, width, inputs]
                && weights.shape == [kernelHeight, kernelWidth, inputs, outputs]
                && bias.map { $0.shape == [outputs] } ?? true,
            """
            images of shape \(input.shape), weights of shape \(weights.shape) and a bias of shape \
            \(bias?.shape ?? [outputs]) are not those of the convolution that is to be computed
            """)
    }

    /// Stops with a sentence if these are not the result of this convolution and its gradient.
    func requireFit<Scalar>(_ result: ConvolutionResult<Scalar>, gradient: Tensor<Scalar>) {
        require(
            result.output.shape == resultShape && gradient.shape == resultShape
                && result.winners.map(\.count) == (pooling == .none ? nil : gradient.count),
            """
            a result of shape \(result.output.shape) and a gradient of shape \(gradient.shape) do not fit \
            a convolution with the result \(resultShape)
            """)
    }
}
