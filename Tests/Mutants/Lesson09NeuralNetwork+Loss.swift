import Curriculum
import DeepTeaching
import Foundation
import Solutions

extension NeuralNetworkMutants {
    /// The rare class counts less, not more.
    public enum WeightsInverted: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights.map { 1 / $0 })
        }
    }

    /// Divided by the number of rows, not by their weights.
    public enum DividedByTheCount: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            sum(logits, labels, weights) / Double(labels.count)
        }
    }

    /// All classes count the same.
    public enum WeightsIgnored: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights.map { _ in 1 })
        }
    }

    /// The sum for the mean.
    public enum SumForMean: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            sum(logits, labels, weights)
        }
    }

    /// The weight of the class that the network names.
    public enum WeightOfTheGuess: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            let guesses = logits.argumentOfMaximum()
            let losses = losses(logits, labels)
            let total = guesses.reduce(0) { $0 + weights[$1] }
            return zip(guesses, losses).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
        }
    }

    /// The logarithm of a share that has become 0.
    public enum LogarithmOfTheShare: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            let shares = logits.softmax()
            let total = labels.reduce(0) { $0 + weights[$1] }
            return labels.enumerated().reduce(0) { partial, row in
                partial - weights[row.element] * log(shares[row.offset, row.element])
            } / total
        }
    }

    /// The right class against one other, as if there were only two.
    public enum TwoClassesOnly: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            let rows = labels.enumerated().map { row, label in
                [logits[row, label], logits[row, label == 0 ? 1 : 0]]
            }
            let losses = losses(Tensor(rows: rows), labels.map { _ in 0 })
            let total = labels.reduce(0) { $0 + weights[$1] }
            return zip(labels, losses).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
        }
    }

    /// The logarithm to the base 2.
    public enum BaseTwo: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            try NeuralNetworkSolution.weightedCrossEntropy(
                logits: logits, labels: labels, weights: weights) / log(2)
        }
    }
}

extension NeuralNetworkAlternatives {
    /// The library's logarithm of softmax, and the weights divided first.
    public enum WeightsAsShares: NeuralNetworkMutant {
        /// The answer.
        public static func weightedCrossEntropy(
            logits: Tensor<Double>, labels: [Int], weights: [Double]
        ) throws -> Double {
            let total = labels.reduce(0) { $0 + weights[$1] }
            return zip(labels, losses(logits, labels))
                .map { weights[$0] / total * $1 }.reduce(0, +)
        }
    }
}

private func losses(_ logits: Tensor<Double>, _ labels: [Int]) -> [Double] {
    let logarithms = logits.logSoftmax()
    return labels.enumerated().map { -logarithms[$0, $1] }
}

private func sum(_ logits: Tensor<Double>, _ labels: [Int], _ weights: [Double]) -> Double {
    zip(labels, losses(logits, labels)).reduce(0) { $0 + weights[$1.0] * $1.1 }
}
