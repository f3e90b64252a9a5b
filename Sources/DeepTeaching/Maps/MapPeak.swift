/// A local maximum of a confidence map: one point that stands for all surer than the threshold
/// around it.
public struct MapPeak: Sendable, Equatable, Codable {
    /// The centre of the cell, in level-0 pixels.
    public var center: BaselinePoint

    /// The probability of the cell.
    public var probability: Double

    /// A peak that is known.
    public init(center: BaselinePoint, probability: Double) {
        self.center = center
        self.probability = probability
    }
}
