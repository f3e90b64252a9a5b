/// The places of slides that were drawn, and how much each must be corrected for having been drawn.
public struct SampledPlaces: Sendable, Equatable {
    /// The places of each slide in the order in which they were drawn: `[slide][draw]`.
    public let places: [[Int]]

    /// c: what a_q f_q is multiplied with, `[slide][draw]`.
    public let corrections: [[Double]]

    /// How many places each slide has.
    public let placeCount: Int

    /// z = sum over draws j of c_j a_(q_j) f_(q_j), which is right on average:
    /// E z = sum over k of a_k f_k.
    ///
    /// So is its gradient, if the corrections stay constants, as they do here:
    /// E dz = sum over k of (da_k f_k + a_k df_k). This holds for z and whatever is a linear function of
    /// it. A loss bends: the mean of losses is not the loss of the mean, and the less so the more places
    /// are drawn.
    ///
    /// - Parameters:
    ///   - features: f of the drawn places, `[slide, draw, feature]`.
    ///   - attention: a, from which they were drawn, `[slide, place]`.
    /// - Returns: z, `[slide, feature]`.
    public func estimate<Scalar>(
        features: Variable<Scalar>, attention: Variable<Scalar>
    ) -> Variable<Scalar> {
        let (slides, draws) = (places.count, places.first?.count ?? 0)
        require(
            features.shape.count == 3 && Array(features.shape.prefix(2)) == [slides, draws],
            "features of shape \(features.shape) do not fit \(draws) draws from each of \(slides) "
                + "slides: they are [slide, draw, feature]")
        require(
            attention.shape == [slides, placeCount],
            "attention of shape \(attention.shape) is not that from which places were drawn: "
                + "[\(slides), \(placeCount)]")
        let indices = places.enumerated().flatMap { slide, row in
            row.map { slide * placeCount + $0 }
        }
        let numbers = corrections.flatMap { $0.map { Scalar($0) } }
        // [slide, draw, 1]
        let weights =
            (attention.reshaped([-1]).gathered(indices)
            * Variable(Tensor(numbers, shape: [indices.count])))
            .reshaped([slides, draws, 1])
        return (features * weights).sum(axes: [1])
    }
}
