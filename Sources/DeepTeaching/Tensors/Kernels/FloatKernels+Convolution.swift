import CKernels

/// Into how many parts a batch is cut: fixed, so that the sums over the batch are formed in the same
/// order for any number of threads.
private let partCount = 8

extension FloatKernels {
    /// Convolution, bias, activation and pooling in one pass over the images.
    public static func convolution(
        _ convolution: Convolution, _ input: Tensor<Float>, weights: Tensor<Float>,
        bias: Tensor<Float>
    ) -> ConvolutionResult<Float> {
        convolution.requireFit(input, weights: weights, bias: bias)
        let shape = convolution.kernelShape
        let output = Tensor<Float>(uninitializedShape: convolution.resultShape)
        let winners =
            convolution.pooling == .maximum ? TensorStorage<UInt8>(count: output.count) : nil
        let packed = shape.packed(weights, bias)
        let batch = convolution.batch
        parallel(min(batch, partCount)) { part in
            let images = range(ofPart: part, of: batch)
            let scratch = shape.scratch(convolution_forward_scratch)
            withPointers(
                input.storage, packed, output.storage, scratch
            ) { input, packed, output, scratch in
                withPointer(ofOptional: winners) { winners in
                    withUnsafePointer(to: shape) { shape in
                        convolution_forward(
                            shape, images.lowerBound, images.upperBound, input, packed, output,
                            winners, scratch)
                    }
                }
            }
        }
        return ConvolutionResult(output: output, winners: winners)
    }

    /// The gradients in one pass over the images; each part of the batch has sums of its own, which
    /// are added in the order of the parts.
    public static func convolutionGradients(
        _ convolution: Convolution, _ input: Tensor<Float>, weights: Tensor<Float>,
        result: ConvolutionResult<Float>, gradient: Tensor<Float>, needsInput: Bool
    ) -> ConvolutionGradients<Float> {
        convolution.requireFit(input, weights: weights)
        convolution.requireFit(result, gradient: gradient)
        let shape = convolution.kernelShape
        let packed = shape.turned(weights)
        let inputGradient = needsInput ? Tensor<Float>(uninitializedShape: input.shape) : nil
        let outputs = padded_channels(convolution.outputs)
        let taps = weights.count / max(convolution.outputs, 1)
        let batch = convolution.batch
        let parts = min(batch, partCount)
        // One row a part: the weights' gradients, then the bias's.
        var sums = Tensor<Float>.zeros([parts, (taps + 1) * outputs])
        let sumStorage = sums.writableStorage()
        parallel(parts) { part in
            let images = range(ofPart: part, of: batch)
            let scratch = shape.scratch(convolution_backward_scratch)
            withPointers(
                input.storage, packed, result.output.storage, gradient.storage, sumStorage, scratch
            ) { input, packed, output, gradient, sums, scratch in
                let sum = sums + part * (taps + 1) * outputs
                withPointer(ofOptional: result.winners) { winners in
                    withPointer(ofOptional: inputGradient?.storage) { inputGradient in
                        withUnsafePointer(to: shape) { shape in
                            convolution_backward(
                                shape, images.lowerBound, images.upperBound, input, packed, output,
                                winners, gradient, sum, sum + taps * outputs, inputGradient,
                                scratch)
                        }
                    }
                }
            }
        }
        let total = sums.sum(axes: [0]).reshaped([taps + 1, outputs])
            .slice(0..<convolution.outputs, axis: 1)
        return ConvolutionGradients(
            weights: total.slice(0..<taps).reshaped(weights.shape),
            bias: total.slice(taps..<taps + 1).reshaped([convolution.outputs]),
            input: inputGradient)
    }

    private static func range(ofPart part: Int, of batch: Int) -> Range<Int> {
        let parts = min(batch, partCount)
        return part * batch / parts..<(part + 1) * batch / parts
    }
}

extension Convolution {
    fileprivate var kernelShape: convolution {
        convolution(
            height: height, width: width, inputs: inputs, kernel_height: kernelHeight,
            kernel_width: kernelWidth, outputs: outputs, stride: stride, padding: padding,
            dilation: dilation, out_height: convolvedHeight, out_width: convolvedWidth,
            relu: activation == .relu,
            pooled: pooling == .maximum)
    }
}

extension convolution {
    /// Weights and bias as the kernels want them.
    fileprivate func packed(
        _ weights: Tensor<Float>, _ bias: Tensor<Float>
    ) -> TensorStorage<Float> {
        let storage = scratch(convolution_packed_count)
        withPointers(weights.storage, bias.storage, storage) { weights, bias, packed in
            withUnsafePointer(to: self) { convolution_pack($0, weights, bias, packed) }
        }
        return storage
    }

    /// The weights for the pullback to the input.
    fileprivate func turned(_ weights: Tensor<Float>) -> TensorStorage<Float> {
        let storage = scratch(convolution_turned_count)
        withPointers(weights.storage, storage) { weights, packed in
            withUnsafePointer(to: self) { convolution_pack_turned($0, weights, packed) }
        }
        return storage
    }

    /// Memory of the size that the kernels ask for.
    fileprivate func scratch(
        _ size: (UnsafePointer<convolution>?) -> Int
    ) -> TensorStorage<Float> {
        withUnsafePointer(to: self) { TensorStorage(count: size($0)) }
    }
}
