import DeepTeaching

/// The calls of Lesson 10's exercises.
public enum ConvolutionalNetworkCalls {
    /// A small window that moves over images.
    public static let convolution2D = Call("convolution2D(images:weights:bias:stride:padding:)") {
        (
            contract: any ConvolutionalNetworkContract.Type, images: Tensor<Double>,
            weights: Tensor<Double>, bias: Tensor<Double>, stride: Int, padding: Int
        ) in
        try contract.convolution2D(
            images, weights: weights, bias: bias, stride: stride, padding: padding)
    }

    /// The windows of an image as the rows of a matrix.
    public static let im2col = Call("im2col(image:kernel:stride:padding:)") {
        (
            contract: any ConvolutionalNetworkContract.Type, image: Tensor<Double>, kernel: Int,
            stride: Int, padding: Int
        ) in
        try contract.im2col(image, kernel: kernel, stride: stride, padding: padding)
    }

    /// The largest number of each square.
    public static let maxPooling = Call("maxPooling(images:size:)") {
        (contract: any ConvolutionalNetworkContract.Type, images: Tensor<Double>, size: Int) in
        try contract.maxPooling(images, size: size)
    }

    /// The gradients of a convolution.
    public static let convolution2DGradients = Call(
        "convolution2DGradients(images:weights:stride:padding:outputGradient:)"
    ) {
        (
            contract: any ConvolutionalNetworkContract.Type, images: Tensor<Double>,
            weights: Tensor<Double>, stride: Int, padding: Int, outputGradient: Tensor<Double>
        ) in
        try contract.convolution2DGradients(
            images: images, weights: weights, stride: stride, padding: padding,
            outputGradient: outputGradient)
    }

    /// The gradient of the images that were pooled.
    public static let maxPoolingGradient = Call("maxPoolingGradient(images:size:outputGradient:)") {
        (
            contract: any ConvolutionalNetworkContract.Type, images: Tensor<Double>, size: Int,
            outputGradient: Tensor<Double>
        ) in
        try contract.maxPoolingGradient(
            images: images, size: size, outputGradient: outputGradient)
    }

    /// Every channel on one scale.
    public static let batchNormalization = Call(
        "batchNormalization(input:layer:training:momentum:epsilon:)"
    ) {
        (
            contract: any ConvolutionalNetworkContract.Type, input: Tensor<Double>,
            layer: NormalizationLayer, training: Bool, momentum: Double, epsilon: Double
        ) in
        try contract.batchNormalization(
            input, layer: layer, training: training, momentum: momentum, epsilon: epsilon)
    }

    /// A dense layer at every place at once.
    public static let fullyConvolutional = Call("fullyConvolutional(features:weights:bias:side:)") {
        (
            contract: any ConvolutionalNetworkContract.Type, features: Tensor<Double>,
            weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) in
        try contract.fullyConvolutional(features, weights: weights, bias: bias, side: side)
    }
}
