/// What was seen, and where: g = relu(relu(x A + a) B + b + relu(l C + c) D + d).
///
/// x `[batch, scales * size * size]` is the glimpse, l `[batch, 2]` its place, g `[batch, outputs]`.
///
/// Source: Mnih et al., Recurrent models of visual attention, 2014.
public struct GlimpseNetwork<Scalar: TensorScalar>: Parameterized, Sendable {
    /// A and a: what was seen.
    public var what: Dense<Scalar>

    /// C and c: where it was.
    public var place: Dense<Scalar>

    /// B and b.
    public var whatOutput: Dense<Scalar>

    /// D and d.
    public var placeOutput: Dense<Scalar>

    /// A network of given layers.
    public init(
        what: Dense<Scalar>, place: Dense<Scalar>, whatOutput: Dense<Scalar>,
        placeOutput: Dense<Scalar>
    ) {
        self.what = what
        self.place = place
        self.whatOutput = whatOutput
        self.placeOutput = placeOutput
    }

    /// A network of random weights.
    ///
    /// - Parameters:
    ///   - inputs: how many numbers a glimpse has.
    ///   - hidden: how many numbers stand for what was seen, and as many for where.
    ///   - outputs: how many stand for both.
    ///   - generator: where random numbers come from.
    public init(inputs: Int, hidden: Int, outputs: Int, using generator: inout SeededGenerator) {
        func dense(_ inputs: Int, _ outputs: Int, _ activation: Activation) -> Dense<Scalar> {
            Dense(
                inputs: inputs, outputs: outputs, activation: activation, initializer: .he,
                using: &generator)
        }
        self.init(
            what: dense(inputs, hidden, .relu), place: dense(2, hidden, .relu),
            whatOutput: dense(hidden, outputs, .identity),
            placeOutput: dense(hidden, outputs, .identity))
    }

    /// What the network makes of glimpses.
    ///
    /// - Parameters:
    ///   - glimpses: `[batch, scales * size * size]`.
    ///   - places: where they were taken, `[batch, 2]`.
    /// - Returns: `[batch, outputs]`.
    public func callAsFunction(
        _ glimpses: Tensor<Scalar>, at places: Tensor<Scalar>, in pass: Pass
    ) -> Variable<Scalar> {
        require(
            places.shape == [glimpses.shape.first ?? 0, 2],
            "places of shape \(places.shape) do not fit glimpses of shape \(glimpses.shape)")
        let seen = whatOutput(what(Variable(glimpses), in: pass), in: pass)
        let position = placeOutput(place(Variable(places), in: pass), in: pass)
        return (seen + position).relu()
    }

    /// Visits the four layers.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("what", &what)
        visitor("place", &place)
        visitor("whatOutput", &whatOutput)
        visitor("placeOutput", &placeOutput)
    }
}
