import Curriculum
import DeepTeaching
import Foundation
import Solutions

/// Wrong answers to lessons 2 and 3 as beginners write them, none of which the graders know by name.
enum FreshWrongGradients {
    /// Leaves the loop at the first operand that was seen: those behind it are never visited.
    static let breaksForContinue = BackpropagationCalls.topologicalOrder.answer(
        "breaks for continue"
    ) { operands, result in
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

    /// By the shortest way to an input, where the longest counts.
    static let shortestWay = BackpropagationCalls.topologicalOrder.answer("the shortest way") {
        operands, result in
        var known: [Int: Int] = [:]
        func depth(_ node: Int) -> Int {
            if let depth = known[node] { return depth }
            let depth = operands[node].isEmpty ? 0 : 1 + (operands[node].map(depth).min() ?? 0)
            known[node] = depth
            return depth
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

    /// Only the gradients of the inputs are returned.
    static let inputsOnly = BackpropagationCalls.backward.answer("inputs only") { nodes in
        let all = try BackpropagationSolution.backward(through: nodes)
        return zip(nodes, all).filter { $0.0.operation == .input }.map(\.1)
    }

    /// The sum of the rows of X for those of G.
    static let biasFromTheInput = BackpropagationCalls.denseGradients.answer(
        "the bias from the input"
    ) { input, weights, upstream in
        DenseGradients(
            input: upstream.matrixProduct(weights.transposed()),
            weights: input.transposed().matrixProduct(upstream), bias: input.sum(axes: [0]))
    }

    /// Whatever is not 0 passes.
    static let openUnlessZero = BackpropagationCalls.reluGradient.answer("open unless zero") {
        input, upstream in
        (input .!= 0) * upstream
    }

    /// The gradient as it came, in the shape of the sums.
    static let notSpread = BackpropagationCalls.sumGradient.answer("not spread") { upstream, _, _ in
        upstream
    }

    /// The row's number for its label.
    static let rowForLabel = BackpropagationCalls.softmaxCrossEntropy.answer(
        "the row for the label"
    ) { logits, labels in
        let rows = labels.indices.map { $0 % logits.shape[1] }
        return try BackpropagationSolution.softmaxCrossEntropy(logits: logits, labels: rows)
    }

    /// The momentum on the gradient too.
    static let momentumOnBoth = BackpropagationCalls.momentumStep.answer("momentum on both") {
        parameters, gradients, velocities, learningRate, momentum in
        let moved = zip(velocities, gradients).map { momentum * ($0 + $1) }
        return MomentumState(
            parameters: zip(parameters, moved).map { $0 - learningRate * $1 },
            velocities: moved)
    }

    /// The weights in reverse order.
    static let weightsBackwards = RegressionCalls.hypothesis.answer("weights backwards") {
        features, weights, bias in
        features.map { zip($0, weights.reversed()).reduce(bias) { $0 + $1.0 * $1.1 } }
    }

    /// The root of the mean squared error.
    static let rootOfTheMean = RegressionCalls.meanSquaredCost.answer("the root of the mean") {
        predictions, targets in
        let squares = zip(predictions, targets).reduce(0) { $0 + pow($1.0 - $1.1, 2) }
        return (squares / Double(targets.count)).squareRoot()
    }

    /// Divided by the number of features.
    static let dividedByFeatures = RegressionCalls.gradient.answer("divided by features") {
        features, predictions, targets in
        let count = Double(features[0].count)
        let errors = zip(predictions, targets).map { $0 - $1 }
        return LinearGradient(
            weights: features[0].indices.map { feature in
                zip(features, errors).reduce(0) { $0 + $1.0[feature] * $1.1 } / count
            }, bias: errors.reduce(0, +) / count)
    }

    /// x and y exchanged.
    static let pointsExchanged = RegressionCalls.gradientStep.answer("points exchanged") {
        x, y, line, learningRate in
        try RegressionSolution.gradientStep(x: y, y: x, line: line, learningRate: learningRate)
    }

    /// A yes or a no, and nothing between them.
    static let yesOrNo = RegressionCalls.sigmoid.answer("yes or no") { logits in
        logits.map { $0 > 0 ? 1 : 0 }
    }

    /// The corner without its bend: max(v, 0).
    static let cornerAlone = RegressionCalls.binaryCrossEntropy.answer("the corner alone") {
        logits, labels in
        let losses = zip(logits, labels).map { z, y in max(y == 1 ? -z : z, 0) }
        return losses.reduce(0, +) / Double(labels.count)
    }
}
