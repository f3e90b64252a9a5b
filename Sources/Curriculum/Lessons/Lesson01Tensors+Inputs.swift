import DeepTeaching

/// The arguments of `rowMajorStrides`.
public struct RowMajorStridesInputs: ExerciseInputs {
    /// The length of each axis.
    public var shape: [Int]

    /// A shape.
    public init(shape: [Int]) { self.shape = shape }

    /// Calls `rowMajorStrides`.
    public func observe(_ contract: any TensorsContract.Type) throws -> [Int] {
        try contract.rowMajorStrides(of: shape)
    }
}

/// The arguments of `broadcastShape`.
public struct BroadcastShapeInputs: ExerciseInputs {
    /// The one shape.
    public var a: [Int]

    /// The other.
    public var b: [Int]

    /// Two shapes.
    public init(a: [Int], b: [Int]) {
        self.a = a
        self.b = b
    }

    /// Calls `broadcastShape`.
    public func observe(_ contract: any TensorsContract.Type) throws -> [Int]? {
        try contract.broadcastShape(a, b)
    }
}

/// The arguments of `unbroadcast`.
public struct UnbroadcastInputs: ExerciseInputs {
    /// The gradient after the broadcast.
    public var gradient: Tensor<Double>

    /// The shape before the broadcast.
    public var shape: [Int]

    /// A gradient, and the shape that was broadcast to its shape.
    public init(gradient: Tensor<Double>, shape: [Int]) {
        self.gradient = gradient
        self.shape = shape
    }

    /// Calls `unbroadcast`.
    public func observe(_ contract: any TensorsContract.Type) throws -> Tensor<Double> {
        try contract.unbroadcast(gradient, to: shape)
    }
}

/// The arguments of `softmax`.
public struct SoftmaxInputs: ExerciseInputs {
    /// Any numbers.
    public var logits: Tensor<Double>

    /// The axis along which the shares add up to 1.
    public var axis: Int

    /// Numbers and an axis.
    public init(logits: Tensor<Double>, axis: Int) {
        self.logits = logits
        self.axis = axis
    }

    /// Calls `softmax`.
    public func observe(_ contract: any TensorsContract.Type) throws -> Tensor<Double> {
        try contract.softmax(of: logits, axis: axis)
    }
}

/// The arguments of `logSumExp`.
public struct LogSumExpInputs: ExerciseInputs {
    /// Any numbers.
    public var values: [Double]

    /// Numbers.
    public init(values: [Double]) { self.values = values }

    /// Calls `logSumExp`.
    public func observe(_ contract: any TensorsContract.Type) throws -> Double {
        try contract.logSumExp(of: values)
    }
}

/// The arguments of `channelMeanAndDeviation`.
public struct ChannelMeanAndDeviationInputs: ExerciseInputs {
    /// Images of any size, axes [height, width, channel].
    public var images: [Tensor<Double>]

    /// Images.
    public init(images: [Tensor<Double>]) { self.images = images }

    /// Calls `channelMeanAndDeviation`.
    public func observe(_ contract: any TensorsContract.Type) throws -> ChannelStatistics {
        try contract.channelMeanAndDeviation(of: images)
    }
}

/// The arguments of `matrixProduct`.
public struct MatrixProductInputs: ExerciseInputs {
    /// The left matrix, axes [row, depth].
    public var a: Tensor<Double>

    /// The right matrix, axes [depth, column].
    public var b: Tensor<Double>

    /// Two matrices.
    public init(a: Tensor<Double>, b: Tensor<Double>) {
        self.a = a
        self.b = b
    }

    /// Calls `matrixProduct`.
    public func observe(_ contract: any TensorsContract.Type) throws -> Tensor<Double> {
        try contract.matrixProduct(a, b)
    }
}
