import Curriculum
import DeepTeaching

/// Lesson 11, Segmentation: which pixels?
///
/// How a mask is judged (`intersectionOverUnion`) and learnt (`diceLoss`), how a small image becomes a
/// large one again (`transposedConvolution`), and how a network reads images as one reads text: one step
/// of a memory with gates (`gruStep`), and the order in which it walks (`bidirectionalSweep`). Each
/// function stands on its own: none needs another.
///
/// The two imports above are all that you need. A number of a tensor is read and written by its place:
/// `images[b, y, x, c]`. `images.shape[1]` is the length of axis 1, and `Tensor<Double>.zeros([2, 3])`
/// makes a new tensor of shape [2, 3]. Matrices are multiplied by `a.matrixProduct(b)`; `+`, `-` and `*`
/// work number by number, also with one number (`1 - a`) and with one row for all rows;
/// `a.slice(2..<4, axis: 1)` are the columns 2 and 3; `a.sigmoid()` and `a.hyperbolicTangent()` are the
/// functions of that name of each number.
public enum SegmentationSolution: SegmentationContract {
    /// The pixels of both masks among those of either: the intersection over the union.
    ///
    ///     IoU = (pixels of both) / (pixels of one of them or of both)
    ///
    /// 1 if the masks are the same, 0 if they have nothing in common. Two empty masks are the same: 1.
    /// `Overlap` is the library's own answer: count yourself.
    ///
    /// Example: of three pixels of the prediction two are right, and one of the truth is missed.
    ///
    ///     try intersectionOverUnion(
    ///         prediction: [true, true, true, false, false],
    ///         truth: [false, true, true, true, false])  // 2 / 4
    ///
    /// Hint: which pixels belong to the union?
    ///
    /// - Parameters:
    ///   - prediction: a yes or no for each pixel; may be empty.
    ///   - truth: as many.
    /// - Returns: a number from 0 to 1.
    public static func intersectionOverUnion(prediction: [Bool], truth: [Bool]) throws -> Double {
        // BEGIN SOLUTION
        let pairs = zip(prediction, truth)
        let both = pairs.count { $0 && $1 }
        let either = pairs.count { $0 || $1 }
        return either == 0 ? 1 : Double(both) / Double(either)
        // END SOLUTION
    }

    /// How little the probabilities of each image overlap with its true mask: the mean of
    ///
    ///     1 - (2 * sum of p * t + s) / (sum of p + sum of t + s)
    ///
    /// over the images, where the sums run over the pixels of one image. The smoothing s stands above
    /// and below, so that the loss of an image without tumour, to which a network gives only zeros, is 0
    /// and not 0 / 0. The library's own loss works with `Variable`: write yours with numbers.
    ///
    /// Example: one image of two pixels, and a smoothing of 1.
    ///
    ///     try diceLoss(probabilities: [[0.5, 0.5]], targets: [[1, 0]], smoothing: 1)
    ///     // 1 - (2 * 0.5 + 1) / (1 + 1 + 1) = 1 / 3
    ///
    /// Hint: compute it for one image first. Which three sums do you need?
    ///
    /// - Parameters:
    ///   - probabilities: p, from 0 to 1, of the pixels of each image; one image or more, and one may have
    ///     more pixels than another.
    ///   - targets: t, 0 or 1, of the same pixels.
    ///   - smoothing: s, above 0.
    /// - Returns: the mean loss of the images.
    public static func diceLoss(
        probabilities: [[Double]], targets: [[Double]], smoothing: Double
    ) throws -> Double {
        // BEGIN SOLUTION
        let losses = zip(probabilities, targets).map { p, t in
            let overlap = zip(p, t).map { $0 * $1 }.reduce(0, +)
            let sum = p.reduce(0, +) + t.reduce(0, +)
            return 1 - (2 * overlap + smoothing) / (sum + smoothing)
        }
        return losses.reduce(0, +) / Double(losses.count)
        // END SOLUTION
    }

    /// Makes images larger: each pixel adds its share of the kernel to a window of the result.
    ///
    ///     output[b, y * stride + dy, x * stride + dx, o]
    ///         += images[b, y, x, i] * weights[dy, dx, i, o]
    ///
    /// for all b, y, x, i, dy, dx and o, and then bias[o] once everywhere. Where windows overlap, shares
    /// are added up; a pixel that no window reaches is the bias alone.
    ///
    ///     output height = (height - 1) * stride + kernel height
    ///
    /// and the width likewise. Write the loops yourself: `transposedConvolved`,
    /// `TransposedConvolution2D`, `convolved` and `Convolution2D` are the library's own answers.
    ///
    /// Example: two pixels in a row, a kernel of 1 x 2, stride 2.
    ///
    ///     let image = Tensor<Double>([1, 2], shape: [1, 1, 2, 1])
    ///     let kernel = Tensor<Double>([10, 20], shape: [1, 2, 1, 1])
    ///     let bias = Tensor<Double>([0.5], shape: [1])
    ///     try transposedConvolution(image, weights: kernel, bias: bias, stride: 2)
    ///     // [1, 1, 4, 1]: 10.5, 20.5, 20.5, 40.5
    ///
    /// Hint: do not ask where a pixel of the result comes from; ask where a pixel of the image goes to.
    ///
    /// - Parameters:
    ///   - images: a batch, axes [batch, height, width, input]; each at least one pixel wide and high.
    ///   - weights: the kernels, axes [kernel height, kernel width, input, output].
    ///   - bias: one number for each output.
    ///   - stride: how many pixels apart the windows begin, 1 or more.
    /// - Returns: axes [batch, output height, output width, output].
    public static func transposedConvolution(
        _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let (batch, height, width) = (images.shape[0], images.shape[1], images.shape[2])
        let (kernelHeight, kernelWidth) = (weights.shape[0], weights.shape[1])
        let rows = (height - 1) * stride + kernelHeight
        let columns = (width - 1) * stride + kernelWidth
        var output = Tensor<Double>.zeros([batch, rows, columns, weights.shape[3]]) + bias
        for b in 0..<batch {
            for y in 0..<height {
                for x in 0..<width {
                    for dy in 0..<kernelHeight {
                        for dx in 0..<kernelWidth {
                            for i in 0..<weights.shape[2] {
                                for o in 0..<weights.shape[3] {
                                    output[b, y * stride + dy, x * stride + dx, o] +=
                                        images[b, y, x, i] * weights[dy, dx, i, o]
                                }
                            }
                        }
                    }
                }
            }
        }
        return output
        // END SOLUTION
    }

    /// The state of a gated recurrent unit after one more step.
    ///
    /// The input x and the last state h each say something to three gates, r, z and n, whose columns
    /// stand side by side, `hidden` of them for each:
    ///
    ///     s = x * input weights + input bias            [batch, 3 * hidden]
    ///     m = h * recurrent weights + recurrent bias    [batch, 3 * hidden]
    ///     r = sigmoid(s_r + m_r)         how much of m_n is let through
    ///     z = sigmoid(s_z + m_z)         how much of the last state stays
    ///     n = tanh(s_n + r * m_n)        the new content
    ///     state = (1 - z) * n + z * h    [batch, hidden]
    ///
    /// Here the first two products are of matrices, all others number by number. `GRU` and what works
    /// with `Variable` or `Kernels` are the library's own answers.
    ///
    /// Example: all weights and biases are 0. Then r = z = 0.5 and n = 0, and half of the state stays:
    /// [[0.8, -0.4]] becomes [[0.4, -0.2]].
    ///
    /// Hint: gate number g has the columns g * hidden up to (g + 1) * hidden of s and of m.
    ///
    /// - Parameters:
    ///   - input: x, axes [batch, inputs].
    ///   - state: h, axes [batch, hidden].
    ///   - weights: `weights.input` and `weights.inputBias` for x, `weights.recurrent` and
    ///     `weights.recurrentBias` for h; of all three gates, in the order r, z, n.
    /// - Returns: the next state, axes [batch, hidden].
    public static func gruStep(
        _ input: Tensor<Double>, state: Tensor<Double>, weights: GateWeights
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let hidden = state.shape[1]
        let seen = input.matrixProduct(weights.input) + weights.inputBias
        let remembered = state.matrixProduct(weights.recurrent) + weights.recurrentBias
        func gate(_ number: Int, of shares: Tensor<Double>) -> Tensor<Double> {
            shares.slice(number * hidden..<(number + 1) * hidden, axis: 1)
        }
        let r = (gate(0, of: seen) + gate(0, of: remembered)).sigmoid()
        let z = (gate(1, of: seen) + gate(1, of: remembered)).sigmoid()
        let n = (gate(2, of: seen) + r * gate(2, of: remembered)).hyperbolicTangent()
        return (1 - z) * n + z * state
        // END SOLUTION
    }

    /// What a reader with a fading memory knows at each pixel, having read each line from both ends.
    ///
    /// A gated unit learns what to remember; here the memory is simple, so that only the order of the
    /// reading matters. Along a line of pixels, each channel on its own,
    ///
    ///     state = decay * (state at the pixel before) + pixel
    ///
    /// from a state of 0 before the first pixel. Axis 2 reads along the rows, from left to right and from
    /// right to left; axis 1 along the columns, from top to bottom and from bottom to top. The result
    /// has twice the channels: first the states of the reader that goes with the axis, then those of
    /// the one that goes against it, each at the pixel where it was reached.
    ///
    /// `Bidirectional` and `RowColumnSweep` are the library's own answers.
    ///
    /// Example: one row of three pixels, decay 0.5.
    ///
    ///     let image = Tensor<Double>([1, 2, 4], shape: [1, 1, 3, 1])
    ///     try bidirectionalSweep(image, axis: 2, decay: 0.5)
    ///     // [1, 1, 3, 2]: (1, 3), (2.5, 4), (5.25, 4)
    ///
    /// Hint: at the last pixel, what does the reader know that comes from the end?
    ///
    /// - Parameters:
    ///   - images: a batch, axes [batch, height, width, channel].
    ///   - axis: 1 or 2, the axis along which is read.
    ///   - decay: how much of the memory is left at the next pixel, from 0 to 1.
    /// - Returns: axes [batch, height, width, 2 * channel].
    public static func bidirectionalSweep(
        _ images: Tensor<Double>, axis: Int, decay: Double
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let (batch, channels) = (images.shape[0], images.shape[3])
        var output = Tensor<Double>.zeros(
            [batch, images.shape[1], images.shape[2], 2 * channels])
        for b in 0..<batch {
            for line in 0..<images.shape[3 - axis] {
                for c in 0..<channels {
                    let forwards = Array(0..<images.shape[axis])
                    for (reader, steps) in [forwards, forwards.reversed()].enumerated() {
                        var state = 0.0
                        for step in steps {
                            let (y, x) = axis == 1 ? (step, line) : (line, step)
                            state = decay * state + images[b, y, x, c]
                            output[b, y, x, reader * channels + c] = state
                        }
                    }
                }
            }
        }
        return output
        // END SOLUTION
    }
}
