extension PatchClassifier {
    /// A network of zeros, to be filled: of the sizes that these parameters have.
    ///
    /// - Parameters:
    ///   - side: the side of a patch in pixels.
    ///   - shape: the shape of the parameter of a name.
    /// - Returns: nil if the shapes are those of no network for patches of this side. What it holds is
    ///   then never larger than the parameters themselves.
    init?(side: Int, shapes shape: (_ name: String) -> [Int]?) {
        let window = Self.window(ofPatch: side)
        guard side >= Self.smallestSide, let hidden = shape("hidden.weights"),
            let output = shape("output.weights"), hidden.count == 2, output.count == 2,
            hidden[0] == window * window * 32, output[0] == hidden[1], hidden[1] > 0, output[1] > 0
        else { return nil }
        func block(_ name: String, kernel: Int, outputs: Int) -> ConvolutionBlock<Scalar>? {
            guard let weights = shape("\(name).weights"), weights.count == 4,
                weights[0] == kernel, weights[1] == kernel, weights[2] > 0, weights[3] == outputs
            else { return nil }
            return ConvolutionBlock(
                convolution: Convolution2D(
                    weights: .zeros(weights), bias: .zeros([outputs]), pooling: .maximum),
                normalization: shape("\(name).scale").map { _ in
                    BatchNormalization(features: outputs)
                })
        }
        guard let first = block("first", kernel: 5, outputs: 16),
            let second = block("second", kernel: 3, outputs: 32),
            let third = block("third", kernel: 3, outputs: 32)
        else { return nil }
        (self.first, self.second, self.third) = (first, second, third)
        self.hidden = Dense(
            weights: .zeros(hidden), bias: .zeros([hidden[1]]), activation: .relu)
        dropout = Dropout(probability: 0)
        self.output = Dense(weights: .zeros(output), bias: .zeros([output[1]]))
        self.side = side
    }
}

extension PatchClassifier where Scalar == Float {
    /// Whether every patch gives finite numbers: no sum can be larger than that of a white patch
    /// where all weights are positive and all running means negative.
    var isBounded: Bool {
        func absolute(_ tensor: Tensor<Float>) -> Tensor<Float> {
            Tensor(tensor.elements.map(abs), shape: tensor.shape)
        }
        var largest = self
        largest.forEachParameter { _, parameter in parameter.value = absolute(parameter.value) }
        largest.forEachStatistic { path, statistic in
            if path.hasSuffix(".runningMean") { statistic = absolute(statistic) * -1 }
        }
        let channels = first.convolution.weights.shape[2]
        let white = Tensor<Float>.ones([1, side, side, channels])
        return largest(Variable(white), in: .inference).value.elements.allSatisfy(\.isFinite)
    }
}
