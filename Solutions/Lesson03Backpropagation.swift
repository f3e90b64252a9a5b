import Curriculum
import DeepTeaching
import Foundation

/// Lesson 3, Backpropagation: how does a network learn by itself?
///
/// The way of the data: you put a computation in order (`topologicalOrder`) and walk back from its
/// result (`backward`); then you do for whole matrices what you did for single numbers
/// (`denseGradients`, `reluGradient`, `sumGradient`); a loss says how wrong a network is and where
/// the walk begins (`softmaxCrossEntropy`); at its end each number makes a step (`momentumStep`).
/// Each function stands on its own: none needs another.
///
/// You may use all of `Tensor`: `Tensor(elements, shape:)`, `Tensor(rows:)` and `.zeros(shape)`
/// make one, `t.shape`, `t.elements` and `t[row, column]` read one. `exp` and `log` come from
/// Foundation, which this file imports. Do not use the library's `Variable`, which finds gradients
/// by itself, nor its `GradientDescent`, which makes the step.
public enum BackpropagationSolution: BackpropagationContract {
    /// The nodes of a graph that a result was computed from, each after all of its operands.
    ///
    /// Node i was computed from the nodes operands[i]; an input has no operands. The numbers of the
    /// nodes say nothing about their order. A topological order is a list in which every arrow
    /// points from left to right:
    ///
    ///     position(operand) < position(node)   for every operand of every node
    ///
    /// It begins with an input and ends with the result. Each node that the result depends on
    /// stands in it once; other nodes do not. There may be several such orders: any of them is
    /// right.
    ///
    /// Example: node 0 was computed from nodes 2 and 1, node 2 from 1 and 3; no node uses node 4.
    ///
    ///     try topologicalOrder(of: [[2, 1], [], [1, 3], [], [1]], from: 0)  // [1, 3, 2, 0]
    ///
    /// Hint: when may you write a node down: when you come to it, or when everything that it was
    /// computed from stands there already? A function inside your function may call itself.
    ///
    /// - Parameters:
    ///   - operands: for each node the indices of the nodes that it was computed from. No node
    ///     depends on itself; no chain is longer than a thousand nodes.
    ///   - result: the index of the result.
    /// - Returns: indices of nodes.
    public static func topologicalOrder(
        of operands: [[Int]], from result: Int
    ) throws -> [Int] {
        // BEGIN SOLUTION
        var order: [Int] = []
        var isSeen = [Bool](repeating: false, count: operands.count)
        func visit(_ node: Int) {
            if isSeen[node] { return }
            isSeen[node] = true
            for operand in operands[node] { visit(operand) }
            order.append(node)
        }
        visit(result)
        return order
        // END SOLUTION
    }

    /// How the last node of a graph changes with each node.
    ///
    /// The last node is the result y. Its gradient with respect to itself is 1. Every other node x
    /// collects a share from each node z that was computed from it (the chain rule):
    ///
    ///     dy/dx = sum over z of dy/dz * dz/dx
    ///
    /// The slopes dz/dx of the operations are
    ///
    ///     sum                z = x0 + x1      dz/dx0 = 1         dz/dx1 = 1
    ///     difference         z = x0 - x1      dz/dx0 = 1         dz/dx1 = -1
    ///     product            z = x0 * x1      dz/dx0 = x1        dz/dx1 = x0
    ///     relu               z = max(x0, 0)   dz/dx0 = 1 where x0 > 0, else 0
    ///     hyperbolicTangent  z = tanh(x0)     dz/dx0 = 1 - z * z
    ///
    /// Example: y = a * a + b with a = 3 and b = 4. Here a is used twice:
    ///
    ///     try backward(through: [
    ///         ScalarNode(.input, value: 3), ScalarNode(.input, value: 4),
    ///         ScalarNode(.product, of: [0, 0], value: 9),
    ///         ScalarNode(.sum, of: [2, 1], value: 13),
    ///     ])  // [6, 1, 1, 1]
    ///
    /// A node's parts are `operation`, `operands` (the indices of nodes before it) and `value`.
    ///
    /// Hint: when you come to a node, which nodes must have given it their share before?
    ///
    /// - Parameter nodes: a topological order: each node stands after its operands. There is at
    ///   least one.
    /// - Returns: dy/dx for each node, in the order of the nodes; 0 for a node that y does not
    ///   depend on.
    public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
        // BEGIN SOLUTION
        var gradients = [Double](repeating: 0, count: nodes.count)
        gradients[nodes.count - 1] = 1
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            let x = node.operands.map { nodes[$0].value }
            let slopes: [Double] =
                switch node.operation {
                case .input: []
                case .sum: [1, 1]
                case .difference: [1, -1]
                case .product: [x[1], x[0]]
                case .relu: [x[0] > 0 ? 1 : 0]
                case .hyperbolicTangent: [1 - node.value * node.value]
                }
            for (operand, slope) in zip(node.operands, slopes) {
                gradients[operand] += gradients[index] * slope
            }
        }
        return gradients
        // END SOLUTION
    }

    /// The gradients of a layer Y = X W + b.
    ///
    /// A row of X is one sample. The bias b is added to each row. With G = dL/dY, which comes back
    /// from the layers above, the chain rule for all numbers at once is
    ///
    ///     dL/dX = G W^T
    ///     dL/dW = X^T G
    ///     dL/db = sum of the rows of G
    ///
    /// where ^T exchanges rows and columns. Each gradient has the shape of what it belongs to.
    /// `Tensor` has `matrixProduct(_:)`, `transposed()` and `sum(axes:)`.
    ///
    /// Result: `DenseGradients(input:weights:bias:)`, three tensors.
    ///
    /// Example: two samples of one number, one output.
    ///
    ///     let gradients = try denseGradients(
    ///         input: Tensor(rows: [[2], [3]]), weights: Tensor(rows: [[10]]),
    ///         upstream: Tensor(rows: [[1], [-1]]))
    ///     // input: [[10], [-10]], weights: [[-1]], bias: [0]
    ///
    /// Hint: write the shape of each factor beside it. Which product gives the shape of W?
    ///
    /// - Parameters:
    ///   - input: X, `[batch, inputs]`.
    ///   - weights: W, `[inputs, outputs]`.
    ///   - upstream: G, `[batch, outputs]`.
    /// - Returns: the gradients with respect to X `[batch, inputs]`, W `[inputs, outputs]` and b
    ///   `[outputs]`.
    public static func denseGradients(
        input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> DenseGradients {
        // BEGIN SOLUTION
        DenseGradients(
            input: upstream.matrixProduct(weights.transposed()),
            weights: input.transposed().matrixProduct(upstream),
            bias: upstream.sum(axes: [0]))
        // END SOLUTION
    }

    /// The gradient of Y = max(X, 0) with respect to X.
    ///
    /// Where an element of X is above 0 it passes unchanged, and so does the gradient G = dL/dY.
    /// Elsewhere Y is 0, however X moves, and no gradient passes. At 0 itself there is no slope; by
    /// convention nothing passes.
    ///
    ///     dL/dx = g  where x > 0,  else 0
    ///
    /// Example:
    ///
    ///     try reluGradient(
    ///         input: Tensor([-2, 0, 3], shape: [3]), upstream: Tensor([7, 8, -9], shape: [3]))
    ///     // [0, 0, -9]
    ///
    /// Hint: which of the two tensors decides, and which one passes?
    ///
    /// - Parameters:
    ///   - input: X, of any shape.
    ///   - upstream: G, of the same shape.
    /// - Returns: dL/dX, of the same shape.
    public static func reluGradient(
        input: Tensor<Double>, upstream: Tensor<Double>
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let passed = zip(input.elements, upstream.elements).map { x, g in x > 0 ? g : 0 }
        return Tensor(passed, shape: input.shape)
        // END SOLUTION
    }

    /// The gradient of a sum along one axis of a matrix with respect to the matrix.
    ///
    /// Along axis 0 each column is added up, s[j] = sum over i of X[i, j]; along axis 1 each row,
    /// s[i] = sum over j of X[i, j]. If an element of X grows by 1, its sum grows by 1, so
    ///
    ///     axis 0:  dL/dX[i, j] = g[j]
    ///     axis 1:  dL/dX[i, j] = g[i]
    ///
    /// with g = dL/ds, one number for each sum. The numbers in X do not matter.
    ///
    /// Example: the two columns of a matrix of three rows were added up.
    ///
    ///     try sumGradient(upstream: Tensor([5, 6], shape: [2]), shape: [3, 2], axis: 0)
    ///     // [[5, 6], [5, 6], [5, 6]]
    ///
    /// Hint: to which sum does the element in row i and column j belong?
    ///
    /// - Parameters:
    ///   - upstream: g, `[columns]` for axis 0, `[rows]` for axis 1.
    ///   - shape: the shape of X, `[rows, columns]`.
    ///   - axis: the axis along which X was added up, 0 or 1.
    /// - Returns: dL/dX, of this shape.
    public static func sumGradient(
        upstream: Tensor<Double>, shape: [Int], axis: Int
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        var gradient = Tensor<Double>.zeros(shape)
        for row in 0..<shape[0] {
            for column in 0..<shape[1] {
                gradient[row, column] = upstream[axis == 0 ? column : row]
            }
        }
        return gradient
        // END SOLUTION
    }

    /// The mean cross-entropy of a batch, and its gradient with respect to the logits.
    ///
    /// The softmax turns a row of logits z into probabilities p. The loss of the row is the
    /// negative logarithm of the probability of its true class y; the loss of the batch is the mean
    /// over its N rows:
    ///
    ///     p[k] = exp(z[k]) / sum over j of exp(z[j])
    ///     L = -1/N * sum over rows of log p[y]
    ///     dL/dz[k] = (p[k] - (1 if k is y, else 0)) / N
    ///
    /// The gradient is what the network said, less what it should have said. Mind large logits:
    /// exp(1000) is infinite. Subtract the largest logit of the row first, which changes no
    /// probability, and compute log p[y] as z[y] - log(sum over j of exp(z[j])), not as the
    /// logarithm of a p that may have become 0. You may also use `logits.logSoftmax()` of Lesson 1.
    ///
    /// Result: `LossAndGradient(loss:gradient:)`.
    ///
    /// Example: two classes, equally likely; class 1 is true.
    ///
    ///     try softmaxCrossEntropy(logits: Tensor(rows: [[3, 3]]), labels: [1])
    ///     // loss: 0.693 = log 2, gradient: [[0.5, -0.5]]
    ///
    /// Hint: what does the gradient of a row add up to, and why?
    ///
    /// - Parameters:
    ///   - logits: z, `[batch, classes]`.
    ///   - labels: y for each row, from 0 to classes - 1.
    /// - Returns: L, and dL/dz `[batch, classes]`.
    public static func softmaxCrossEntropy(
        logits: Tensor<Double>, labels: [Int]
    ) throws -> LossAndGradient {
        // BEGIN SOLUTION
        let logProbabilities = logits.logSoftmax()
        let count = Double(labels.count)
        var loss = 0.0
        var gradient = logProbabilities.exponential()
        for (row, label) in labels.enumerated() {
            loss -= logProbabilities[row, label] / count
            gradient[row, label] -= 1
        }
        return LossAndGradient(loss: loss, gradient: gradient / count)
        // END SOLUTION
    }

    /// One step of gradient descent with momentum.
    ///
    /// A ball rolls downhill: it keeps the share m of its velocity v, and the gradient g is added.
    /// Then the parameter p moves against the new velocity:
    ///
    ///     v = m * v + g
    ///     p = p - learningRate * v
    ///
    /// Result: `MomentumState(parameters:velocities:)`, two lists as long as those that go in.
    ///
    /// Example: a parameter of 1 with a velocity of 10 from the steps before.
    ///
    ///     try momentumStep(
    ///         parameters: [1], gradients: [2], velocities: [10], learningRate: 0.1,
    ///         momentum: 0.9)
    ///     // velocities: [0.9 * 10 + 2] = [11], parameters: [1 - 0.1 * 11] = [-0.1]
    ///
    /// Hint: which velocity moves the parameter: the one before the step, or the new one?
    ///
    /// - Parameters:
    ///   - parameters: p, any number of them.
    ///   - gradients: g, one for each parameter.
    ///   - velocities: v, one for each parameter.
    ///   - learningRate: how far a step goes.
    ///   - momentum: m, from 0 up to but not including 1.
    /// - Returns: the new parameters and velocities.
    public static func momentumStep(
        parameters: [Double], gradients: [Double], velocities: [Double], learningRate: Double,
        momentum: Double
    ) throws -> MomentumState {
        // BEGIN SOLUTION
        let velocities = zip(velocities, gradients).map { v, g in momentum * v + g }
        let parameters = zip(parameters, velocities).map { p, v in p - learningRate * v }
        return MomentumState(parameters: parameters, velocities: velocities)
        // END SOLUTION
    }
}
