/// How sure a network is, at each place of a slide, that it sees tumour.
public struct ConfidenceMap: Sendable, Equatable, Codable {
    /// A probability from 0 to 1 for each cell of the map; 0 where nothing was looked at.
    public var probabilities: Plane

    /// The cells that the network looked at: those that hold tissue.
    public var covered: Mask

    /// How many level-0 pixels one cell covers along an axis; cell (x, y) covers the level-0
    /// square whose top left corner is (x * downsample, y * downsample).
    public let downsample: Double

    /// The resolution of the slide's level 0.
    public let baselineMicronsPerPixel: MicronsPerPixel

    /// A map from its parts; `covered` has the size of `probabilities`.
    public init(
        probabilities: Plane, covered: Mask, downsample: Double,
        baselineMicronsPerPixel: MicronsPerPixel
    ) {
        require(
            probabilities.size == covered.size,
            "a map of \(probabilities.size) cells cannot have a coverage of \(covered.size)")
        self.probabilities = probabilities
        self.covered = covered
        self.downsample = downsample
        self.baselineMicronsPerPixel = baselineMicronsPerPixel
    }

    /// The side of one cell in micrometres, along each axis.
    public var cellMicrons: MicronsPerPixel {
        MicronsPerPixel(
            x: downsample * baselineMicronsPerPixel.x, y: downsample * baselineMicronsPerPixel.y)
    }
}
