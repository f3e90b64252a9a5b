import DeepTeaching

/// The calls of Lesson 1's exercises.
public enum TensorsCalls {
    /// The strides of a shape.
    public static let rowMajorStrides = Call("rowMajorStrides(shape:)") {
        (contract: any TensorsContract.Type, shape: [Int]) in
        try contract.rowMajorStrides(of: shape)
    }

    /// The shape to which two shapes are broadcast.
    public static let broadcastShape = Call("broadcastShape(a:b:)") {
        (contract: any TensorsContract.Type, a: [Int], b: [Int]) in
        try contract.broadcastShape(a, b)
    }

    /// A broadcast taken back.
    public static let unbroadcast = Call("unbroadcast(gradient:shape:)") {
        (contract: any TensorsContract.Type, gradient: Tensor<Double>, shape: [Int]) in
        try contract.unbroadcast(gradient, to: shape)
    }

    /// Shares along an axis.
    public static let softmax = Call("softmax(logits:axis:)") {
        (contract: any TensorsContract.Type, logits: Tensor<Double>, axis: Int) in
        try contract.softmax(of: logits, axis: axis)
    }

    /// The logarithm of a sum of exponentials.
    public static let logSumExp = Call("logSumExp(values:)") {
        (contract: any TensorsContract.Type, values: [Double]) in
        try contract.logSumExp(of: values)
    }

    /// Mean and deviation of each channel of images, axes [height, width, channel].
    public static let channelMeanAndDeviation = Call("channelMeanAndDeviation(images:)") {
        (contract: any TensorsContract.Type, images: [Tensor<Double>]) in
        try contract.channelMeanAndDeviation(of: images)
    }

    /// A matrix, axes [row, depth], times another, axes [depth, column].
    public static let matrixProduct = Call("matrixProduct(a:b:)") {
        (contract: any TensorsContract.Type, a: Tensor<Double>, b: Tensor<Double>) in
        try contract.matrixProduct(a, b)
    }
}
