extension DoubleKernels {
    /// The convolution as its equation says, then the activation, then the pooling.
    public static func convolution(
        _ convolution: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>,
        bias: Tensor<Double>
    ) -> ConvolutionResult<Double> {
        convolution.requireFit(input, weights: weights, bias: bias)
        let plain = convolved(convolution, input, weights: weights, bias: bias)
        let active = convolution.activation == .relu ? plain.relu() : plain
        guard convolution.pooling == .maximum else {
            return ConvolutionResult(output: active, winners: nil)
        }
        return pooled(convolution, active)
    }

    private static func convolved(
        _ c: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>
    ) -> Tensor<Double> {
        let result = Tensor<Double>(
            uninitializedShape: [c.batch, c.convolvedHeight, c.convolvedWidth, c.outputs])
        parallel(c.batch) { image in
            withPointers(input.storage, weights.storage, bias.storage, result.storage) {
                input, weights, bias, result in
                let input = input + image * c.height * c.width * c.inputs
                var out = result + image * c.convolvedHeight * c.convolvedWidth * c.outputs
                for i in 0..<c.convolvedHeight {
                    for j in 0..<c.convolvedWidth {
                        out.update(from: bias, count: c.outputs)
                        c.forEachTap(ofResultAt: i, j) { pixel, tap in
                            for channel in 0..<c.inputs {
                                let x = input[pixel &* c.inputs &+ channel]
                                let row = weights + (tap &* c.inputs &+ channel) &* c.outputs
                                for o in 0..<c.outputs { out[o] += x * row[o] }
                            }
                        }
                        out += c.outputs
                    }
                }
            }
        }
        return result
    }

    private static func pooled(
        _ c: Convolution, _ active: Tensor<Double>
    ) -> ConvolutionResult<Double> {
        let result = Tensor<Double>(uninitializedShape: c.resultShape)
        let winners = TensorStorage<UInt8>(count: result.count)
        withPointers(active.storage, result.storage, winners) { active, result, winners in
            for index in 0..<c.resultShape.reduce(1, *) {
                var best: Double = 0
                var winner = deadWinner
                for corner in 0..<4 {
                    let value = active[c.unpooled(index, corner: corner)]
                    let isFirst = corner == 0 && c.activation == .identity
                    let wins = !(value <= best) && !best.isNaN
                    if isFirst || wins { (best, winner) = (value, UInt8(corner)) }
                }
                result[index] = best
                winners[index] = winner
            }
        }
        return ConvolutionResult(output: result, winners: winners)
    }

    /// The pullback of each step, in the opposite order.
    public static func convolutionGradients(
        _ c: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>,
        result: ConvolutionResult<Double>, gradient: Tensor<Double>, needsInput: Bool
    ) -> ConvolutionGradients<Double> {
        c.requireFit(input, weights: weights)
        c.requireFit(result, gradient: gradient)
        let spread = spread(c, result, gradient)
        var weightGradient = Tensor<Double>.zeros(weights.shape)
        var inputGradient = Tensor<Double>.zeros(needsInput ? input.shape : [0])
        let inputTarget = inputGradient.writableStorage()
        withPointers(
            input.storage, weights.storage, spread.storage, weightGradient.writableStorage(),
            inputTarget
        ) { input, weights, spread, weightGradient, inputGradient in
            c.forEachProduct { x, w, y in
                weightGradient[w] += input[x] * spread[y]
                if needsInput { inputGradient[x] += weights[w] * spread[y] }
            }
        }
        return ConvolutionGradients(
            weights: weightGradient, bias: spread.sum(axes: [0, 1, 2]),
            input: needsInput ? inputGradient : nil)
    }

    /// The gradient before activation and pooling: only what won, and what the ReLU let pass,
    /// takes part.
    private static func spread(
        _ c: Convolution, _ result: ConvolutionResult<Double>, _ gradient: Tensor<Double>
    ) -> Tensor<Double> {
        guard let winners = result.winners else {
            guard c.activation == .relu else { return gradient }
            return gradient.combined(.masking, withRepeated: result.output)
        }
        var spread = Tensor<Double>.zeros([
            c.batch, c.convolvedHeight, c.convolvedWidth, c.outputs,
        ])
        withPointers(winners, gradient.storage, spread.writableStorage()) {
            winners, gradient, spread in
            for index in 0..<c.resultShape.reduce(1, *) where winners[index] != deadWinner {
                spread[c.unpooled(index, corner: Int(winners[index]))] = gradient[index]
            }
        }
        return spread
    }
}

extension Convolution {
    /// The kernel's taps that lie inside the image for the result at row `i`, column `j`: the
    /// number of the pixel in its image and the number of the tap in the kernel.
    @inline(__always)
    fileprivate func forEachTap(ofResultAt i: Int, _ j: Int, _ body: (Int, Int) -> Void) {
        for u in 0..<kernelHeight {
            let row = stride &* i &+ u &* dilation &- padding
            guard 0 <= row && row < height else { continue }
            for v in 0..<kernelWidth {
                let column = stride &* j &+ v &* dilation &- padding
                guard 0 <= column && column < width else { continue }
                body(row &* width &+ column, u &* kernelWidth &+ v)
            }
        }
    }

    /// Each product x[...] w[...] of the convolution's equation, and the y[...] whose sum it joins,
    /// as offsets into the three tensors.
    @inline(__always)
    fileprivate func forEachProduct(_ body: (_ x: Int, _ w: Int, _ y: Int) -> Void) {
        for result in 0..<batch * convolvedHeight * convolvedWidth {
            let (row, j) = result.quotientAndRemainder(dividingBy: convolvedWidth)
            let (image, i) = row.quotientAndRemainder(dividingBy: convolvedHeight)
            forEachTap(ofResultAt: i, j) { pixel, tap in
                for c in 0..<inputs {
                    for o in 0..<outputs {
                        body(
                            (image &* height &* width &+ pixel) &* inputs &+ c,
                            (tap &* inputs &+ c) &* outputs &+ o, result &* outputs &+ o)
                    }
                }
            }
        }
    }

    /// Where one of the four corners of the square that a pooled result looked at stands before pooling:
    /// 0 to 3 from top left to bottom right.
    @inline(__always)
    fileprivate func unpooled(_ index: Int, corner: Int) -> Int {
        let (pixel, channel) = index.quotientAndRemainder(dividingBy: outputs)
        let (row, j) = pixel.quotientAndRemainder(dividingBy: convolvedWidth / 2)
        let (image, i) = row.quotientAndRemainder(dividingBy: convolvedHeight / 2)
        let line = image * convolvedHeight + 2 * i + corner / 2
        return (line * convolvedWidth + 2 * j + corner % 2) * outputs + channel
    }
}
