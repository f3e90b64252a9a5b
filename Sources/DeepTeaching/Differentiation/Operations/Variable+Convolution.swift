extension Variable {
    /// act(convolution + b), pooled, in one pass; see ``Convolution`` for the equation. Activations
    /// other than ReLU are steps of their own.
    ///
    /// Images `[batch, height, width, input]`, weights `[kernel height, kernel width, input,
    /// output]`, b `[output]`. With groups the channels are cut into that many parts, and each part
    /// of the outputs sees its own part of the inputs only: weights `[kernel height, kernel width,
    /// input / groups, output]`.
    public func convolved(
        weights: Variable, bias: Variable, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
        groups: Int = 1, activation: Activation = .identity, pooling: Pooling = .none
    ) -> Variable {
        if activation != activation.fused {
            let active = convolved(
                weights: weights, bias: bias, stride: stride, padding: padding,
                dilation: dilation, groups: groups
            ).activated(activation)
            return pooling == .maximum ? active.maximumPooled() : active
        }
        let parts = channelGroups(groups, weights: weights, bias: bias)
        let results = parts.map { part in
            part.images.convolvedAsOne(part.weights, part.bias) { input, weights, bias in
                Convolution(
                    input: input, weights: weights, bias: bias, stride: stride, padding: padding,
                    dilation: dilation, activation: activation, pooling: pooling)
            }
        }
        return groups == 1 ? results[0] : .concatenated(results, axis: 3)
    }

    private func convolvedAsOne(
        _ weights: Variable, _ bias: Variable, _ shape: ([Int], [Int], [Int]) -> Convolution,
        operation: StaticString = "convolved"
    ) -> Variable {
        let (x, w) = (value, weights.value)
        let convolution = shape(x.shape, w.shape, bias.shape)
        let result = Scalar.Kernels.convolution(convolution, x, weights: w, bias: bias.value)
        let needsInput = !isConstant
        return Variable(
            result.output, from: [self, weights, bias],
            { gradient in
                let gradients = Scalar.Kernels.convolutionGradients(
                    convolution, x, weights: w, result: result, gradient: gradient,
                    needsInput: needsInput)
                return [gradients.input, gradients.weights, gradients.bias]
            }, operation: operation)
    }

    /// Each group's part of the images, of the weights and of the bias.
    private func channelGroups(
        _ groups: Int, weights: Variable, bias: Variable
    ) -> [(images: Variable, weights: Variable, bias: Variable)] {
        if groups == 1 { return [(self, weights, bias)] }
        require(
            groups > 0 && shape.count == 4 && weights.shape.count == 4
                && shape[3] == weights.shape[2] * groups && weights.shape[3] % groups == 0
                && bias.shape == [weights.shape[3]],
            """
            images of shape \(shape) do not fit \(groups) groups of channels with weights of shape \
            \(weights.shape) and a bias of shape \(bias.shape)
            """)
        let (inputs, outputs) = (weights.shape[2], weights.shape[3] / groups)
        return (0..<groups).map { group in
            let (own, out) = (group * inputs, group * outputs)
            return (
                slice(own..<own + inputs, axis: 3), weights.slice(out..<out + outputs, axis: 3),
                bias.slice(out..<out + outputs)
            )
        }
    }

    /// The transposed convolution: each pixel adds its share of the kernel to a larger image, whose
    /// pixels lie `stride` times as dense. It is what a convolution with these weights, inputs and
    /// outputs exchanged, does backwards.
    ///
    /// y[n, s i + u - p, s j + v - p, o] += x[n, i, j, c] w[u, v, c, o], then the bias. Images
    /// `[batch, height, width, input]`, weights `[kernel height, kernel width, input, output]`; the
    /// result has s (height - 1) + kernel height - 2 p + `outputPadding` rows, and as many columns
    /// by the same rule.
    ///
    /// Source: Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016.
    public func transposedConvolved(
        weights: Variable, bias: Variable, stride: Int = 1, padding: Int = 0,
        outputPadding: Int = 0
    ) -> Variable {
        let kernel = weights.shape
        require(
            shape.count == 4 && kernel.count == 4 && shape[3] == kernel[2]
                && bias.shape == [kernel[3]],
            """
            images of shape \(shape) do not fit weights of shape \(kernel) and a bias of shape \
            \(bias.shape)
            """)
        require(stride > 0, "the stride is \(stride), it must be positive")
        require(
            0 <= padding && padding < Swift.min(kernel[0], kernel[1]) && outputPadding >= 0
                && outputPadding < stride,
            "padding \(padding) and output padding \(outputPadding) do not fit a kernel of shape "
                + "\(kernel) and a stride of \(stride)")
        let sides = (1...2).map {
            (shape[$0] - 1) * stride + kernel[$0 - 1] - 2 * padding + outputPadding
        }
        require(
            sides.allSatisfy { $0 > 0 },
            "images of shape \(shape) and a kernel of shape \(kernel) leave nothing within a padding "
                + "of \(padding)")
        if kernel[0] == stride && kernel[1] == stride && padding == 0 && outputPadding == 0 {
            return withBlocks(of: stride, weights: weights, bias: bias)
        }
        let (high, wide) = (kernel[0] - 1 - padding, kernel[1] - 1 - padding)
        // [batch, s (height - 1) + 1, s (width - 1) + 1, input]
        let spread = spread(by: stride, axis: 1).spread(by: stride, axis: 2)
        let padded = spread.padded(
            before: [0, high, wide, 0],
            after: [0, high + outputPadding, wide + outputPadding, 0])
        // The kernel turned round: [kernel height, kernel width, input, output].
        let turned = weights.reversed(axis: 0).reversed(axis: 1)
        return padded.convolved(weights: turned, bias: bias)
    }

    /// The transposed convolution whose windows touch each other without overlapping: each pixel becomes a
    /// block of `side` x `side` pixels, so that all blocks are one matrix product.
    private func withBlocks(of side: Int, weights: Variable, bias: Variable) -> Variable {
        let (batch, height, width) = (shape[0], shape[1], shape[2])
        let (inputs, outputs) = (weights.shape[2], weights.shape[3])
        let columns = weights.transposed([2, 0, 1, 3]).reshaped([inputs, side * side * outputs])
        let biases = Variable.concatenated(Array(repeating: bias, count: side * side))
        return reshaped([batch * height * width, inputs])
            .affine(weights: columns, bias: biases)  // [pixels, side * side * outputs]
            .reshaped([batch, height, width, side, side, outputs])
            .transposed([0, 1, 3, 2, 4, 5])
            .reshaped([batch, height * side, width * side, outputs])
    }
}
