/// The patches of one slide as another program's network has described them: a bag of instances.
///
/// Nothing is known of an instance but its features and its place: one label belongs to the whole
/// bag. Bags of slides differ in length.
public struct FeatureBag: Sendable, Equatable {
    /// One row of features for each instance: `[instance, feature]`.
    public let features: Tensor<Float>

    /// Where each instance lies, x and y in the pixels of level 0 if the extractor says nothing else:
    /// `[instance, 2]`; nil if nobody has kept it.
    public let coordinates: Tensor<Float>?

    /// A bag of instances.
    ///
    /// Axes of length 1 before the two that are needed are dropped: some extractors write them.
    ///
    /// - Parameters:
    ///   - features: `[instance, feature]`, or `[1, instance, feature]`.
    ///   - coordinates: `[instance, 2]`, or `[1, instance, 2]`.
    /// - Throws: ``AttentionError`` if there is no instance or no feature, if the lengths disagree, or
    ///   if a number is infinite or none.
    public init(features: Tensor<Float>, coordinates: Tensor<Float>? = nil) throws {
        let features = try features.rowsOfBag("features", expected: "[instance, feature]")
        guard features.shape[0] > 0 else { throw AttentionError.noInstances }
        guard features.shape[1] > 0 else {
            throw AttentionError.wrongShape(
                name: "features", expected: "[instance, feature]", found: features.shape)
        }
        let places = try coordinates?.rowsOfBag("coordinates", expected: "[instance, 2]")
        if let places {
            guard places.shape[1] == 2 else {
                throw AttentionError.wrongShape(
                    name: "coordinates", expected: "[instance, 2]", found: places.shape)
            }
            guard places.shape[0] == features.shape[0] else {
                throw AttentionError.lengthsDisagree(
                    features: features.shape[0], coordinates: places.shape[0])
            }
        }
        try features.requireUsableRows("features")
        try places?.requireUsableRows("coordinates")
        self.features = features
        self.coordinates = places
    }

    /// The number of instances.
    public var count: Int { features.shape[0] }

    /// The number of features of each instance.
    public var featureCount: Int { features.shape[1] }
}

extension Tensor where Scalar == Float {
    /// The tensor as a matrix, without axes of length 1 before its last two.
    fileprivate func rowsOfBag(_ name: String, expected: String) throws -> Tensor {
        guard rank >= 2, shape.dropLast(2).allSatisfy({ $0 == 1 }) else {
            throw AttentionError.wrongShape(name: name, expected: expected, found: shape)
        }
        return reshaped(shape.suffix(2))
    }

    /// Refuses a matrix with a number with which nothing can be computed.
    fileprivate func requireUsableRows(_ name: String) throws {
        guard let index = isFinite() ? nil : elements.firstIndex(where: { !$0.isFinite }) else {
            return
        }
        let value = elements[index]
        throw AttentionError.unusableNumber(
            name: name, instance: index / shape[1], value: value.isNaN ? "nan" : "\(value)")
    }
}
