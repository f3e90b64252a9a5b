import Curriculum
import DeepTeaching

/// Lesson 10, Convolutional network: why convolutions?
///
/// The parts of such a network: a window that moves over the image (`convolution2D`), the same as a
/// matrix product (`im2col`), the largest number of each square (`maxPooling`), the way back
/// through both (`convolution2DGradients`, `maxPoolingGradient`), one scale for every channel
/// (`batchNormalization`), and a whole region at once (`fullyConvolutional`). Each function stands
/// on its own: none needs another.
///
/// The two imports above are all that you need. A number of a tensor is read and written by its
/// place: `images[b, y, x, c]`. The axes of images are [batch, height, width, channel], those of
/// weights [kernel height, kernel width, input, output]. `images.shape[1]` is the length of axis 1
/// (the height), `images.count` the number of all numbers, and `Tensor<Double>.zeros([2, 3])` makes
/// a new tensor of shape [2, 3]. The root of x is `x.squareRoot()`.
public enum ConvolutionalNetworkExercise: ConvolutionalNetworkContract {
    /// Each output looks at a small window of the image, with the same weights everywhere.
    ///
    ///     output[b, oy, ox, o] = bias[o]
    ///         + sum over dy, dx, i of weights[dy, dx, i, o] * images[b, y, x, i]
    ///     y = oy * stride + dy - padding,  x = ox * stride + dx - padding
    ///
    /// Beyond the border an image is 0. The window begins at the upper left corner of the padded
    /// image and moves on for as long as it fits:
    ///
    ///     output height = (height + 2 * padding - kernel height) / stride + 1
    ///
    /// rounded down, and the width likewise. The kernel is not flipped: a convolution in
    /// mathematics reads it from its end, networks do not. Write the loops yourself: `convolved`
    /// and `Convolution2D` are the library's own answer.
    ///
    /// Example: nine pixels, and a kernel that subtracts the pixel to the lower right.
    ///
    ///     let image = Tensor<Double>([1, 2, 3, 4, 5, 6, 7, 8, 9], shape: [1, 3, 3, 1])
    ///     let kernel = Tensor<Double>([1, 0, 0, -1], shape: [2, 2, 1, 1])
    ///     let bias = Tensor<Double>([10], shape: [1])
    ///     try convolution2D(image, weights: kernel, bias: bias, stride: 1, padding: 0)
    ///     // [1, 2, 2, 1], all 6: 1 - 5 + 10, 2 - 6 + 10, 4 - 8 + 10, 5 - 9 + 10
    ///
    /// Hint: take one output first. Which pixels does it see, and what is each multiplied by?
    ///
    /// - Parameters:
    ///   - images: a batch, axes [batch, height, width, input].
    ///   - weights: the kernels, axes [kernel height, kernel width, input, output].
    ///   - bias: one number for each output.
    ///   - stride: how many pixels the window moves on, 1 or more.
    ///   - padding: how many rows and columns of zeros are added on each side of an image.
    /// - Returns: axes [batch, output height, output width, output].
    public static func convolution2D(
        _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
        padding: Int
    ) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Every window of an image as one row of a matrix.
    ///
    /// With the weights as a matrix of kernel * kernel * channels rows and one column for each
    /// output, a convolution of the image is one matrix product. That is how it became fast.
    ///
    ///     row    = oy * (windows side by side) + ox
    ///     column = (dy * kernel + dx) * channels + c
    ///     matrix[row, column] = image[y, x, c]
    ///     y = oy * stride + dy - padding,  x = ox * stride + dx - padding
    ///
    /// Beyond the border an image is 0. There are (width + 2 * padding - kernel) / stride + 1
    /// windows side by side, rounded down, and likewise one below the other.
    ///
    /// Example: nine pixels have four windows of 2 x 2.
    ///
    ///     let image = Tensor<Double>([1, 2, 3, 4, 5, 6, 7, 8, 9], shape: [3, 3, 1])
    ///     try im2col(image, kernel: 2, stride: 1, padding: 0)
    ///     // [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]
    ///
    /// Hint: a kernel has the axes [row, column, channel]. In which order do its numbers lie in
    /// memory, and so the numbers of a window in a row?
    ///
    /// - Parameters:
    ///   - image: axes [height, width, channel].
    ///   - kernel: the side of the square window.
    ///   - stride: how many pixels the window moves on, 1 or more.
    ///   - padding: how many rows and columns of zeros are added on each side of the image.
    /// - Returns: axes [window, kernel * kernel * channels].
    public static func im2col(
        _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
    ) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The largest number of each square of an image, channel by channel.
    ///
    ///     output[b, oy, ox, c] = max over dy, dx of images[b, oy * size + dy, ox * size + dx, c]
    ///
    /// where dy and dx run from 0 to size - 1. The squares lie edge to edge; rows and columns at
    /// the end that do not fill a square are left out. `maximumPooled` and `MaxPooling2D` are the
    /// library's own answer: write the search yourself.
    ///
    /// Example: two rows of four pixels hold two squares.
    ///
    ///     let image = Tensor<Double>([1, 5, 2, 0, 3, 4, 8, 9], shape: [1, 2, 4, 1])
    ///     try maxPooling(image, size: 2)  // [1, 1, 2, 1]: 5 and 9
    ///
    /// Hint: with which number does the search begin, if all numbers of a square may be negative?
    ///
    /// - Parameters:
    ///   - images: a batch, axes [batch, height, width, channel].
    ///   - size: the side of a square.
    /// - Returns: axes [batch, height / size, width / size, channel], rounded down.
    public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How a loss changes with the images, the weights and the bias of a convolution.
    ///
    /// On the way forward, each product weights[dy, dx, i, o] * images[b, y, x, i] is added to the
    /// output [b, oy, ox, o]. On the way back, each of its two factors gets the gradient of that
    /// output times the other factor. A number that several outputs use adds up what it gets:
    ///
    ///     g = outputGradient[b, oy, ox, o]
    ///     weightsGradient[dy, dx, i, o] += g * images[b, y, x, i]
    ///     imagesGradient[b, y, x, i]    += g * weights[dy, dx, i, o]
    ///     biasGradient[o]               += g
    ///     y = oy * stride + dy - padding,  x = ox * stride + dx - padding
    ///
    /// Beyond the border the image was 0: skip these places. Write the loops yourself: `convolved`,
    /// `Convolution2D`, `convolutionGradients` and `Variable` are the library's own answer.
    ///
    /// Result: `Convolution2DGradients(images:weights:bias:)`, three tensors of the shapes of
    /// `images`, of `weights` and of [output]. Its properties can be changed one number at a time:
    /// `gradients.bias[o] = 1`.
    ///
    /// Example: three pixels in a row, a kernel of two, and a loss that is the sum of both outputs.
    ///
    ///     let image = Tensor<Double>([1, 2, 3], shape: [1, 1, 3, 1])
    ///     let kernel = Tensor<Double>([10, 20], shape: [1, 2, 1, 1])
    ///     let ones = Tensor<Double>([1, 1], shape: [1, 1, 2, 1])
    ///     let gradients = try convolution2DGradients(
    ///         images: image, weights: kernel, stride: 1, padding: 0, outputGradient: ones)
    ///     // weights 1 + 2 and 2 + 3; images 10, 20 + 10 and 20; bias 1 + 1
    ///
    /// Hint: which loops does the way forward have? What has to happen inside them on the way back?
    ///
    /// - Parameters:
    ///   - images: the batch that was convolved, axes [batch, height, width, input].
    ///   - weights: the kernels, axes [kernel height, kernel width, input, output].
    ///   - stride: how many pixels the window moved on.
    ///   - padding: how many rows and columns of zeros were added on each side of an image.
    ///   - outputGradient: how the loss changes with each output, axes [batch, output height, output
    ///     width, output].
    /// - Returns: three gradients: of the images, of the weights and of the bias.
    public static func convolution2DGradients(
        images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
        outputGradient: Tensor<Double>
    ) throws -> Convolution2DGradients {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How a loss changes with the images that were pooled.
    ///
    /// Only the largest number of a square went into the loss, so it alone gets the gradient. All
    /// others get 0, and so do rows and columns at the end that fill no square. Of equally large
    /// numbers the first one, row by row, is the winner.
    ///
    ///     imagesGradient[b, y, x, c] = outputGradient[b, oy, ox, c]   at the winner (y, x)
    ///     imagesGradient[b, y, x, c] = 0                              everywhere else
    ///
    /// `maximumPooled`, `MaxPooling2D` and `Variable` are the library's own answer.
    ///
    /// Example: there are two sevens, the first one wins.
    ///
    ///     let image = Tensor<Double>([7, 7, 3, 1], shape: [1, 2, 2, 1])
    ///     let gradient = Tensor<Double>([5], shape: [1, 1, 1, 1])
    ///     try maxPoolingGradient(images: image, size: 2, outputGradient: gradient)
    ///     // [1, 2, 2, 1]: 5, 0, 0, 0
    ///
    /// Hint: besides the largest number itself, what do you have to remember of it?
    ///
    /// - Parameters:
    ///   - images: the batch that was pooled, axes [batch, height, width, channel].
    ///   - size: the side of a square.
    ///   - outputGradient: how the loss changes with each number that pooling kept, axes [batch,
    ///     height / size, width / size, channel].
    /// - Returns: a gradient of the shape of the images.
    public static func maxPoolingGradient(
        images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
    ) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Every channel with mean 0 and variance 1, then scaled and shifted.
    ///
    ///     output = (input - mean) / sqrt(variance + epsilon) * scale + shift
    ///
    /// In training, mean and variance are those of the batch: over all n = batch * height * width
    /// numbers of a channel, the variance divided by n. The layer also moves its running statistics
    /// towards those of the batch. There the variance is divided by n - 1, since that of a sample
    /// is a little too small:
    ///
    ///     runningMean     = (1 - momentum) * runningMean     + momentum * mean
    ///     runningVariance = (1 - momentum) * runningVariance + momentum * variance * n / (n - 1)
    ///
    /// At inference mean and variance are the running ones, and these stay as they are: the answer
    /// for an image must not depend on its neighbours in the batch. `BatchNormalization` is the
    /// library's own answer.
    ///
    /// Result: `NormalizedBatch(output:runningMean:runningVariance:)`. `layer.scale`,
    /// `layer.shift`, `layer.runningMean` and `layer.runningVariance` hold one number for each
    /// channel. Tensors of the shape [channel] can be added to and multiplied with a batch, and
    /// `input.mean(axes: [0, 1, 2])` has this shape.
    ///
    /// Example: two numbers, one channel, scale 2 and shift 10, from running statistics 0 and 1.
    ///
    ///     let batch = Tensor<Double>([1, 3], shape: [2, 1, 1, 1])
    ///     let layer = NormalizationLayer(
    ///         scale: Tensor([2], shape: [1]), shift: Tensor([10], shape: [1]),
    ///         runningMean: Tensor([0], shape: [1]), runningVariance: Tensor([1], shape: [1]))
    ///     let result = try batchNormalization(
    ///         batch, layer: layer, training: true, momentum: 0.1, epsilon: 0)
    ///     // mean 2, variance 1: output 8 and 12; running mean 0.2, running variance 1.1
    ///
    /// Hint: which numbers belong to one channel, and where do mean and variance come from?
    ///
    /// - Parameters:
    ///   - input: a batch, axes [batch, height, width, channel]; more than one number a channel.
    ///   - layer: what the layer knows of each channel.
    ///   - training: true in training, false at inference.
    ///   - momentum: which part of a running statistic each batch replaces, from 0 to 1.
    ///   - epsilon: a small number that keeps the divisor from 0.
    /// - Returns: the normalised batch, and the running statistics from then on.
    public static func batchNormalization(
        _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
        epsilon: Double
    ) throws -> NormalizedBatch {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The answers of a dense layer for every window of a larger feature map.
    ///
    /// A dense layer has learnt from windows of side x side places, each flattened row by row,
    /// place by place and channel by channel. So its weights are nothing but a kernel of side x
    /// side:
    ///
    ///     weight of the place (dy, dx) and the channel c
    ///         = weights[(dy * side + dx) * channels + c, k]
    ///     output[y, x, k] = bias[k]
    ///         + sum over dy, dx, c of that weight * features[y + dy, x + dx, c]
    ///
    /// The window moves on by one place, for as long as it fits. So a network that has learnt from
    /// patches reads a whole region at once, and computes what the windows share only once. Write
    /// the loops yourself: `convolved`, `convolution` and `Convolution2D` are the library's own answer.
    ///
    /// Example: 2 x 3 places and a window of 2 x 2.
    ///
    ///     let features = Tensor<Double>([1, 2, 3, 4, 5, 6], shape: [2, 3, 1])
    ///     let weights = Tensor<Double>([1, 10, 100, 1000], shape: [4, 1])
    ///     let bias = Tensor<Double>([0.5], shape: [1])
    ///     try fullyConvolutional(features, weights: weights, bias: bias, side: 2)
    ///     // [1, 2, 1]: 1 + 20 + 400 + 5000 + 0.5 and 2 + 30 + 500 + 6000 + 0.5
    ///
    /// Hint: cut out one window and flatten it. Which of its numbers meets which weight?
    ///
    /// - Parameters:
    ///   - features: axes [height, width, channel], not smaller than the window.
    ///   - weights: of the dense layer, axes [side * side * channels, class].
    ///   - bias: one number for each class.
    ///   - side: the side of the window.
    /// - Returns: logits, axes [height - side + 1, width - side + 1, class].
    public static func fullyConvolutional(
        _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
    ) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
