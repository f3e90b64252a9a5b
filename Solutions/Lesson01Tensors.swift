import Curriculum
import DeepTeaching
import Foundation

/// Lesson 1, Tensors: how do numbers become images and batches?
///
/// A tensor is a list of numbers with a shape. `rowMajorStrides` finds a number in the list;
/// `broadcastShape` lets a small tensor meet a large one, and `unbroadcast` takes that back for a
/// gradient; `softmax` and `logSumExp` turn scores into shares; `channelMeanAndDeviation` measures
/// what brings channels to one scale; `matrixProduct` is what networks do most of the time. Each
/// function stands on its own: none needs another.
///
/// The three imports above are all that you need: `exp`, `log` and `squareRoot()` are there. Of a
/// `Tensor<Double>` named x you need `x.shape`, `x.elements` (all numbers in one row), `x[i, j]`, and
/// to make one, `Tensor(elements, shape: shape)`.
public enum TensorsSolution: TensorsContract {
    /// How many places in the memory lie between two neighbours along each axis.
    ///
    /// The numbers of a tensor lie in one row in the memory. Row-major says in which order: the
    /// last axis varies fastest, so its neighbours lie side by side. One step along an earlier axis
    /// passes over everything that the later axes hold:
    ///
    ///     strides[d] = shape[d + 1] * shape[d + 2] * ... * shape[last],    strides[last] = 1
    ///
    /// The number at the indices i then lies at the place i[0] * strides[0] + i[1] * strides[1]
    /// and so on.
    ///
    /// Example: an image of 2 x 4 pixels with 3 channels, axes [height, width, channel]:
    ///
    ///     try rowMajorStrides(of: [2, 4, 3])  // [12, 3, 1]: the next row begins 12 numbers later
    ///     try rowMajorStrides(of: [])         // []: a single number has no axes
    ///
    /// Hint: how many numbers does one row of the image hold, and how many does one pixel?
    ///
    /// - Parameter shape: the length of each axis; it may have any number of axes, also none.
    /// - Returns: one stride for each axis.
    public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
        // BEGIN SOLUTION
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] * shape[axis + 1]
        }
        return strides
        // END SOLUTION
    }

    /// The shape to which two shapes are broadcast, so that their tensors can be added number by
    /// number.
    ///
    /// Write one shape below the other, aligned at the *last* axis. An axis that the shorter shape
    /// lacks counts as length 1. Then, axis by axis:
    ///
    ///     both lengths equal     -> this length
    ///     one of them is 1       -> the other length (that of 1 is repeated)
    ///     anything else          -> nil: the shapes do not fit
    ///
    /// The library has this function, too; write your own without calling it.
    ///
    /// Example: one number for each channel is added to a batch of 16 images; a number for each
    /// image needs three axes of length 1 behind it.
    ///
    ///     try broadcastShape([16, 32, 32, 3], [3])            // [16, 32, 32, 3]
    ///     try broadcastShape([16, 32, 32, 3], [16, 1, 1, 1])  // [16, 32, 32, 3]
    ///     try broadcastShape([16, 32, 32, 3], [16])           // nil: 3 against 16
    ///
    /// Hint: with which axis of the longer shape does the first axis of the shorter one stand?
    ///
    /// - Parameters:
    ///   - a: the lengths of the one tensor's axes; a length may be 0.
    ///   - b: those of the other's.
    /// - Returns: the common shape, or nil if there is none.
    public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
        // BEGIN SOLUTION
        let rank = max(a.count, b.count)
        let left = [Int](repeating: 1, count: rank - a.count) + a
        let right = [Int](repeating: 1, count: rank - b.count) + b
        var common: [Int] = []
        for (leftLength, rightLength) in zip(left, right) {
            if leftLength == rightLength || rightLength == 1 {
                common.append(leftLength)
            } else if leftLength == 1 {
                common.append(rightLength)
            } else {
                return nil
            }
        }
        return common
        // END SOLUTION
    }

    /// The gradient of a tensor before it was broadcast.
    ///
    /// Let b have the shape `shape`, and let y be b broadcast to a larger shape. Then one number of
    /// b stands at many places of y, and a small change of it changes y at all of them. So its
    /// gradient is the *sum* of the gradients at all these places:
    ///
    ///     gradientOfB[i] = sum of gradient[j] over all places j at which y[j] is b[i]
    ///
    /// In other words: sum over the axes that b lacked, and over those where b has length 1.
    ///
    /// You may use the library's `gradient.sum(axes: [0, 2])`, which drops the axes that it sums over, and
    /// `reshaped(shape)`.
    ///
    /// Example: a bias with one number for each of three channels was added to two pixels.
    ///
    ///     let gradient = Tensor<Double>([1, 2, 3, 10, 20, 30], shape: [2, 3])
    ///     try unbroadcast(gradient, to: [3])     // shape [3]: 11, 22, 33
    ///     try unbroadcast(gradient, to: [2, 1])  // shape [2, 1]: 6, 60
    ///
    /// Hint: at how many places of the larger tensor does the first number of the bias stand?
    ///
    /// - Parameters:
    ///   - gradient: the gradient after the broadcast.
    ///   - shape: the shape before; it can be broadcast to the gradient's.
    /// - Returns: a tensor of the shape `shape`.
    public static func unbroadcast(
        _ gradient: Tensor<Double>, to shape: [Int]
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let missing = gradient.rank - shape.count
        let repeated = gradient.shape.indices.filter { axis in
            axis < missing || shape[axis - missing] != gradient.shape[axis]
        }
        return gradient.sum(axes: repeated).reshaped(shape)
        // END SOLUTION
    }

    /// Shares between 0 and 1 that add up to 1 along an axis; the larger the number, the larger its
    /// share.
    ///
    ///     softmax(z)[i] = exp(z[i]) / (exp(z[0]) + exp(z[1]) + ...)
    ///
    /// where the sum runs along the axis, anew for each place on the other axes. The exponential of
    /// 1000 is larger than any number that a computer holds: it becomes infinite, and infinity
    /// divided by infinity is no number. So subtract the largest number m of each sum first. That
    /// changes nothing, as it divides numerator and denominator by the same exp(m).
    ///
    /// `exp` comes from Foundation. Do not call the library's `softmax` or `logSoftmax`.
    ///
    /// Example: two rows; the second is the first plus 1000.
    ///
    ///     let logits = Tensor<Double>([0, log(3), 1000, 1000 + log(3)], shape: [2, 2])
    ///     try softmax(of: logits, axis: 1)  // 0.25, 0.75, 0.25, 0.75
    ///     try softmax(of: logits, axis: 0)  // 0, 0, 1, 1: along the columns
    ///
    /// Hint: which of the shares must add up to 1 together? How far apart do they lie in the list of
    /// all elements?
    ///
    /// - Parameters:
    ///   - logits: any finite numbers; every axis has at least length 1.
    ///   - axis: the axis along which the shares add up to 1.
    /// - Returns: a tensor of the same shape.
    public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let length = logits.shape[axis]
        // Neighbours along the axis lie `stride` places apart.
        let stride = logits.shape[(axis + 1)...].reduce(1, *)
        var shares = logits.elements
        for start in shares.indices where start / stride % length == 0 {
            let places = (0..<length).map { start + $0 * stride }
            let largest = places.map { shares[$0] }.max() ?? 0
            let exponentials = places.map { exp(shares[$0] - largest) }
            let sum = exponentials.reduce(0, +)
            for (place, exponential) in zip(places, exponentials) {
                shares[place] = exponential / sum
            }
        }
        return Tensor(shares, shape: logits.shape)
        // END SOLUTION
    }

    /// The logarithm of the sum of the exponentials.
    ///
    ///     logSumExp(z) = log(exp(z[0]) + exp(z[1]) + ...)
    ///
    /// It is the logarithm of what softmax divides by, and part of many losses. Computed as it is
    /// written, it overflows: so take the largest number m out,
    ///
    ///     logSumExp(z) = m + log(exp(z[0] - m) + exp(z[1] - m) + ...)
    ///
    /// A class that is ruled out has the score minus infinity: its exponential is 0, it adds
    /// nothing. Where all are ruled out, or where there is no number at all, the sum is 0 and its
    /// logarithm minus infinity; mind that minus infinity less minus infinity is not a number.
    ///
    /// `exp` and `log` come from Foundation. Do not call the library's `logSumExp`.
    ///
    /// Example:
    ///
    ///     try logSumExp(of: [0, 0])              // 0.693..., which is log(2)
    ///     try logSumExp(of: [1000, 1000])        // 1000.693...
    ///     try logSumExp(of: [-.infinity, 3])     // 3
    ///     try logSumExp(of: [-.infinity])        // -infinity
    ///
    /// Hint: what is the largest number that you give to `exp` after m is taken out?
    ///
    /// - Parameter values: any numbers; minus infinity is allowed.
    /// - Returns: the logarithm of the sum.
    public static func logSumExp(of values: [Double]) throws -> Double {
        // BEGIN SOLUTION
        guard let largest = values.max(), largest > -.infinity else { return -.infinity }
        return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
        // END SOLUTION
    }

    /// Mean and standard deviation of each channel over the pixels of all images together.
    ///
    /// All pixels count the same, whichever image they lie in. With n pixels in all, for each
    /// channel
    ///
    ///     mean      = (sum of x) / n
    ///     deviation = squareRoot((sum of (x - mean) * (x - mean)) / n)
    ///
    /// The images may have different sizes. The pixels are all there are, not a sample of more, so
    /// divide by n, not by n - 1. Do not call the library's `variance`.
    ///
    /// Result: `ChannelStatistics(mean:deviation:)`, both of type `[Double]`.
    ///
    /// Example: two images of one channel, the first of one pixel, the second of three.
    ///
    ///     let images = [
    ///         Tensor<Double>([0], shape: [1, 1, 1]),
    ///         Tensor<Double>([4, 4, 8], shape: [1, 3, 1]),
    ///     ]
    ///     try channelMeanAndDeviation(of: images)  // mean [4], deviation [2.828...], root of 8
    ///
    /// Hint: what do you need of each image so that a small image does not count as much as a
    /// large one?
    ///
    /// - Parameter images: at least one, axes [height, width, channel], all with the same channels.
    /// - Returns: a mean and a deviation for each channel.
    public static func channelMeanAndDeviation(
        of images: [Tensor<Double>]
    ) throws -> ChannelStatistics {
        // BEGIN SOLUTION
        let channels = images[0].shape[2]
        let pixels = images.reduce(0) { $0 + $1.count / channels }
        var sums = [Double](repeating: 0, count: channels)
        for image in images {
            for (place, value) in image.elements.enumerated() { sums[place % channels] += value }
        }
        let mean = sums.map { $0 / Double(pixels) }
        // A second walk: sum of x * x less n * mean * mean would lose all digits far from zero.
        var squares = [Double](repeating: 0, count: channels)
        for image in images {
            for (place, value) in image.elements.enumerated() {
                let difference = value - mean[place % channels]
                squares[place % channels] += difference * difference
            }
        }
        return ChannelStatistics(
            mean: mean, deviation: squares.map { ($0 / Double(pixels)).squareRoot() })
        // END SOLUTION
    }

    /// The product of two matrices.
    ///
    /// Row i of A meets column j of B: their numbers are multiplied in pairs and added up,
    ///
    ///     c[i, j] = a[i, 0] * b[0, j] + a[i, 1] * b[1, j] + ... + a[i, depth - 1] * b[depth - 1, j]
    ///
    /// A has the shape [rows, depth], B the shape [depth, columns], the product [rows, columns]. Do not
    /// call the library's `matrixProduct`; `Tensor<Double>.zeros([rows, columns])` is a start.
    ///
    /// Example:
    ///
    ///     let a = Tensor<Double>(rows: [[1, 2], [3, 4]])
    ///     let b = Tensor<Double>(rows: [[5, 6], [7, 8]])
    ///     try matrixProduct(a, b)  // rows [19, 22] and [43, 50]: 1 * 5 + 2 * 7 = 19
    ///
    /// Hint: three things are counted here: i, j, and the place in the sum. How many loops is that?
    ///
    /// - Parameters:
    ///   - a: axes [row, depth].
    ///   - b: axes [depth, column]; the depth is that of a, and may be 0: a sum of nothing is 0.
    /// - Returns: axes [row, column].
    public static func matrixProduct(
        _ a: Tensor<Double>, _ b: Tensor<Double>
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let (rows, depth, columns) = (a.shape[0], a.shape[1], b.shape[1])
        var product = Tensor<Double>.zeros([rows, columns])
        for i in 0..<rows {
            for j in 0..<columns {
                var sum = 0.0
                for k in 0..<depth { sum += a[i, k] * b[k, j] }
                product[i, j] = sum
            }
        }
        return product
        // END SOLUTION
    }
}
