import Foundation

extension TemperatureScaling {
    /// A temperature that was found, to divide any logits by.
    public struct Fitted: Sendable, Equatable, Codable {
        /// T: above 1 if the network was too sure, below 1 if it was not sure enough.
        public let temperature: Double

        init(temperature: Double) { self.temperature = temperature }

        /// softmax(z / T) of each item.
        ///
        /// - Parameter logits: finite numbers, axes [items, classes].
        /// - Returns: the same axes; each row sums to 1.
        /// - Throws: `EvaluationError` if this is no table, or a logit is not finite.
        public func probabilities<Scalar: TensorScalar>(
            for logits: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            guard logits.rank == 2, logits.shape[1] > 1 else {
                throw EvaluationError.notClassTable(shape: logits.shape)
            }
            let values = logits.elements.map { Double($0) }
            let classCount = logits.shape[1]
            try requireFinite(values, classCount: classCount)
            // The largest is taken off before it is divided by: a quotient could overflow.
            var scaled = values
            for start in stride(from: 0, to: values.count, by: classCount) {
                let row = start..<start + classCount
                let largest = values[row].max() ?? 0
                for index in row { scaled[index] = (values[index] - largest) / temperature }
            }
            return Tensor(scaled, shape: logits.shape).softmax()
        }

        /// 1 / (1 + exp(-z / T)) of each item.
        ///
        /// - Throws: `EvaluationError` if a logit is not finite.
        public func probabilities(for logits: [Double]) throws -> [Double] {
            try requireFinite(logits, classCount: 1)
            return logits.map { 1 / (1 + exp(-$0 / temperature)) }
        }
    }
}

extension TemperatureScaling.Fitted {
    private enum CodingKeys: String, CodingKey { case temperature }

    /// Reads a temperature.
    ///
    /// - Throws: `DecodingError` if it is not a finite number above 0.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        temperature = try values.decode(Double.self, forKey: .temperature)
        guard temperature > 0, temperature.isFinite else {
            throw DecodingError.dataCorruptedError(
                forKey: .temperature, in: values,
                debugDescription: "A temperature is a finite number above 0.")
        }
    }
}
