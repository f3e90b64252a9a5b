import Curriculum
import DeepTeaching
import Foundation
import Mutants

/// Wrong answers to lessons 2 and 3 as beginners write them, none of which the graders know by name.
enum FreshWrongGradients {
    /// Leaves the loop at the first operand that was seen: those behind it are never visited.
    enum BreaksForContinue: BackpropagationMutant {
        static func topologicalOrder(of operands: [[Int]], from result: Int) throws -> [Int] {
            var order: [Int] = []
            var seen: Set<Int> = []
            func visit(_ node: Int) {
                seen.insert(node)
                for operand in operands[node] {
                    if seen.contains(operand) { break }
                    visit(operand)
                }
                order.append(node)
            }
            visit(result)
            return order
        }
    }

    /// By the shortest way to an input, where the longest counts.
    enum ShortestWay: BackpropagationMutant {
        static func topologicalOrder(of operands: [[Int]], from result: Int) throws -> [Int] {
            func depth(_ node: Int) -> Int {
                operands[node].isEmpty ? 0 : 1 + (operands[node].map(depth).min() ?? 0)
            }
            var needed: Set<Int> = [result]
            var waiting = [result]
            while let node = waiting.popLast() {
                for operand in operands[node] where needed.insert(operand).inserted {
                    waiting.append(operand)
                }
            }
            let others = needed.subtracting([result]).sorted { (depth($0), $0) < (depth($1), $1) }
            return others + [result]
        }
    }

    /// Only the gradients of the inputs are returned.
    enum InputsOnly: BackpropagationMutant {
        static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            let all = try Mutants.BackpropagationAlternatives.AskingThoseWhoUse
                .backward(through: nodes)
            return zip(nodes, all).filter { $0.0.operation == .input }.map(\.1)
        }
    }

    /// The sum of the rows of X for those of G.
    enum BiasFromTheInput: BackpropagationMutant {
        static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            DenseGradients(
                input: upstream.matrixProduct(weights.transposed()),
                weights: input.transposed().matrixProduct(upstream), bias: input.sum(axes: [0]))
        }
    }

    /// Whatever is not 0 passes.
    enum OpenUnlessZero: BackpropagationMutant {
        static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            (input .!= 0) * upstream
        }
    }

    /// The gradient as it came, in the shape of the sums.
    enum NotSpread: BackpropagationMutant {
        static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            upstream
        }
    }

    /// The row's number for its label.
    enum RowForLabel: BackpropagationMutant {
        static func softmaxCrossEntropy(
            logits: Tensor<Double>, labels: [Int]
        ) throws -> LossAndGradient {
            let rows = labels.indices.map { $0 % logits.shape[1] }
            return try BackpropagationAlternatives.RowByRow.softmaxCrossEntropy(
                logits: logits, labels: rows)
        }
    }

    /// The momentum on the gradient too.
    enum MomentumOnBoth: BackpropagationMutant {
        static func momentumStep(
            parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
            momentum: Double
        ) throws -> MomentumState {
            let moved = zip(velocities, gradients).map { momentum * ($0 + $1) }
            return MomentumState(
                parameters: zip(parameters, moved).map { $0 - learningRate * $1 },
                velocities: moved)
        }
    }

    /// The weights in reverse order.
    enum WeightsBackwards: RegressionMutant {
        static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            features.map { zip($0, weights.reversed()).reduce(bias) { $0 + $1.0 * $1.1 } }
        }
    }

    /// The root of the mean squared error.
    enum RootOfTheMean: RegressionMutant {
        static func meanSquaredCost(predictions: [Double], targets: [Double]) throws -> Double {
            let squares = zip(predictions, targets).reduce(0) { $0 + pow($1.0 - $1.1, 2) }
            return (squares / Double(targets.count)).squareRoot()
        }
    }

    /// Divided by the number of features.
    enum DividedByFeatures: RegressionMutant {
        static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            let count = Double(features[0].count)
            let errors = zip(predictions, targets).map { $0 - $1 }
            return LinearGradient(
                weights: features[0].indices.map { feature in
                    zip(features, errors).reduce(0) { $0 + $1.0[feature] * $1.1 } / count
                }, bias: errors.reduce(0, +) / count)
        }
    }

    /// x and y exchanged.
    enum PointsExchanged: RegressionMutant {
        static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            try RegressionAlternatives.StepByMeans.gradientStep(
                x: y, y: x, line: line, learningRate: learningRate)
        }
    }

    /// A yes or a no, and nothing between them.
    enum YesOrNo: RegressionMutant {
        static func sigmoid(logits: [Double]) throws -> [Double] { logits.map { $0 > 0 ? 1 : 0 } }
    }

    /// The corner without its bend: max(v, 0).
    enum CornerAlone: RegressionMutant {
        static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
            zip(logits, labels).reduce(0) { $0 + max($1.1 == 1 ? -$1.0 : $1.0, 0) }
                / Double(labels.count)
        }
    }
}
