extension MultilayerPerceptron {
    /// A trained network.
    public struct Fitted: FittedClassifier, Equatable {
        /// The means and deviations by which features are standardised.
        public let standardizer: Standardizer.Fitted

        /// The mean loss of each epoch, penalty included: how the training went.
        public let losses: [Double]

        let network: PerceptronNetwork

        init(standardizer: Standardizer.Fitted, network: PerceptronNetwork, losses: [Double]) {
            self.standardizer = standardizer
            self.network = network
            self.losses = losses
        }

        /// The weights of each layer, axes [inputs, outputs], the first one first.
        public var weights: [Tensor<Float>] { network.layers.map(\.weights.value) }

        /// The biases of each layer, one an output.
        public var biases: [Tensor<Float>] { network.layers.map(\.bias.value) }

        /// The number of features of a sample.
        public var featureCount: Int { standardizer.featureCount }

        /// The number of classes.
        public var classCount: Int { network.layers[network.layers.count - 1].bias.shape[0] }

        /// The softmax of the network's logits.
        ///
        /// - Parameter features: finite numbers, axes [samples, features]; they are standardised here.
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            let inputs = standardizer.networkInputs(
                Tensor(table.values, shape: [table.sampleCount, featureCount]))
            if table.sampleCount == 0 { return Tensor([], shape: [0, classCount]) }
            let logits = network(inputs)
            guard logits.isFinite() else {
                throw EstimatorError.diverged(reason: "The network's answer is infinite.")
            }
            return Tensor(logits.elements.map { Double($0) }, shape: logits.shape).softmax()
        }

        /// Whether both have the same weights, standardisation and history.
        public static func == (one: Fitted, other: Fitted) -> Bool {
            one.standardizer == other.standardizer && one.losses == other.losses
                && zip(one.network.layers, other.network.layers).allSatisfy {
                    $0.weights.value == $1.weights.value && $0.bias.value == $1.bias.value
                        && $0.activation == $1.activation
                } && one.network.layers.count == other.network.layers.count
        }
    }
}

extension MultilayerPerceptron.Fitted {
    private enum CodingKeys: String, CodingKey { case standardizer, losses, layers }

    /// A layer as it is stored.
    private struct StoredLayer: Codable {
        let inputs: Int
        let outputs: Int
        let weights: [Float]
        let bias: [Float]
        let activation: Activation

        var isWhole: Bool {
            inputs > 0 && outputs > 0 && bias.count == outputs
                && weights.count.isMultiple(of: outputs) && weights.count / outputs == inputs
                && (weights + bias).allSatisfy(\.isFinite)
        }
    }

    /// Writes standardisation, layers and history.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(standardizer, forKey: .standardizer)
        try values.encode(losses, forKey: .losses)
        try values.encode(
            network.layers.map { layer in
                StoredLayer(
                    inputs: layer.weights.shape[0], outputs: layer.weights.shape[1],
                    weights: layer.weights.value.elements, bias: layer.bias.value.elements,
                    activation: layer.activation)
            }, forKey: .layers)
    }

    /// Reads a network.
    ///
    /// - Throws: `DecodingError` if the layers do not fit each other or the standardisation.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let standardizer = try values.decode(Standardizer.Fitted.self, forKey: .standardizer)
        let layers = try values.decode([StoredLayer].self, forKey: .layers)
        guard layers.first?.inputs == standardizer.featureCount,
            layers.allSatisfy(\.isWhole),
            zip(layers, layers.dropFirst()).allSatisfy({ $0.outputs == $1.inputs })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .layers, in: values,
                debugDescription:
                    "The layers of a perceptron do not fit each other or its features.")
        }
        self.init(
            standardizer: standardizer,
            network: PerceptronNetwork(
                layers: layers.map {
                    Dense(
                        weights: Tensor($0.weights, shape: [$0.inputs, $0.outputs]),
                        bias: Tensor($0.bias, shape: [$0.outputs]), activation: $0.activation)
                }),
            losses: try values.decode([Double].self, forKey: .losses))
    }
}
