@testable import DeepTeaching

private let rows = Tensor<Float>.ones([4, 32])
private let short = Tensor<Float>.ones([3])
private let image = Tensor<Float>.ones([1, 3, 3, 2])
private let step = AdamStep(
    rate: 0.1, firstMomentDecay: 0.9, secondMomentDecay: 0.9, secondMomentScale: 1, epsilon: 1e-8,
    weightDecay: 0)

/// What would let a kernel walk over memory that is not that of its operands.
let wrongKernelCalls: [WrongCall] =
    kernelCalls(Float.self, "Float") + kernelCalls(Double.self, "Double")
    + [
        WrongCall("a kernel without pixels", "has no pixel to look at") {
            _ = image.convolved(weights: .zeros([0, 1, 2, 1]), bias: .zeros([1]))
        },
        WrongCall("a stride of 0", "the stride is 0") {
            _ = image.convolved(weights: .zeros([1, 1, 2, 1]), bias: .zeros([1]), stride: 0)
        },
        WrongCall("a padding as large as the kernel", "the padding is 1") {
            _ = image.convolved(weights: .zeros([1, 1, 2, 1]), bias: .zeros([1]), padding: 1)
        },
        WrongCall("a dilation of 0", "the dilation is 0") {
            _ = image.convolved(weights: .zeros([1, 1, 2, 1]), bias: .zeros([1]), dilation: 0)
        },
        WrongCall("a dilation that overflows", "is larger than images of shape [1, 3, 3, 2]") {
            _ = image.convolved(weights: .zeros([3, 3, 2, 1]), bias: .zeros([1]), dilation: .max)
        },
        WrongCall("a bias for other outputs", "a bias of shape [3] does not fit") {
            _ = image.convolved(weights: .zeros([1, 1, 2, 1]), bias: short)
        },
        WrongCall("a convolution of a matrix", "images have the shape") {
            _ = rows.convolved(weights: .zeros([1, 1, 2, 1]), bias: .zeros([1]))
        },
        WrongCall("fused pooling to nothing", "leaves 1 x 1 pixels of images of shape") {
            let layer = Convolution2D<Float>(
                weights: .zeros([3, 3, 2, 4]), bias: .zeros([4]), activation: .relu,
                pooling: .maximum)
            _ = layer(image)
        },
        WrongCall("pooling after another activation to nothing", "squares of 2 pixels") {
            let layer = Convolution2D<Float>(
                weights: .zeros([3, 3, 2, 4]), bias: .zeros([4]), activation: .gelu,
                pooling: .maximum)
            _ = layer(image)
        },
        WrongCall("a product of vectors", "a matrix product needs two matrices") {
            _ = short.matrixProduct(short)
        },
        WrongCall("a bias of another length", "a bias of shape [3] does not fit 4 columns") {
            _ = rows.matrixProduct(rows, transposingSecond: true, bias: short)
        },
    ]

/// Calls of the kernels themselves, with operands that do not fit.
private func kernelCalls<Scalar: TensorScalar>(_: Scalar.Type, _ type: String) -> [WrongCall] {
    typealias Numbers = Tensor<Scalar>
    let (batch, whole) = (Numbers.ones([4, 32]), Numbers.ones([32]))
    let few = Numbers.ones([3])
    let convolution = Convolution(
        input: [1, 3, 3, 2], weights: [3, 3, 2, 4], bias: [4], stride: 1, padding: 1,
        activation: .relu, pooling: .none)
    let kernel = Numbers.ones([3, 3, 2, 4])
    let product = MatrixProduct(
        batch, transposesFirst: false, batch, transposesSecond: true, activation: .identity)
    return [
        WrongCall("\(type): a scale shorter than the row", "do not fit a scale of shape [3]") {
            _ = Scalar.Kernels.layerNormalization(batch, scale: few, shift: whole, epsilon: 1e-5)
        },
        WrongCall("\(type): a shift shorter than the row", "and a shift of shape [3]") {
            _ = Scalar.Kernels.batchNormalization(batch, scale: whole, shift: few, epsilon: 1e-5)
        },
        WrongCall("\(type): no epsilon", "a variance cannot be increased by nan") {
            _ = Scalar.Kernels.layerNormalization(batch, scale: whole, shift: whole, epsilon: .nan)
        },
        WrongCall("\(type): no features", "batches of shape [2, 0] do not fit") {
            _ = Scalar.Kernels.layerNormalization(
                .ones([2, 0]), scale: .ones([0]), shift: .ones([0]), epsilon: 1e-5)
        },
        WrongCall("\(type): a gradient of another batch", "gradient of shape [3] do not fit") {
            let result = Scalar.Kernels.batchNormalization(
                batch, scale: whole, shift: whole, epsilon: 1)
            _ = Scalar.Kernels.batchNormalizationGradients(
                batch, scale: whole, epsilon: 1, result: result, gradient: few, needsInput: true)
        },
        WrongCall("\(type): means by feature for rows", "do not fit a batch of shape [4, 32]") {
            let result = Scalar.Kernels.batchNormalization(
                batch, scale: whole, shift: whole, epsilon: 1)
            _ = Scalar.Kernels.layerNormalizationGradients(
                batch, scale: whole, epsilon: 1, result: result, gradient: batch,
                needsInput: true)
        },
        WrongCall("\(type): a running mean of another shape", "does not fit a running mean") {
            var (parameter, mean, square) = (whole, few, whole)
            Scalar.Kernels.adamStep(step, &parameter, &mean, &square, gradient: whole)
        },
        WrongCall("\(type): a gradient of another shape", "a gradient of shape [3]") {
            var (parameter, mean, square) = (whole, whole, whole)
            Scalar.Kernels.adamStep(step, &parameter, &mean, &square, gradient: few)
        },
        WrongCall("\(type): images of another convolution", "are not those of the convolution") {
            _ = Scalar.Kernels.convolution(convolution, few, weights: kernel, bias: .ones([4]))
        },
        WrongCall("\(type): weights of another convolution", "are not those of the convolution") {
            _ = Scalar.Kernels.convolution(
                convolution, .ones([1, 3, 3, 2]), weights: few, bias: .ones([4]))
        },
        WrongCall("\(type): a gradient of another result", "do not fit a convolution") {
            let result = Scalar.Kernels.convolution(
                convolution, .ones([1, 3, 3, 2]), weights: kernel, bias: .ones([4]))
            _ = Scalar.Kernels.convolutionGradients(
                convolution, .ones([1, 3, 3, 2]), weights: kernel, result: result, gradient: few,
                needsInput: false)
        },
        WrongCall("\(type): matrices of another product", "do not fit a product of 4 x 32") {
            _ = Scalar.Kernels.matrixProduct(product, batch, .ones([4, 31]), bias: nil)
        },
        WrongCall("\(type): a bias of another product", "do not fit a product of 4 x 32") {
            _ = Scalar.Kernels.matrixProduct(product, batch, batch, bias: few)
        },
        WrongCall("\(type): a pair beyond the matrices", "a pair names a matrix beyond") {
            _ = Scalar.Kernels.matrixProducts(
                product, batch, batch, pairs: [MatrixPair(first: 0, second: 1)])
        },
    ]
}
