@testable import DeepTeaching

private let rows = Tensor<Float>.ones([2, 3])
private let image = Tensor<Float>.ones([1, 4, 4, 2])

/// A generator for a layer that is never made.
private func made<Made>(_ make: (inout SeededGenerator) -> Made) {
    var generator = SeededGenerator(seed: 0)
    _ = make(&generator)
}

/// Layers of sizes that there are not, and batches that do not fit them.
let wrongLayers: [WrongCall] = [
    WrongCall("a dense layer of -1 inputs", "no axis of [-1, 2] can have a negative length") {
        made { Dense<Float>(inputs: -1, outputs: 2, using: &$0) }
    },
    WrongCall("a dense layer without end", "too many elements to count") {
        made { Dense<Float>(inputs: .max, outputs: .max, using: &$0) }
    },
    WrongCall("a dense layer with another bias", "a bias of shape [3] does not fit weights") {
        _ = Dense<Float>(weights: rows.transposed(), bias: .ones([3]))
    },
    WrongCall("a dense layer of an image", "a dense layer needs two matrices") {
        _ = Dense<Float>(weights: rows, bias: .ones([3]))(image)
    },
    WrongCall("a kernel of side 0", "a kernel of side 0 from 2 to 2 channels") {
        made { Convolution2D<Float>(inputs: 2, outputs: 2, kernel: 0, using: &$0) }
    },
    WrongCall("a kernel for -2 outputs", "a kernel of side 3 from 2 to -2 channels") {
        made { Convolution2D<Float>(inputs: 2, outputs: -2, kernel: 3, using: &$0) }
    },
    WrongCall("a kernel without end", "too many elements to count") {
        made { Convolution2D<Float>(inputs: 2, outputs: 2, kernel: .max, using: &$0) }
    },
    WrongCall("three channels in two groups", "cannot be cut into 2 groups") {
        made { Convolution2D<Float>(inputs: 3, outputs: 2, kernel: 1, groups: 2, using: &$0) }
    },
    WrongCall("channels in no groups", "cannot be cut into 0 groups") {
        made { Convolution2D<Float>(inputs: 3, outputs: 3, kernel: 1, groups: 0, using: &$0) }
    },
    WrongCall("a matrix as a kernel", "does not fit weights of shape [2, 3]") {
        _ = Convolution2D<Float>(weights: rows, bias: .ones([3]))
    },
    WrongCall("a transposed kernel of side 0", "a kernel of side 0") {
        made { TransposedConvolution2D<Float>(inputs: 2, outputs: 2, kernel: 0, using: &$0) }
    },
    WrongCall("a transposed matrix as a kernel", "does not fit weights of shape [2, 3]") {
        _ = TransposedConvolution2D<Float>(weights: rows, bias: .ones([3]))
    },
    WrongCall("a table that is no matrix", "a table of vectors is a matrix") {
        _ = Embedding<Float>(table: image)
    },
    WrongCall("a thing that is not in the table", "position 2 along axis 0 is outside") {
        _ = Embedding<Float>(table: rows)([0, 2])
    },
    WrongCall("a table of -1 things", "can have a negative length") {
        made { Embedding<Float>(things: -1, width: 2, using: &$0) }
    },
    WrongCall("all dropped", "numbers cannot be dropped with probability 1.0") {
        _ = Dropout<Float>(probability: 1)
    },
    WrongCall("dropped less than never", "numbers cannot be dropped with probability -0.1") {
        _ = Dropout<Float>(probability: -0.1)
    },
    WrongCall("dropped with no number", "numbers cannot be dropped with probability nan") {
        _ = Dropout<Float>(probability: .nan)
    },
    WrongCall("a normalisation of no features", "not 0, 0.1 and 1e-05") {
        _ = BatchNormalization<Float>(features: 0)
    },
    WrongCall("a momentum above 1", "not 3, 1.5 and 1e-05") {
        _ = BatchNormalization<Float>(features: 3, momentum: 1.5)
    },
    WrongCall("a negative epsilon", "not 3 and -1.0") {
        _ = LayerNormalization<Float>(features: 3, epsilon: -1)
    },
    WrongCall("two features for three", "do not fit a scale of shape [2]") {
        _ = BatchNormalization<Float>(features: 2)(rows)
    },
    WrongCall("two features for the rows of three", "do not fit a scale of shape [2]") {
        _ = LayerNormalization<Float>(features: 2)(rows)
    },
    WrongCall("a running mean that would be broadcast", "mean and a variance of shapes [3], [3, 1]")
    {
        var layer = BatchNormalization<Float>(features: 3)
        layer.runningMean = .zeros([3, 1])
        _ = layer(Tensor<Float>.ones([3, 3]))
    },
    WrongCall("a pooling of side 0", "squares of 0 pixels, 0 apart, cannot be pooled") {
        _ = MaxPooling2D<Float>(size: 0)
    },
    WrongCall("a pooling with a stride of -1", "squares of 2 pixels, -1 apart") {
        _ = AveragePooling2D<Float>(size: 2, stride: -1)
    },
    WrongCall("pooling larger than the image", "squares of 5 pixels, 5 apart, do not fit") {
        _ = AveragePooling2D<Float>(size: 5)(image)
    },
    WrongCall("global pooling of rows", "images have the shape") {
        _ = GlobalPooling2D<Float>(.average)(rows)
    },
    WrongCall("global pooling of no pixels", "there is no mean of nothing") {
        _ = GlobalPooling2D<Float>(.average)(Tensor<Float>.zeros([1, 0, 0, 2]))
    },
    WrongCall("a recurrent layer of no inputs", "needs inputs and a state, not 0 and 4 numbers") {
        made { LSTM<Float>(inputs: 0, hidden: 4, using: &$0) }
    },
    WrongCall("a recurrent layer of a negative state", "needs inputs and a state, not 2 and -4") {
        made { GRU<Float>(inputs: 2, hidden: -4, using: &$0) }
    },
    WrongCall("three gates for four", "are not those of 4 gates") {
        made { LSTM<Float>(weights: GRU<Float>(inputs: 2, hidden: 4, using: &$0).weights) }
    },
    WrongCall("one gate for three", "are not those of 3 gates") {
        made { GRU<Float>(weights: Recurrent<Float>(inputs: 2, hidden: 4, using: &$0).weights) }
    },
    WrongCall("recurrent weights of two widths", "do not fit together") {
        _ = RecurrentWeights<Float>(
            input: rows, recurrent: rows.transposed(), inputBias: .ones([3]),
            recurrentBias: .ones([3]))
    },
    WrongCall("recurrent weights exchanged later", "are not those of 1 gates") {
        made { generator in
            var layer = Recurrent<Float>(inputs: 2, hidden: 4, using: &generator)
            layer.weights.recurrent = Variable(Tensor<Float>.ones([4]))
            _ = layer(Tensor<Float>.ones([1, 2, 2]))
        }
    },
    WrongCall("rows as a sequence", "sequences of shape [2, 3] do not fit") {
        made { LSTM<Float>(inputs: 3, hidden: 4, using: &$0)(rows) }
    },
    WrongCall("a step of a sequence", "a step's inputs of shape [1, 2, 3] do not fit") {
        made { generator in
            let layer = GRU<Float>(inputs: 3, hidden: 4, using: &generator)
            let input = Variable(Tensor<Float>.ones([1, 2, 3]))
            _ = layer.next(input, after: Variable(.ones([1, 4])))
        }
    },
    WrongCall("a step from another state", "a state of shape [2, 5] does not fit inputs of shape") {
        made { generator in
            let layer = GRU<Float>(inputs: 3, hidden: 4, using: &generator)
            _ = layer.next(Variable(Tensor<Float>.ones([2, 3])), after: Variable(.ones([2, 5])))
        }
    },
    WrongCall("rows read from both ends", "sequences have the shape [batch, time, inputs]") {
        made { generator in
            let layer = GRU<Float>(inputs: 3, hidden: 4, using: &generator)
            _ = Bidirectional(forward: layer, backward: layer)(rows)
        }
    },
    WrongCall("a U-Net of no channels", "a U-Net needs inputs, channels for each size and classes")
    {
        made { UNet<Float>(channels: [], using: &$0) }
    },
    WrongCall("an image that cannot be halved twice", "whose sides are multiples of 4, not shape") {
        made { UNet<Float>(inputs: 2, channels: [2, 2, 2], using: &$0)(.ones([1, 4, 6, 2])) }
    },
    WrongCall("a sweep over squares of no pixels", "a sweep reads squares of 1 pixel or more") {
        made { RowColumnSweep<Float>(inputs: 2, hidden: 3, patch: 0, using: &$0) }
    },
    WrongCall("a sweep over half squares", "whose sides are multiples of 3, not shape [1, 4, 4, 2]")
    {
        made { RowColumnSweep<Float>(inputs: 2, hidden: 3, patch: 3, using: &$0)(image) }
    },
    WrongCall("a block with a stride of 0", "the stride is 0") {
        made { ResidualBlock<Float>(inputs: 2, outputs: 2, stride: 0, using: &$0) }
    },
    WrongCall("a patch of 23 pixels", "a patch of 23 pixels is smaller than the 24") {
        made { PatchClassifier<Float>(side: 23, using: &$0) }
    },
    WrongCall("a network of no classes", "not 32 and 0") {
        made { PatchClassifier<Float>(side: 24, classes: 0, using: &$0) }
    },
    WrongCall("a patch of another side", "patches of 24 x 24 pixels are expected") {
        made {
            PatchClassifier<Float>(side: 24, hidden: 4, using: &$0)(
                Tensor<Float>.ones([1, 9, 9, 3]))
        }
    },
    WrongCall("a patch that is a number", "patches have the shape") {
        made {
            PatchClassifier<Float>(side: 24, hidden: 4, using: &$0).probabilities(for: .ones([]))
        }
    },
]
