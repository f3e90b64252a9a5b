import Curriculum
import DeepTeaching
import Foundation
import Solutions

// Wrong answers to `softmaxCrossEntropy` and `momentumStep`.

extension BackpropagationMutants {
    /// The sum over the batch for its mean, in both.
    public enum LossSummed: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            let right = try solve(logits, labels)
            let count = Double(labels.count)
            return LossAndGradient(loss: right.loss * count, gradient: right.gradient * count)
        }
    }

    /// The gradient is that of a mean, the loss a sum.
    public enum OnlyTheLossSummed: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.loss *= Double(labels.count)
            return right
        }
    }

    /// The loss is a mean, its gradient a sum.
    public enum GradientSummed: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.gradient = right.gradient * Double(labels.count)
            return right
        }
    }

    /// The probabilities for the gradient.
    public enum WithoutTheLabel: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.gradient = logits.softmax() / Double(labels.count)
            return right
        }
    }

    /// What it should have said less what it said.
    public enum GradientTurnedRound: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.gradient = -right.gradient
            return right
        }
    }

    /// Only the logit of the true class gets a gradient.
    public enum TrueClassAlone: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            let mask = Tensor<Double>.oneHot(labels, classes: logits.shape[1])
            right.gradient = right.gradient * mask
            return right
        }
    }

    /// The softmax over the batch, not over the classes.
    public enum SoftmaxOverTheBatch: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            lossAndGradient(logits.logSoftmax(axis: 0), labels)
        }
    }

    /// One less the probability for its logarithm.
    public enum NoLogarithm: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.loss = (1 - logits.softmax().picked(labels)).mean().scalar
            return right
        }
    }

    /// exp of the logits as they are.
    public enum ExponentialOverflows: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            let powers = logits.exponential()
            return lossAndGradient(
                (powers / powers.sum(axes: [1], keepingAxes: true)).logarithm(), labels)
        }
    }

    /// A small number added, so that the logarithm of 0 is none.
    public enum SmallNumberAdded: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            var right = try solve(logits, labels)
            right.loss = -(logits.softmax() + 1e-15).logarithm().picked(labels).mean().scalar
            return right
        }
    }

    /// Up the hill.
    public enum Uphill: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + g
                return (p + learningRate * new, new)
            }
        }
    }

    /// The parameter moves along the old velocity.
    public enum OldVelocity: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * v, momentum * v + g)
            }
        }
    }

    /// The parameter moves along the gradient alone.
    public enum VelocityNotUsed: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * g, momentum * v + g)
            }
        }
    }

    /// Where the momentum leads counts already: Nesterov's.
    public enum Nesterov: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + g
                return (p - learningRate * (g + momentum * new), new)
            }
        }
    }

    /// The learning rate inside the velocity.
    public enum RateInTheVelocity: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v - learningRate * g
                return (p + new, new)
            }
        }
    }

    /// A running mean of the gradients.
    public enum RunningMean: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + (1 - momentum) * g
                return (p - learningRate * new, new)
            }
        }
    }

    /// The velocity is used, and not kept.
    public enum VelocityNotKept: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * (momentum * v + g), v)
            }
        }
    }

    /// No momentum at all.
    public enum NoMomentum: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            step(parameters, gradients, velocities) { p, g, _ in (p - learningRate * g, g) }
        }
    }

    private static func solve(_ logits: Tensor<Double>, _ labels: [Int]) throws -> LossAndGradient {
        try BackpropagationSolution.softmaxCrossEntropy(logits: logits, labels: labels)
    }
}

extension BackpropagationAlternatives {
    /// Row by row: the largest logit subtracted, the logarithm of the sum by hand.
    public enum RowByRow: BackpropagationMutant {
        /// The answer.
        public static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            let (rows, classes) = (logits.shape[0], logits.shape[1])
            var loss = 0.0
            var gradient: [Double] = []
            for row in 0..<rows {
                let z = (0..<classes).map { logits[row, $0] }
                let largest = z.max() ?? 0
                let logOfSum = largest + log(z.reduce(0) { $0 + exp($1 - largest) })
                loss += logOfSum - z[labels[row]]
                gradient += z.indices.map { index in
                    (exp(z[index] - logOfSum) - (index == labels[row] ? 1 : 0)) / Double(rows)
                }
            }
            return LossAndGradient(
                loss: loss / Double(rows), gradient: Tensor(gradient, shape: logits.shape))
        }
    }

    /// All steps written out in a loop.
    public enum OneByOne: BackpropagationMutant {
        /// The answer.
        public static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            var state = MomentumState(parameters: parameters, velocities: velocities)
            for index in parameters.indices {
                state.velocities[index] *= momentum
                state.velocities[index] += gradients[index]
                state.parameters[index] -= state.velocities[index] * learningRate
            }
            return state
        }
    }
}

/// The loss and the gradient of what is taken for the logarithms of probabilities.
private func lossAndGradient(
    _ logProbabilities: Tensor<Double>, _ labels: [Int]
) -> LossAndGradient {
    let truth = Tensor<Double>.oneHot(labels, classes: logProbabilities.shape[1])
    return LossAndGradient(
        loss: -logProbabilities.picked(labels).mean().scalar,
        gradient: (logProbabilities.exponential() - truth) / Double(labels.count))
}

/// A step of each parameter by itself.
private func step(
    _ parameters: [Double], _ gradients: [Double], _ velocities: [Double],
    _ move: (_ p: Double, _ g: Double, _ v: Double) -> (Double, Double)
) -> MomentumState {
    let moved = parameters.indices.map { move(parameters[$0], gradients[$0], velocities[$0]) }
    return MomentumState(parameters: moved.map(\.0), velocities: moved.map(\.1))
}
