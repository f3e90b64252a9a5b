/// What slides must be good for.
public struct InspectionSettings: Sendable, Equatable {
    /// The patches of which at least one must fit onto each slide.
    public var grid: PatchGrid

    /// The resolution that counts for all slides, whatever their files say; nil leaves it to them.
    public var micronsPerPixel: MicronsPerPixel?

    /// Settings for work with the patches of a grid.
    public init(grid: PatchGrid, micronsPerPixel: MicronsPerPixel? = nil) {
        self.grid = grid
        self.micronsPerPixel = micronsPerPixel
    }
}
