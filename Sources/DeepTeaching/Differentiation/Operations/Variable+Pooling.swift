extension Variable {
    /// The largest number of each square of `size` x `size` pixels, `stride` apart; rows and columns
    /// that fill no square are dropped. The first of equals receives the whole gradient.
    ///
    /// `[batch, height, width, channel]` to `[batch, (height - size) / stride + 1, ...]`.
    public func maximumPooled(size: Int = 2, stride: Int? = nil) -> Variable {
        let (output, winners) = value.maximumPooled(size: size, stride: stride ?? size)
        return Variable(output, from: self) { [shape] gradient in
            gradient.added(at: winners, shape: shape)
        }
    }
}

extension Variable {
    /// The mean of each square of `size` x `size` pixels, `stride` apart; rows and columns that fill
    /// no square are dropped. Each pixel receives its share of the gradient.
    ///
    /// `[batch, height, width, channel]` to `[batch, (height - size) / stride + 1, ...]`.
    public func averagePooled(size: Int = 2, stride: Int? = nil) -> Variable {
        let stride = stride ?? size
        requireSquares(size, stride: stride, fit: shape)
        var indices = StridedIndices(all: shape)
        let strides = indices.strides
        for axis in 1...2 {
            indices.shape[axis] = (shape[axis] - size) / stride + 1
            indices.strides[axis] &*= stride  // wraps round only where there is one square
        }
        // The squares' first pixels, plus their second ones, and so on.
        let pixels = (0..<size * size).map { pixel in
            var own = indices
            own.offset = pixel / size * strides[1] + pixel % size * strides[2]
            return Variable(at: own, of: self)
        }
        return pixels.dropFirst().reduce(pixels[0], +) / Scalar(size * size)
    }
}

/// Stops with a sentence if no square of pixels fits images of this shape.
private func requireSquares(_ size: Int, stride: Int, fit shape: [Int]) {
    require(
        shape.count == 4,
        "images have the shape [batch, height, width, channel], not \(shape)")
    require(
        size > 0 && stride > 0 && size <= shape[1] && size <= shape[2],
        "squares of \(size) pixels, \(stride) apart, do not fit images of shape \(shape)")
}

extension Tensor {
    /// A tensor of another shape that is 0 but for these numbers, each added at its place.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func added(at places: [Int], shape: [Int]) -> Tensor {
        var result = Tensor.zeros(shape)
        withPointers(storage, result.writableStorage()) { source, target in
            for index in 0..<places.count { target[places[index]] += source[index] }
        }
        return result
    }

    /// The maxima, and where among all elements each was found.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func maximumPooled(size: Int, stride: Int) -> (output: Tensor, winners: [Int]) {
        requireSquares(size, stride: stride, fit: shape)
        let (width, channels) = (shape[2], shape[3])
        let result = Tensor(uninitializedShape: [
            shape[0], (shape[1] - size) / stride + 1, (width - size) / stride + 1, channels,
        ])
        var winners = [Int](repeating: 0, count: result.count)
        withPointers(storage, result.storage) { input, output in
            for index in 0..<result.count {
                let (pixel, channel) = index.quotientAndRemainder(dividingBy: channels)
                let (row, column) = pixel.quotientAndRemainder(dividingBy: result.shape[2])
                let (image, line) = row.quotientAndRemainder(dividingBy: result.shape[1])
                let top = image * shape[1] + line * stride
                var winner = (top * width + column * stride) * channels + channel
                for offset in 1..<max(size * size, 1) {
                    let (y, x) = offset.quotientAndRemainder(dividingBy: size)
                    let other = ((top + y) * width + column * stride + x) * channels + channel
                    let wins = !(input[other] <= input[winner]) && !input[winner].isNaN
                    if wins { winner = other }
                }
                output[index] = input[winner]
                winners[index] = winner
            }
        }
        return (result, winners)
    }
}
