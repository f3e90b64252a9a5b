/// What became of a bag of instances, and how much each of them counted.
public struct PooledInstances: Codable, Sendable, Hashable {
    /// One number for each instance; they add up to 1.
    public var weights: [Double]

    /// The vector of the whole bag, one number for each feature.
    public var bag: [Double]

    /// A pooled bag.
    public init(weights: [Double], bag: [Double]) {
        self.weights = weights
        self.bag = bag
    }
}

/// A pixel of a slide: x to the right, y downwards, both from 0.
public struct PatchCorner: Codable, Sendable, Hashable {
    /// Columns from the left.
    public var x: Int

    /// Rows from the top.
    public var y: Int

    /// A corner.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
