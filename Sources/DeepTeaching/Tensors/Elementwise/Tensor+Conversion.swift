extension Tensor {
    /// The same numbers in the other precision. From `Double` to `Float` each is rounded to the nearest,
    /// and what is too large becomes infinite.
    ///
    ///     let fast = Tensor<Float>(exact)
    public init<Other>(_ other: Tensor<Other>) {
        self.init(other.elements.map { Scalar($0) }, shape: other.shape)
    }
}

extension Tensor<Float> {
    /// The same numbers in `Double`.
    public var inDouble: Tensor<Double> { Tensor<Double>(self) }
}
