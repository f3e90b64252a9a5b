import Curriculum
import Foundation
import Solutions

// Wrong answers to `sigmoid` and `binaryCrossEntropy`.

extension RegressionMutants {
    /// exp(z) / (1 + exp(z)): infinite / infinite for large z.
    public enum InfiniteByInfinite: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { exp($0) / (1 + exp($0)) }
        }
    }

    /// Without the minus.
    public enum SigmoidTurnedRound: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { 1 / (1 + exp($0)) }
        }
    }

    /// The hyperbolic tangent, from -1 to 1.
    public enum TanhForSigmoid: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] { logits.map { tanh($0) } }
    }

    /// Cut off, not bent.
    public enum CutOff: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { min(max($0, 0), 1) }
        }
    }

    /// A power of 2.
    public enum PowerOfTwo: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { 1 / (1 + exp2(-$0)) }
        }
    }

    /// All logits together add up to 1.
    public enum SharedProbability: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            let largest = logits.max() ?? 0
            let powers = logits.map { exp($0 - largest) }
            return powers.map { $0 / powers.reduce(0, +) }
        }
    }

    /// From probabilities, as the equation reads.
    public enum FromProbabilities: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            mean(logits, labels) { z, y in
                let p = 1 / (1 + exp(-z))
                return -y * log(p) - (1 - y) * log(1 - p)
            }
        }
    }

    /// From probabilities that are kept away from 0 and 1.
    public enum ProbabilitiesClipped: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            mean(logits, labels) { z, y in
                let p = min(max(1 / (1 + exp(-z)), 1e-15), 1 - 1e-15)
                return y == 1 ? -log(p) : -log(1 - p)
            }
        }
    }

    /// log(1 + exp(v)) as it reads: infinite for large v.
    public enum ExponentialOverflows: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            mean(logits, labels) { z, y in log(1 + exp(y == 1 ? -z : z)) }
        }
    }

    /// The sum over the questions for their mean.
    public enum LossNotDivided: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            try RegressionSolution.binaryCrossEntropy(logits: logits, labels: labels)
                * Double(labels.count)
        }
    }

    /// Yes and no exchanged.
    public enum LabelsExchanged: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            try RegressionSolution.binaryCrossEntropy(
                logits: logits, labels: labels.map { 1 - $0 })
        }
    }

    /// Only the questions whose answer is yes.
    public enum YesOnly: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            mean(logits, labels) { z, y in y == 1 ? max(-z, 0) + log(1 + exp(-abs(z))) : 0 }
        }
    }

    /// Half the squared error of the probability.
    public enum SquaredErrorOfProbability: RegressionMutant {
        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            mean(logits, labels) { z, y in
                let p = 1 / (1 + exp(-z))
                return (p - y) * (p - y) / 2
            }
        }
    }

    private static func mean(
        _ logits: [Double], _ labels: [Int], _ loss: (Double, Double) -> Double
    ) -> Double {
        zip(logits, labels).reduce(0) { $0 + loss($1.0, Double($1.1)) } / Double(labels.count)
    }
}

extension RegressionAlternatives {
    /// The hyperbolic tangent, moved and halved.
    public enum HalvedTanh: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { (1 + tanh($0 / 2)) / 2 }
        }
    }

    /// Two formulas, each where it does not overflow.
    public enum TwoSides: RegressionMutant {
        /// The answer.
        public static func sigmoid(logits: [Double]) throws -> [Double] {
            logits.map { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }
        }

        /// The answer.
        public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            zip(logits, labels).reduce(0) { sum, pair in
                let (z, y) = (pair.0, Double(pair.1))
                let loss = z > 0 ? z - z * y + log1p(exp(-z)) : -z * y + log1p(exp(z))
                return sum + loss / Double(labels.count)
            }
        }
    }
}
