import Curriculum
import DeepTeaching
import Solutions

extension NeuralNetworkMutants {
    /// Drops at inference too.
    public enum DropsAtInference: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            changed(values, draws) { $1 < probability ? 0 : $0 / (1 - probability) }
        }
    }

    /// What is kept is not enlarged.
    public enum NotEnlarged: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            isTraining ? changed(values, draws) { $1 < probability ? 0 : $0 } : values
        }
    }

    /// Kept with the probability p, not dropped.
    public enum KeptForDropped: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            guard isTraining else { return values }
            return changed(values, draws) { $1 < probability ? $0 / (1 - probability) : 0 }
        }
    }

    /// Enlarged by 1 / p.
    public enum EnlargedByTheWrongShare: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            guard isTraining else { return values }
            return changed(values, draws) { $1 < probability ? 0 : $0 / probability }
        }
    }

    /// Made smaller at inference in place of larger while learning.
    public enum MadeSmallerAtInference: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            changed(values, draws) { value, draw in
                isTraining ? (draw < probability ? 0 : value) : value * (1 - probability)
            }
        }
    }

    /// One draw decides for all numbers.
    public enum OneDrawForAll: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            try NeuralNetworkSolution.dropout(
                values, probability: probability, draws: draws.map { _ in draws[0] },
                isTraining: isTraining)
        }
    }

    /// A draw that equals p drops.
    public enum EqualIsDropped: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            guard isTraining else { return values }
            return changed(values, draws) { $1 <= probability ? 0 : $0 / (1 - probability) }
        }
    }
}

extension NeuralNetworkAlternatives {
    /// A mask of zeros and factors, and one product.
    public enum MaskTimesValues: NeuralNetworkMutant {
        /// The answer.
        public static func dropout(
            _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
        ) throws -> Tensor<Double> {
            if !isTraining { return values }
            let mask = Tensor(draws, shape: values.shape) .>= probability
            return values * mask * (1 / (1 - probability))
        }
    }
}

private func changed(
    _ values: Tensor<Double>, _ draws: [Double],
    _ change: (_ value: Double, _ draw: Double) -> Double
) -> Tensor<Double> {
    Tensor(zip(values.elements, draws).map { change($0, $1) }, shape: values.shape)
}
