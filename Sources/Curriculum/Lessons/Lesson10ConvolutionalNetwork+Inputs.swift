import DeepTeaching

/// The arguments of `convolution2D`.
public struct Convolution2DInputs: ExerciseInputs {
    /// A batch, axes [batch, height, width, input].
    public var images: Tensor<Double>

    /// The kernels, axes [kernel height, kernel width, input, output].
    public var weights: Tensor<Double>

    /// One number for each output.
    public var bias: Tensor<Double>

    /// How many pixels the window moves on.
    public var stride: Int

    /// How many pixels of zeros surround an image.
    public var padding: Int

    /// Images, a layer's parameters, and how its window moves.
    public init(
        images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int = 1,
        padding: Int = 0
    ) {
        self.images = images
        self.weights = weights
        self.bias = bias
        self.stride = stride
        self.padding = padding
    }

    /// Calls `convolution2D`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Tensor<Double> {
        try contract.convolution2D(
            images, weights: weights, bias: bias, stride: stride, padding: padding)
    }
}

/// The arguments of `im2col`.
public struct Im2colInputs: ExerciseInputs {
    /// An image, axes [height, width, channel].
    public var image: Tensor<Double>

    /// The side of the square window.
    public var kernel: Int

    /// How many pixels the window moves on.
    public var stride: Int

    /// How many pixels of zeros surround the image.
    public var padding: Int

    /// An image, and how a window moves over it.
    public init(image: Tensor<Double>, kernel: Int, stride: Int = 1, padding: Int = 0) {
        self.image = image
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
    }

    /// Calls `im2col`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Tensor<Double> {
        try contract.im2col(image, kernel: kernel, stride: stride, padding: padding)
    }
}

/// The arguments of `maxPooling`.
public struct MaxPoolingInputs: ExerciseInputs {
    /// A batch, axes [batch, height, width, channel].
    public var images: Tensor<Double>

    /// The side of a square.
    public var size: Int

    /// Images and the side of a square.
    public init(images: Tensor<Double>, size: Int) {
        self.images = images
        self.size = size
    }

    /// Calls `maxPooling`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Tensor<Double> {
        try contract.maxPooling(images, size: size)
    }
}

/// The arguments of `convolution2DGradients`.
public struct Convolution2DGradientsInputs: ExerciseInputs {
    /// The batch that was convolved, axes [batch, height, width, input].
    public var images: Tensor<Double>

    /// The kernels, axes [kernel height, kernel width, input, output].
    public var weights: Tensor<Double>

    /// How many pixels the window moves on.
    public var stride: Int

    /// How many pixels of zeros surround an image.
    public var padding: Int

    /// How the loss changes with each output, axes [batch, output height, output width, output].
    public var outputGradient: Tensor<Double>

    /// What a convolution saw, and how the loss changes with what it gave.
    public init(
        images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
        outputGradient: Tensor<Double>
    ) {
        self.images = images
        self.weights = weights
        self.stride = stride
        self.padding = padding
        self.outputGradient = outputGradient
    }

    /// Calls `convolution2DGradients`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Convolution2DGradients {
        try contract.convolution2DGradients(
            images: images, weights: weights, stride: stride, padding: padding,
            outputGradient: outputGradient)
    }
}

/// The arguments of `maxPoolingGradient`.
public struct MaxPoolingGradientInputs: ExerciseInputs {
    /// The batch that was pooled, axes [batch, height, width, channel].
    public var images: Tensor<Double>

    /// The side of a square.
    public var size: Int

    /// How the loss changes with each number that was kept.
    public var outputGradient: Tensor<Double>

    /// What was pooled, and how the loss changes with what was kept.
    public init(images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>) {
        self.images = images
        self.size = size
        self.outputGradient = outputGradient
    }

    /// Calls `maxPoolingGradient`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Tensor<Double> {
        try contract.maxPoolingGradient(
            images: images, size: size, outputGradient: outputGradient)
    }
}

/// The arguments of `batchNormalization`.
public struct BatchNormalizationInputs: ExerciseInputs {
    /// A batch, axes [batch, height, width, channel].
    public var input: Tensor<Double>

    /// What the layer knows of each channel.
    public var layer: NormalizationLayer

    /// Whether the layer is learning.
    public var training: Bool

    /// How much of a running statistic each batch replaces.
    public var momentum: Double

    /// What keeps the divisor from 0.
    public var epsilon: Double

    /// A batch, a layer, and what it is doing.
    public init(
        input: Tensor<Double>, layer: NormalizationLayer, training: Bool, momentum: Double = 0.1,
        epsilon: Double = 1e-5
    ) {
        self.input = input
        self.layer = layer
        self.training = training
        self.momentum = momentum
        self.epsilon = epsilon
    }

    /// Calls `batchNormalization`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> NormalizedBatch {
        try contract.batchNormalization(
            input, layer: layer, training: training, momentum: momentum, epsilon: epsilon)
    }
}

/// The arguments of `fullyConvolutional`.
public struct FullyConvolutionalInputs: ExerciseInputs {
    /// A map of features, axes [height, width, channel].
    public var features: Tensor<Double>

    /// The weights of a dense layer, axes [side * side * channels, class].
    public var weights: Tensor<Double>

    /// One number for each class.
    public var bias: Tensor<Double>

    /// The side of the window that the dense layer was taught on.
    public var side: Int

    /// Features and a dense layer.
    public init(
        features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
    ) {
        self.features = features
        self.weights = weights
        self.bias = bias
        self.side = side
    }

    /// Calls `fullyConvolutional`.
    public func observe(
        _ contract: any ConvolutionalNetworkContract.Type
    ) throws -> Tensor<Double> {
        try contract.fullyConvolutional(features, weights: weights, bias: bias, side: side)
    }
}
