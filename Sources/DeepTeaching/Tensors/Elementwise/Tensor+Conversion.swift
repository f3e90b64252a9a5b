extension Tensor<Float> {
    /// The same numbers in `Double`.
    public var inDouble: Tensor<Double> { Tensor<Double>(elements.map(Double.init), shape: shape) }
}
