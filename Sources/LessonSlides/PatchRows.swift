import DeepTeaching

/// Mean and standard deviation of the numbers of the training patches; all other numbers are measured by
/// them.
public struct InputScale: Sendable, Equatable {
    /// What becomes 0.
    public let mean: Float

    /// What becomes a distance of 1.
    public let standardDeviation: Float

    /// Numbers stay as they are.
    public static let none = InputScale(mean: 0, standardDeviation: 1)

    /// A scale that is known.
    public init(mean: Float, standardDeviation: Float) {
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    /// One mean and one standard deviation over all numbers of a batch, of any shape.
    public init(of numbers: Tensor<Float>) {
        self.init(
            mean: numbers.mean().scalar,
            standardDeviation: numbers.variance(axes: Array(0..<numbers.rank)).squareRoot().scalar)
    }

    /// Numbers on this scale.
    public func callAsFunction(_ numbers: Variable<Float>) -> Variable<Float> {
        (numbers - mean) / standardDeviation
    }

    /// Numbers on this scale.
    public func callAsFunction(_ numbers: Tensor<Float>) -> Tensor<Float> {
        (numbers - mean) / standardDeviation
    }
}

/// How a dense network makes rows of patches: squares of pixels become their mean, the numbers
/// are put on one scale and written one after the other.
///
/// ```swift
/// // Patches of 64 x 64 pixels, as the network of Lesson 9 sees them: 16 x 16.
/// let rows = PatchRows(pooling: 4, scale: InputScale(of: trainingPatches))
/// ```
public struct PatchRows: Sendable, Equatable {
    /// The side of the squares of pixels of which one is made.
    public let pooling: Int

    /// The scale of the numbers.
    public let scale: InputScale

    /// Patches as they are, unless something else is said.
    public init(pooling: Int = 1, scale: InputScale = .none) {
        self.pooling = pooling
        self.scale = scale
    }

    /// Axes [batch, inputs], of pictures or of what are rows already.
    public func callAsFunction(_ patches: Variable<Float>) -> Variable<Float> {
        let pooled = pooling > 1 ? patches.averagePooled(size: pooling) : patches
        let rows = pooled.shape.count > 2 ? pooled.flattened() : pooled
        return scale == .none ? rows : scale(rows)
    }
}
