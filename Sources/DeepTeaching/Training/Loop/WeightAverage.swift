/// The exponential average of a model's parameters over its training: a = d a + (1 - d) p after each
/// step. Averaged weights often predict better than the last ones, which tremble.
///
/// Source: Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992.
public struct WeightAverage<Scalar: TensorScalar>: Sendable, Equatable {
    /// d, how much of the average stays.
    public let decay: Double

    /// The averages in the order of the visit.
    public internal(set) var values: [Tensor<Scalar>]

    /// An average that starts at the model's parameters.
    public init(of model: some Parameterized<Scalar>, decay: Double) {
        require(0 <= decay && decay < 1, "an average cannot keep \(decay) of itself")
        self.decay = decay
        values = model.parameters.map(\.value)
    }

    /// Takes the parameters of a step into the average.
    public mutating func update(from model: some Parameterized<Scalar>) {
        let parameters = model.parameters
        requireShapes(parameters)
        for (index, parameter) in parameters.enumerated() {
            values[index].scale(by: Scalar(decay))
            values[index].add(parameter.value, times: Scalar(1 - decay))
        }
    }

    /// The model with the averages as its parameters.
    public func applied<Model: Parameterized<Scalar>>(to model: Model) -> Model {
        requireShapes(model.parameters)
        var result = model
        var index = 0
        result.forEachParameter { _, parameter in
            parameter.value = values[index]
            index += 1
        }
        return result
    }

    private func requireShapes(_ parameters: [(name: String, value: Tensor<Scalar>)]) {
        require(
            parameters.map(\.value.shape) == values.map(\.shape),
            """
            an average of parameters of shapes \(values.map(\.shape)) does not fit a model with those of \
            shapes \(parameters.map(\.value.shape))
            """)
    }
}
