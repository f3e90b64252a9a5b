@testable import DeepTeaching

private let ones = Variable(Tensor<Float>.ones([2, 3]))
private let image = Variable(Tensor<Float>.ones([1, 3, 3, 2]))
private let kernel = Variable(Tensor<Float>.ones([2, 2, 2, 2]))
private let bias = Variable(Tensor<Float>.ones([2]))

/// Operations whose operands do not fit, and gradients of what has none.
let wrongVariables: [WrongCall] = [
    WrongCall("gradients of six numbers", "not of a tensor of shape [2, 3]") {
        _ = gradients(of: ones) { $0 }
    },
    WrongCall("a sum of variables", "shapes [2, 3] and [2] cannot be broadcast") {
        _ = ones + bias
    },
    WrongCall("a variable reshaped", "do not fit into [4]") { _ = ones.reshaped([4]) },
    WrongCall("a variable's mean along an axis twice", "names an axis of shape [2, 3] twice") {
        _ = ones.mean(axes: [1, -1])
    },
    WrongCall("a variable's sum along axis 7", "shape [2, 3] has no axis 7") {
        _ = ones.sum(axes: [7])
    },
    WrongCall("a variable's softmax along axis 7", "shape [2, 3] has no axis 7") {
        _ = ones.softmax(axis: 7)
    },
    WrongCall("variables concatenated along axis 7", "shape [2, 3] has no axis 7") {
        _ = Variable.concatenated([ones], axis: 7)
    },
    WrongCall("no variables concatenated", "nothing to concatenate") {
        _ = Variable<Float>.concatenated([])
    },
    WrongCall("no variables stacked", "nothing to stack") { _ = Variable<Float>.stacked([]) },
    WrongCall("the mean of an empty variable", "there is no mean of nothing") {
        _ = Variable(Tensor<Float>.zeros([0])).mean()
    },
    WrongCall("means of an empty variable", "there is no mean of nothing") {
        _ = Variable(Tensor<Float>.zeros([0, 2])).mean(axes: [0])
    },
    WrongCall("the variance of an empty variable", "there is no mean of nothing") {
        _ = Variable(Tensor<Float>.zeros([0, 2])).variance(axes: [0])
    },
    WrongCall("a number flattened", "a single number has no batch") {
        _ = Variable<Float>(1).flattened()
    },
    WrongCall("a dense layer of a vector", "a dense layer needs two matrices") {
        _ = bias.affine(weights: ones, bias: bias)
    },
    WrongCall("squares larger than the image", "squares of 4 pixels, 4 apart") {
        _ = image.maximumPooled(size: 4)
    },
    WrongCall("squares without pixels", "squares of 0 pixels") {
        _ = image.averagePooled(size: 0)
    },
    WrongCall("squares of a matrix", "images have the shape") { _ = ones.maximumPooled() },
    WrongCall("squares 0 apart", "0 apart, do not fit") {
        _ = image.averagePooled(size: 2, stride: 0)
    },
    WrongCall("channels in 3 groups", "do not fit 3 groups of channels") {
        _ = image.convolved(weights: kernel, bias: bias, groups: 3)
    },
    WrongCall("channels in 0 groups", "do not fit 0 groups of channels") {
        _ = image.convolved(weights: kernel, bias: bias, groups: 0)
    },
    WrongCall("a transposed convolution of a matrix", "do not fit weights of shape") {
        _ = ones.transposedConvolved(weights: kernel, bias: bias)
    },
    WrongCall("a transposed stride of 0", "the stride is 0") {
        _ = image.transposedConvolved(weights: kernel, bias: bias, stride: 0)
    },
    WrongCall("a transposed padding too large", "padding 2 and output padding 0 do not fit") {
        _ = image.transposedConvolved(weights: kernel, bias: bias, padding: 2)
    },
    WrongCall("an output padding as large as the stride", "output padding 1 do not fit") {
        _ = image.transposedConvolved(weights: kernel, bias: bias, outputPadding: 1)
    },
    WrongCall("a variable normalised by too few", "do not fit a scale of shape [2]") {
        _ = ones.layerNormalized(scale: bias, shift: bias, epsilon: 1e-5)
    },
    WrongCall("a number normalised", "batches of shape [] do not fit") {
        _ = Variable<Float>(1).batchNormalized(scale: bias, shift: bias, epsilon: 1e-5)
    },
    WrongCall("a check without a step", "both are above 0") {
        _ = gradientCheck(of: Variable<Double>(1), step: 0) { $0 }
    },
    WrongCall("a check at no place", "both are above 0") {
        _ = gradientCheck(of: Variable<Double>(1), samples: 0) { $0 }
    },
]
