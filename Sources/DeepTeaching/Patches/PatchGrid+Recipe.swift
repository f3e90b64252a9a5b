/// Which patches tumour is looked for in: decided here for lessons, training and examination.
extension PatchGrid {
    /// The patches of a slide, edge to edge: 64 pixels of 1.94 micrometres, in which the nucleus of a
    /// tumour cell is five pixels wide.
    ///
    /// A slide that is coarser shows no such pixels. It is read at its own resolution, in patches of 32
    /// pixels. Files round their resolution, so a slide up to a quarter coarser does not count.
    ///
    /// - Parameter micronsPerPixel: the resolution of the slide's level 0; nil if nobody knows it, or
    ///   if it is fine enough.
    public init(forSlidesOf micronsPerPixel: Double?) {
        let usual = 1.94
        if let micronsPerPixel, micronsPerPixel > 1.25 * usual {
            self.init(side: 32, micronsPerPixel: micronsPerPixel)
        } else {
            self.init(side: 64, micronsPerPixel: usual)
        }
    }

    /// The same patches a quarter of their side apart: sixteen times as many to draw from.
    public var overlapping: PatchGrid {
        PatchGrid(
            side: side, micronsPerPixel: micronsPerPixel, stride: side / 4,
            minimumTissue: minimumTissue)
    }

    /// The least share of tissue of a patch to learn from: more of it than glass.
    public static let tissueToLearnFrom = 0.5

    /// The least share of tissue of a patch that is examined. It is smaller than that of patches to
    /// learn from, since tumour at the border of a node must not be overlooked.
    public static let tissueToExamine = 0.25
}
