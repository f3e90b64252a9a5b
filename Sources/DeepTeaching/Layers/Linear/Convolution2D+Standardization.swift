extension Convolution2D {
    /// Makes the layer begin as if its input had mean 0 and standard deviation 1 in all channels.
    ///
    /// The weights w and the bias b become
    ///
    ///     w' = w / s        b'_o = b_o - m sum w'_o
    ///
    /// so that on inputs of mean m and standard deviation s the layer gives what it would have given on
    /// (x - m) / s, but for the border, where the padding is 0 and not m. Pixels are all above 0 and
    /// much alike: a network that starts on them as they are may stay at its first guess for hundreds
    /// of steps, or for ever.
    ///
    /// Source: LeCun, Bottou, Orr and Mueller, Efficient BackProp, 1998.
    public mutating func standardizeInput(mean: Double, standardDeviation deviation: Double) {
        require(
            deviation > 0 && deviation.isFinite && mean.isFinite,
            "an input of mean \(mean) and deviation \(deviation) cannot be standardised")
        require(
            groups == 1,
            "the inputs of \(groups) groups of channels cannot be standardised together")
        let shape = weights.value.shape
        let outputs = shape[shape.count - 1]
        let scaled = weights.value.elements.map { $0 / Scalar(deviation) }
        var shifted = bias.value.elements
        for (index, weight) in scaled.enumerated() {
            shifted[index % outputs] -= Scalar(mean) * weight
        }
        weights = Variable(Tensor(scaled, shape: shape))
        bias = Variable(Tensor(shifted, shape: bias.value.shape))
    }
}
