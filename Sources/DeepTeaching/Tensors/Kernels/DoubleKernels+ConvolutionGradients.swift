extension DoubleKernels {
    /// The pullback of each step, in the opposite order.
    public static func convolutionGradients(
        _ shape: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>,
        result: ConvolutionResult<Double>, gradient: Tensor<Double>, needsInput: Bool
    ) -> ConvolutionGradients<Double> {
        shape.requireFit(input, weights: weights)
        shape.requireFit(result, gradient: gradient)
        // [batch, convolved height, convolved width, outputs]
        let plainGradient = unpooled(shape, result, gradient)
        var weightGradient = Tensor<Double>.zeros(weights.shape)
        var inputGradient = Tensor<Double>.zeros(needsInput ? input.shape : [0])
        withPointers(
            input.storage, weights.storage, plainGradient.storage,
            weightGradient.writableStorage(), inputGradient.writableStorage()
        ) { x, w, dy, dw, dx in
            addProducts(
                shape, x: FourAxisView(x, shape: input.shape),
                w: FourAxisView(w, shape: weights.shape),
                dy: FourAxisView(dy, shape: shape.convolvedShape),
                dw: FourAxisView(dw, shape: weights.shape),
                dx: needsInput ? FourAxisView(dx, shape: input.shape) : nil)
        }
        return ConvolutionGradients(
            weights: weightGradient, bias: plainGradient.sum(axes: [0, 1, 2]),
            input: needsInput ? inputGradient : nil)
    }

    /// For each product x w of the convolution's equation and the y that it is a part of:
    /// dw += x dy, dx += w dy.
    private static func addProducts(
        _ shape: Convolution, x: FourAxisView, w: FourAxisView, dy: FourAxisView, dw: FourAxisView,
        dx: FourAxisView?
    ) {
        for n in 0..<shape.batch {
            shape.forEachPixel { i, j in
                shape.forEachTap(at: i, j) { u, v, row, column in
                    for c in 0..<shape.inputs {
                        for o in 0..<shape.outputs {
                            dw[u, v, c, o] += x[n, row, column, c] * dy[n, i, j, o]
                            dx?[n, row, column, c] += w[u, v, c, o] * dy[n, i, j, o]
                        }
                    }
                }
            }
        }
    }

    /// The gradient before activation and pooling: only what won, and what the ReLU let pass, takes
    /// part.
    private static func unpooled(
        _ shape: Convolution, _ result: ConvolutionResult<Double>, _ gradient: Tensor<Double>
    ) -> Tensor<Double> {
        guard let winners = result.winners else {
            guard shape.activation == .relu else { return gradient }
            return gradient.combined(.masking, withRepeated: result.output)
        }
        var spread = Tensor<Double>.zeros(shape.convolvedShape)
        withPointers(winners, gradient.storage, spread.writableStorage()) { winners, dy, da in
            let da = FourAxisView(da, shape: shape.convolvedShape)
            shape.forEachSquare { index, n, i, j, o in
                guard winners[index] != deadWinner else { return }
                let corner = Int(winners[index])
                da[n, 2 * i + corner / 2, 2 * j + corner % 2, o] = dy[index]
            }
        }
        return spread
    }
}
