/// What soft attention looks at: a vector of features for each place of a picture, in any order of the
/// places, and which places count.
public struct AnnotationGrid<Scalar: TensorScalar>: Sendable {
    /// a: `[batch, place, features]`.
    public let annotations: Variable<Scalar>

    /// 1 for a place that counts and 0 for background, `[batch, place]`; nil if all count.
    public let mask: Tensor<Scalar>?

    /// Places and which of them count.
    ///
    /// - Parameters:
    ///   - annotations: a, `[batch, place, features]`; a map `[batch, height, width, features]` takes this
    ///     shape by `reshaped([batch, -1, features])`.
    ///   - mask: 1 for a place that counts and 0 for background, `[batch, place]`; nil if all count.
    /// - Throws: ``AttentionError/allBackground(slide:places:)`` if no place of an item counts.
    public init(_ annotations: Variable<Scalar>, where mask: Tensor<Scalar>? = nil)
        throws(AttentionError)
    {
        let shape = annotations.shape
        require(
            shape.count == 3,
            """
            annotations are [batch, place, features], not of shape \(shape): a map of features is \
            reshaped to it
            """)
        if shape[0] > 0, shape[1] == 0 { throw .allBackground(slide: 0, places: 0) }
        if let mask {
            require(
                mask.shape == Array(shape[..<2]),
                """
                a mask of shape \(mask.shape) does not fit annotations of shape \(shape): it must be \
                \(Array(shape[..<2]))
                """)
            require(
                mask.elements.allSatisfy { $0 == 0 || $0 == 1 },
                "a mask says 1 for a place that counts and 0 for background, and nothing else")
            let counts = mask.sum(axes: [1]).elements
            if let item = counts.firstIndex(of: 0) {
                throw .allBackground(slide: item, places: shape[1])
            }
        }
        self.annotations = annotations
        self.mask = mask
    }

    /// The mean annotation of the places that count, `[batch, features]`.
    public var mean: Variable<Scalar> {
        guard let mask else { return annotations.mean(axes: [1]) }
        let shares = mask / mask.sum(axes: [1], keepingAxes: true)
        return sum(weightedBy: Variable(shares))
    }

    /// sum over i of w_i a_i for weights w `[batch, place]`: `[batch, features]`.
    public func sum(weightedBy weights: Variable<Scalar>) -> Variable<Scalar> {
        // [batch, 1, place] times [batch, place, features].
        weights.insertingAxis(at: 1).matrixProduct(annotations).removingAxis(1)
    }
}
