/// How sure a network is, at each point of a slide, that it sees tumour.
public struct ConfidenceMap: Sendable, Equatable {
    /// A probability from 0 to 1 for each cell of the map; 0 where nothing was looked at.
    public var probabilities: Plane

    /// The cells that the network looked at: those that hold tissue.
    public var covered: Mask

    /// Where the cells lie on the slide.
    public let frame: RasterFrame

    /// The resolution of the slide's level 0.
    public let baselineMicronsPerPixel: MicronsPerPixel

    /// A map from its parts; `covered` has the size of `probabilities`.
    public init(
        probabilities: Plane, covered: Mask, frame: RasterFrame,
        baselineMicronsPerPixel: MicronsPerPixel
    ) {
        require(
            probabilities.size == covered.size,
            "a map of \(probabilities.size) cells cannot have a coverage of \(covered.size)")
        self.probabilities = probabilities
        self.covered = covered
        self.frame = frame
        self.baselineMicronsPerPixel = baselineMicronsPerPixel
    }

    /// The side of one cell in micrometres, along each axis.
    public var cellMicrons: MicronsPerPixel {
        MicronsPerPixel(
            x: frame.downsample * baselineMicronsPerPixel.x,
            y: frame.downsample * baselineMicronsPerPixel.y)
    }
}
