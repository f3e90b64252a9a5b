import DeepTeaching

/// The functions to write in Lesson 1: how numbers become tensors, and what is done with them.
public protocol TensorsContract: Sendable {
    /// How many places in the memory lie between two neighbours along each axis.
    static func rowMajorStrides(of shape: [Int]) throws -> [Int]

    /// The shape to which two shapes are broadcast; nil if they do not fit.
    static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]?

    /// The gradient of a tensor before it was broadcast, from the gradient after.
    static func unbroadcast(_ gradient: Tensor<Double>, to shape: [Int]) throws -> Tensor<Double>

    /// Shares between 0 and 1 that add up to 1 along an axis.
    static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double>

    /// The logarithm of the sum of the exponentials of some numbers.
    static func logSumExp(of values: [Double]) throws -> Double

    /// Mean and standard deviation of each colour channel over the pixels of all images.
    static func channelMeanAndDeviation(of images: [Tensor<Double>]) throws -> ChannelStatistics

    /// The product of two matrices.
    static func matrixProduct(_ a: Tensor<Double>, _ b: Tensor<Double>) throws -> Tensor<Double>
}

/// Mean and standard deviation of each channel.
public struct ChannelStatistics: Codable, Sendable, Hashable {
    /// The mean of each channel.
    public var mean: [Double]

    /// The standard deviation of each channel.
    public var deviation: [Double]

    /// One mean and one deviation for each channel.
    public init(mean: [Double], deviation: [Double]) {
        self.mean = mean
        self.deviation = deviation
    }
}

extension LessonOutline {
    /// Lesson 1: how do numbers become images and batches?
    public static let tensors = LessonOutline(
        name: "Lesson01Tensors",
        question: "How do numbers become images and batches?",
        exercises: [
            Exercise(
                "rowMajorStrides", title: "Find where a number lies in the memory",
                checks: ["strides": 7, "lengths of one": 3],
                step: "Where a number lies",
                documentation: "Tensor; Tensor.subscript(_:)"),
            Exercise(
                "broadcastShape", title: "Find the common shape of two shapes",
                checks: ["aligned at the last axis": 6, "stretched": 5, "do not fit": 5],
                step: "Shapes that stretch",
                documentation: "broadcastShape(_:_:)", librarysOwn: [".broadcastShape"]),
            Exercise(
                "unbroadcast", title: "Take a broadcast back",
                checks: ["new axes": 6, "stretched axes": 7, "unchanged": 3],
                step: "And back again",
                documentation: "Tensor.sum(axes:keepingAxes:)"),
            Exercise(
                "softmax", title: "Turn any numbers into shares",
                checks: ["shares": 6, "axis": 5, "large numbers": 5],
                step: "From scores to shares",
                documentation: "Tensor.softmax(axis:)",
                librarysOwn: [".softmax", ".logSoftmax"]),
            Exercise(
                "logSumExp", title: "Add exponentials that are too large to exist",
                checks: ["sum": 4, "large numbers": 5, "nothing at all": 3],
                step: "From scores to shares",
                documentation: "Tensor.logSumExp(axes:keepingAxes:)",
                librarysOwn: [".logSumExp"]),
            Exercise(
                "channelMeanAndDeviation", title: "Measure the channels of many images",
                checks: ["mean": 6, "deviation": 6, "far from zero": 4],
                step: "The same scale for all",
                documentation: "Tensor.mean(axes:keepingAxes:); Tensor.variance",
                librarysOwn: [".variance"]),
            Exercise(
                "matrixProduct", title: "Multiply two matrices",
                checks: ["square": 5, "any sides": 6, "nothing to add": 3],
                step: "The product of two matrices",
                documentation: "Tensor.matrixProduct", librarysOwn: [".matrixProduct"]),
        ])
}

/// The contract of Lesson 1 with the calls of its exercises.
public let tensorsContract = LessonContract<any TensorsContract.Type>(
    .tensors,
    calls: [
        TensorsCalls.rowMajorStrides.listed, TensorsCalls.broadcastShape.listed,
        TensorsCalls.unbroadcast.listed, TensorsCalls.softmax.listed,
        TensorsCalls.logSumExp.listed, TensorsCalls.channelMeanAndDeviation.listed,
        TensorsCalls.matrixProduct.listed,
    ])
