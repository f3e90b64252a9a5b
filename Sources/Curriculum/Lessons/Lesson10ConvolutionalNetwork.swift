import DeepTeaching

/// The functions to write in Lesson 10: the parts of a convolutional network, forwards and
/// backwards.
public protocol ConvolutionalNetworkContract: Sendable {
    /// Every window of an image as one row of a matrix.
    static func im2col(
        _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
    ) throws -> Tensor<Double>

    /// Each output looks at a small window of the image, with the same weights everywhere.
    static func convolution2D(
        _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
        padding: Int
    ) throws -> Tensor<Double>

    /// How a loss changes with the images, the weights and the bias of a convolution.
    static func convolution2DGradients(
        images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
        outputGradient: Tensor<Double>
    ) throws -> Convolution2DGradients

    /// The largest number of each square of an image, channel by channel.
    static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>

    /// How a loss changes with the images that were pooled.
    static func maxPoolingGradient(
        images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
    ) throws -> Tensor<Double>

    /// Every channel with mean 0 and variance 1, then scaled and shifted.
    static func batchNormalization(
        _ input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double,
        epsilon: Double
    ) throws -> NormalizedBatch

    /// The answers of a dense layer for every window of a larger map of features.
    static func fullyConvolutional(
        _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
    ) throws -> Tensor<Double>
}

/// How a loss changes with what went into a convolution.
public struct Convolution2DGradients: Codable, Sendable, Equatable {
    /// Of the shape of the images, axes [batch, height, width, input].
    public var images: Tensor<Double>

    /// Of the shape of the weights, axes [kernel height, kernel width, input, output].
    public var weights: Tensor<Double>

    /// One number for each output.
    public var bias: Tensor<Double>

    /// Three gradients.
    public init(images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>) {
        self.images = images
        self.weights = weights
        self.bias = bias
    }
}

/// What a batch normalisation knows of each channel.
public struct NormalizationLayer: Codable, Sendable, Equatable {
    /// The learnt factor of each channel.
    public var scale: Tensor<Double>

    /// What is added to each channel, learnt too.
    public var shift: Tensor<Double>

    /// The running mean of each channel over the batches that were learnt from.
    public var runningMean: Tensor<Double>

    /// The running variance of each channel.
    public var runningVariance: Tensor<Double>

    /// Four tensors of one number for each channel.
    public init(
        scale: Tensor<Double>, shift: Tensor<Double>, runningMean: Tensor<Double>,
        runningVariance: Tensor<Double>
    ) {
        self.scale = scale
        self.shift = shift
        self.runningMean = runningMean
        self.runningVariance = runningVariance
    }
}

/// A batch after its normalisation, and what the layer remembers from then on.
public struct NormalizedBatch: Codable, Sendable, Equatable {
    /// Of the shape of the batch.
    public var output: Tensor<Double>

    /// The new running mean of each channel.
    public var runningMean: Tensor<Double>

    /// The new running variance of each channel.
    public var runningVariance: Tensor<Double>

    /// An output and two running statistics.
    public init(
        output: Tensor<Double>, runningMean: Tensor<Double>, runningVariance: Tensor<Double>
    ) {
        self.output = output
        self.runningMean = runningMean
        self.runningVariance = runningVariance
    }
}

extension LessonOutline {
    /// Lesson 10: why convolutions?
    public static let convolutionalNetwork = LessonOutline(
        name: "Lesson10ConvolutionalNetwork",
        question: "Why convolutions?",
        exercises: [
            Exercise(
                "convolution2D", title: "Move a small window over images",
                checks: ["window": 6, "channels": 5, "padding": 4, "stride": 3, "batch": 2],
                step: "A small window, the same everywhere",
                documentation: "Convolution2D; Dumoulin and Visin, A guide to convolution "
                    + "arithmetic for deep learning, 2016",
                librarysOwn: ["convolved", "Convolution2D", "convolution"]),
            Exercise(
                "im2col", title: "Write the windows of an image as the rows of a matrix",
                checks: ["windows": 6, "padding": 4, "stride": 4],
                step: "A convolution is a matrix product",
                documentation: "Tensor.convolved; Chellapilla, Puri and Simard, High performance "
                    + "convolutional neural networks for document processing, 2006"),
            Exercise(
                "maxPooling", title: "Keep the largest number of each square",
                checks: ["maxima": 5, "below zero": 3, "rest": 2],
                step: "The largest of four",
                documentation: "MaxPooling2D",
                librarysOwn: ["maximumPooled", "MaxPooling2D"]),
            Exercise(
                "convolution2DGradients", title: "Send the gradient back through the window",
                checks: ["weights": 8, "images": 8, "bias": 4],
                step: "Back through the window",
                documentation: "Variable.convolved; LeCun et al., Gradient-based learning applied "
                    + "to document recognition, 1998",
                librarysOwn: ["convolved", "Convolution2D", "convolutionGradients", "Variable"]),
            Exercise(
                "maxPoolingGradient", title: "Send the gradient back to the winners",
                checks: ["winners": 5, "ties": 4, "rest": 3],
                step: "Back through the window",
                documentation: "Variable.maximumPooled",
                librarysOwn: ["maximumPooled", "MaxPooling2D", "Variable"]),
            Exercise(
                "batchNormalization", title: "Bring every channel to one scale",
                checks: ["training": 5, "running statistics": 4, "inference": 5],
                step: "One scale for every channel",
                documentation: "BatchNormalization; Ioffe and Szegedy, Batch normalization, 2015",
                librarysOwn: ["BatchNormalization"]),
            Exercise(
                "fullyConvolutional", title: "Ask a dense layer at every place at once",
                checks: ["one place": 5, "every place": 5],
                step: "The whole region at once",
                documentation: "Convolution2D; Long, Shelhamer and Darrell, Fully convolutional "
                    + "networks for semantic segmentation, 2015",
                librarysOwn: ["convolved", "Convolution2D", "convolution"]),
        ])
}

/// The contract of Lesson 10 with the calls of its exercises.
public let convolutionalNetworkContract = LessonContract<any ConvolutionalNetworkContract.Type>(
    .convolutionalNetwork,
    calls: [
        ConvolutionalNetworkCalls.convolution2D.listed, ConvolutionalNetworkCalls.im2col.listed,
        ConvolutionalNetworkCalls.maxPooling.listed,
        ConvolutionalNetworkCalls.convolution2DGradients.listed,
        ConvolutionalNetworkCalls.maxPoolingGradient.listed,
        ConvolutionalNetworkCalls.batchNormalization.listed,
        ConvolutionalNetworkCalls.fullyConvolutional.listed,
    ])
