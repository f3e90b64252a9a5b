import DeepTeaching

extension ConfidenceMap {
    /// A map drawn with digits: tenths of probability; "." is uncovered. A cell is 10 level-0 pixels.
    init(
        drawn rows: [String], origin: BaselinePoint = BaselinePoint(x: 0, y: 0),
        resolution: MicronsPerPixel = MicronsPerPixel(2)
    ) {
        let size = PixelSize(width: rows.first?.count ?? 0, height: rows.count)
        let cells = rows.flatMap { $0.map { $0.wholeNumberValue } }
        self.init(
            probabilities: Plane(size: size, values: cells.map { Float($0 ?? 0) / 10 }),
            covered: Mask(size: size, pixels: cells.map { $0 != nil }),
            frame: RasterFrame(origin: origin, downsample: 10),
            baselineMicronsPerPixel: resolution)
    }
}
