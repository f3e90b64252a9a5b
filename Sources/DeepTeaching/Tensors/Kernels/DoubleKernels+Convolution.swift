extension DoubleKernels {
    /// The convolution as its equation says, then the activation, then the pooling.
    public static func convolution(
        _ convolution: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>,
        bias: Tensor<Double>
    ) -> ConvolutionResult<Double> {
        convolution.requireFit(input, weights: weights, bias: bias)
        // Both [batch, convolved height, convolved width, outputs].
        let plain = convolved(convolution, input, weights: weights, bias: bias)
        let active = convolution.activation == .relu ? plain.relu() : plain
        guard convolution.pooling == .maximum else {
            return ConvolutionResult(output: active, winners: nil)
        }
        return pooled(convolution, active)
    }

    /// y[n, i, j, o] = b[o] + sum over u, v, c of x[n, s i + d u - p, s j + d v - p, c] w[u, v, c, o].
    private static func convolved(
        _ shape: Convolution, _ input: Tensor<Double>, weights: Tensor<Double>,
        bias: Tensor<Double>
    ) -> Tensor<Double> {
        let result = Tensor<Double>(uninitializedShape: shape.convolvedShape)
        parallel(shape.batch) { n in
            withPointers(input.storage, weights.storage, bias.storage, result.storage) {
                x, w, b, y in
                let x = FourAxisView(x, shape: input.shape)
                let w = FourAxisView(w, shape: weights.shape)
                let y = FourAxisView(y, shape: result.shape)
                shape.forEachPixel { i, j in
                    for o in 0..<shape.outputs { y[n, i, j, o] = b[o] }
                    shape.forEachTap(at: i, j) { u, v, row, column in
                        for c in 0..<shape.inputs {
                            let pixel = x[n, row, column, c]
                            for o in 0..<shape.outputs { y[n, i, j, o] += pixel * w[u, v, c, o] }
                        }
                    }
                }
            }
        }
        return result
    }

    /// y[n, i, j, o] = the largest a[n, 2 i + r, 2 j + s, o] for r, s of 0 and 1, and which that was.
    private static func pooled(
        _ shape: Convolution, _ active: Tensor<Double>
    ) -> ConvolutionResult<Double> {
        let result = Tensor<Double>(uninitializedShape: shape.resultShape)
        let winners = TensorStorage<UInt8>(count: result.count)
        withPointers(active.storage, result.storage, winners) { a, y, winners in
            let a = FourAxisView(a, shape: active.shape)
            shape.forEachSquare { index, n, i, j, o in
                // After a ReLU a number must be above 0 to win; what is not a number wins and stays.
                var (best, winner) = (0.0, deadWinner)
                for corner in 0..<4 {
                    let value = a[n, 2 * i + corner / 2, 2 * j + corner % 2, o]
                    let isFirst = corner == 0 && shape.activation == .identity
                    let isLarger = !(value <= best) && !best.isNaN
                    if isFirst || isLarger { (best, winner) = (value, UInt8(corner)) }
                }
                y[index] = best
                winners[index] = winner
            }
        }
        return ConvolutionResult(output: result, winners: winners)
    }
}

extension Convolution {
    /// The shape before pooling.
    var convolvedShape: [Int] { [batch, convolvedHeight, convolvedWidth, outputs] }

    /// Each row i and column j of a result before pooling.
    @inline(__always)
    func forEachPixel(_ body: (_ i: Int, _ j: Int) -> Void) {
        for i in 0..<convolvedHeight {
            for j in 0..<convolvedWidth { body(i, j) }
        }
    }

    /// The taps u, v of the kernel that lie inside the image for the result at row i, column j, and the
    /// row s i + d u - p and the column s j + d v - p of the pixel under each.
    @inline(__always)
    func forEachTap(
        at i: Int, _ j: Int, _ body: (_ u: Int, _ v: Int, _ row: Int, _ column: Int) -> Void
    ) {
        for u in 0..<kernelHeight {
            let row = stride &* i &+ dilation &* u &- padding
            guard 0 <= row && row < height else { continue }
            for v in 0..<kernelWidth {
                let column = stride &* j &+ dilation &* v &- padding
                guard 0 <= column && column < width else { continue }
                body(u, v, row, column)
            }
        }
    }

    /// Each pooled result [n, i, j, o], and its number among all.
    @inline(__always)
    func forEachSquare(_ body: (_ index: Int, _ n: Int, _ i: Int, _ j: Int, _ o: Int) -> Void) {
        var index = 0
        for n in 0..<batch {
            for i in 0..<convolvedHeight / 2 {
                for j in 0..<convolvedWidth / 2 {
                    for o in 0..<outputs {
                        body(index, n, i, j, o)
                        index += 1
                    }
                }
            }
        }
    }
}
