import DeepTeaching

/// The calls of Lesson 3's exercises.
public enum BackpropagationCalls {
    /// The order of a graph, in which each node has a list of operands.
    public static let topologicalOrder = Call("topologicalOrder(operands:result:)") {
        (contract: any BackpropagationContract.Type, operands: [[Int]], result: Int) in
        try contract.topologicalOrder(of: operands, from: result)
    }

    /// A walk through a graph whose nodes stand after their operands.
    public static let backward = Call("backward(nodes:)") {
        (contract: any BackpropagationContract.Type, nodes: [ScalarNode]) in
        try contract.backward(through: nodes)
    }

    /// A layer taken back: X, W and dL/dY.
    public static let denseGradients = Call("denseGradients(input:weights:upstream:)") {
        (
            contract: any BackpropagationContract.Type, input: Tensor<Double>,
            weights: Tensor<Double>, upstream: Tensor<Double>
        ) in
        try contract.denseGradients(input: input, weights: weights, upstream: upstream)
    }

    /// A ReLU taken back: X and dL/dY.
    public static let reluGradient = Call("reluGradient(input:upstream:)") {
        (
            contract: any BackpropagationContract.Type, input: Tensor<Double>,
            upstream: Tensor<Double>
        ) in
        try contract.reluGradient(input: input, upstream: upstream)
    }

    /// A sum taken back: dL/ds, with the shape of what was added up, and along which axis.
    public static let sumGradient = Call("sumGradient(upstream:shape:axis:)") {
        (
            contract: any BackpropagationContract.Type, upstream: Tensor<Double>, shape: [Int],
            axis: Int
        ) in
        try contract.sumGradient(upstream: upstream, shape: shape, axis: axis)
    }

    /// The loss of logits, `[batch, classes]`, with the true class of each row.
    public static let softmaxCrossEntropy = Call("softmaxCrossEntropy(logits:labels:)") {
        (contract: any BackpropagationContract.Type, logits: Tensor<Double>, labels: [Int]) in
        try contract.softmaxCrossEntropy(logits: logits, labels: labels)
    }

    /// Parameters and velocities after one step.
    public static let momentumStep = Call(
        "momentumStep(parameters:gradients:velocities:learningRate:momentum:)"
    ) {
        (
            contract: any BackpropagationContract.Type, parameters: [Double], gradients: [Double],
            velocities: [Double], learningRate: Double, momentum: Double
        ) in
        try contract.momentumStep(
            parameters: parameters, gradients: gradients, velocities: velocities,
            learningRate: learningRate, momentum: momentum)
    }
}
