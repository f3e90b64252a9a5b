import Curriculum
import DeepTeaching
import Solutions

extension NeuralNetworkMutants {
    /// The root of 1 / inputs, which suits a layer without a ReLU.
    public enum ReLUForgotten: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            scaled(inputs, outputs, draws, by: (1 / Double(inputs)).squareRoot())
        }
    }

    /// The outputs counted for the inputs.
    public enum OutputsCounted: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            scaled(inputs, outputs, draws, by: (2 / Double(outputs)).squareRoot())
        }
    }

    /// The variance for the deviation.
    public enum VarianceForDeviation: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            scaled(inputs, outputs, draws, by: 2 / Double(inputs))
        }
    }

    /// The rule of Glorot and Bengio.
    public enum GlorotForHe: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            scaled(inputs, outputs, draws, by: (2 / Double(inputs + outputs)).squareRoot())
        }
    }

    /// The draws as they are.
    public enum DrawsAsTheyAre: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            scaled(inputs, outputs, draws, by: 1)
        }
    }

    /// Nothing but zeros.
    public enum AllZero: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            .zeros([inputs, outputs])
        }
    }

    /// Axes [output, input].
    public enum OutputsFirst: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            let weights = try NeuralNetworkSolution.heInitialization(
                inputs: inputs, outputs: outputs, draws: draws)
            return weights.reshaped([outputs, inputs])
        }
    }

    /// The draws dealt column by column.
    public enum DealtByColumns: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            let weights = try NeuralNetworkSolution.heInitialization(
                inputs: inputs, outputs: outputs, draws: draws)
            return weights.reshaped([outputs, inputs]).transposed()
        }
    }
}

extension NeuralNetworkAlternatives {
    /// Divided by the root of half the inputs.
    public enum DividedByTheRoot: NeuralNetworkMutant {
        /// The answer.
        public static func heInitialization(
            inputs: Int, outputs: Int, draws: [Double]
        ) throws -> Tensor<Double> {
            Tensor(draws, shape: [inputs, outputs]) / (Double(inputs) / 2).squareRoot()
        }
    }
}

private func scaled(
    _ inputs: Int, _ outputs: Int, _ draws: [Double], by factor: Double
) -> Tensor<Double> {
    Tensor(draws, shape: [inputs, outputs]) * factor
}
