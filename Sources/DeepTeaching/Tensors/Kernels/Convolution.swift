/// What a layer keeps of neighbouring results.
public enum Pooling: String, Sendable, Codable {
    /// All.
    case none

    /// The largest of each square of 2 x 2; an odd last row or column is dropped.
    case maximum
}

/// The shape of one convolution of a batch of images `[batch, height, width, channel]` with weights
/// `[kernel height, kernel width, input, output]`, and what follows it.
///
/// y[n, i, j, o] = b[o] + sum over u, v, c of x[n, s i + d u - p, s j + d v - p, c] w[u, v, c, o],
/// where s is the stride, p the padding, d the dilation, and x is 0 outside the image. As everywhere
/// in this field the kernel is not turned round: strictly, this is a correlation.
public struct Convolution: Sendable, Equatable {
    /// The number of images.
    public let batch: Int

    /// The rows of an image.
    public let height: Int

    /// The columns of an image.
    public let width: Int

    /// The channels of an image.
    public let inputs: Int

    /// The rows of the kernel.
    public let kernelHeight: Int

    /// The columns of the kernel.
    public let kernelWidth: Int

    /// The channels of the result.
    public let outputs: Int

    /// How many pixels the kernel moves on.
    public let stride: Int

    /// How many pixels of zeros surround an image.
    public let padding: Int

    /// How many pixels apart neighbouring taps of the kernel look.
    public let dilation: Int

    /// What happens to each number.
    public let activation: Activation

    /// What is kept of neighbouring numbers, after the activation.
    public let pooling: Pooling

    /// The rows before pooling.
    public var convolvedHeight: Int {
        (height + 2 * padding - reach(of: kernelHeight, dilation)) / stride + 1
    }

    /// The columns before pooling.
    public var convolvedWidth: Int {
        (width + 2 * padding - reach(of: kernelWidth, dilation)) / stride + 1
    }

    /// The shape of the result: `[batch, height, width, output]`.
    public var resultShape: [Int] {
        let divisor = pooling == .maximum ? 2 : 1
        return [batch, convolvedHeight / divisor, convolvedWidth / divisor, outputs]
    }

    init(
        input: [Int], weights: [Int], bias: [Int], stride: Int, padding: Int, dilation: Int = 1,
        activation: Activation, pooling: Pooling
    ) {
        require(
            input.count == 4,
            "images have the shape [batch, height, width, channel], not \(input)")
        require(
            weights.count == 4 && input[3] == weights[2],
            """
            weights have the shape [kernel height, kernel width, input, output], and images of \
            shape \(input) do not fit weights of shape \(weights)
            """)
        require(
            bias == [weights[3]],
            "a bias of shape \(bias) does not fit weights of shape \(weights)")
        require(
            weights[0] > 0 && weights[1] > 0,
            "a kernel of shape \(weights) has no pixel to look at")
        require(stride > 0, "the stride is \(stride), it must be positive")
        require(dilation > 0, "the dilation is \(dilation), it must be positive")
        let (high, wide) = (reach(of: weights[0], dilation), reach(of: weights[1], dilation))
        require(
            0 <= padding && padding < min(high, wide),
            "the padding is \(padding); it must be smaller than the kernel of shape \(weights)")
        require(
            input[1] + 2 * padding >= high && input[2] + 2 * padding >= wide,
            "a kernel of shape \(weights) is larger than images of shape \(input)")
        _ = elementCount(of: [input[0], input[1] + 2 * padding, input[2] + 2 * padding, weights[3]])
        (batch, height, width, inputs) = (input[0], input[1], input[2], input[3])
        (kernelHeight, kernelWidth, outputs) = (weights[0], weights[1], weights[3])
        (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
        (self.activation, self.pooling) = (activation, pooling)
        require(
            pooling == .none || convolvedHeight >= 2 && convolvedWidth >= 2,
            """
            a convolution leaves \(convolvedHeight) x \(convolvedWidth) pixels of images of shape \
            \(input), which hold no square of 2 x 2 for the pooling
            """)
    }
}

/// How many pixels a side of a dilated kernel covers, from its first tap to its last; a number beyond
/// every image if that is too many to count.
private func reach(of side: Int, _ dilation: Int) -> Int {
    let (reach, isTooLarge) = (side - 1).multipliedReportingOverflow(by: dilation)
    return isTooLarge ? .max : reach + 1
}

/// What a convolution leaves behind: its result, and what its pullback must know.
public struct ConvolutionResult<Scalar: TensorScalar>: Sendable {
    /// The result, `[batch, height, width, output]`.
    public let output: Tensor<Scalar>

    /// For each pooled result the corner of its square that won: 0 to 3 from top left to bottom
    /// right; `deadWinner` if the activation let none pass. nil without pooling.
    let winners: TensorStorage<UInt8>?
}

/// Marks a pooled result that no corner of its square has won: the ReLU let none pass.
let deadWinner: UInt8 = 255

/// The gradients of a convolution with respect to all that it was made from.
public struct ConvolutionGradients<Scalar: TensorScalar>: Sendable {
    /// `[kernel height, kernel width, input, output]`.
    public let weights: Tensor<Scalar>

    /// `[output]`.
    public let bias: Tensor<Scalar>

    /// `[batch, height, width, channel]`; nil if nobody asked for it.
    public let input: Tensor<Scalar>?
}
