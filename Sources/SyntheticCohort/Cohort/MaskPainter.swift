import DeepTeaching

/// Paints the mask of a slide from the exact outlines of its metastases: 0 background, 1 tumour,
/// and a value of its own, or background again, in holes.
struct MaskPainter: Sendable {
    private let tumors: [Outline]
    private let holes: [Outline]
    private let valueOfHoles: UInt8

    init(_ annotations: [Annotation], valueOfHoles: UInt8) {
        func outlines(_ kind: Annotation.Kind) -> [Outline] {
            annotations.filter { $0.kind == kind }.map { Outline($0.outline) }
        }
        tumors = outlines(.tumor)
        holes = outlines(.exclusion)
        self.valueOfHoles = valueOfHoles
    }

    /// The values in a rectangle of level 0. A pixel is inside if its centre is, as in `TumorMask`.
    func tile(origin: BaselinePoint, size: PixelSize) -> MaskTile {
        let tile = BaselineRectangle(
            origin: origin, width: Double(size.width), height: Double(size.height))
        let frame = RasterFrame(origin: origin, downsample: 1)
        func polygons(_ outlines: [Outline]) -> [[PixelPoint]] {
            outlines.filter { $0.bounds?.touches(tile) ?? false }
                .map { $0.corners.map(frame.position) }
        }
        let near = polygons(tumors)
        var values = MaskTile(unscanned: size)
        if near.isEmpty { return values }
        let filled = Mask(size: size, filling: near)
        let tumor = Mask(size: size, filling: near, excluding: polygons(holes))
        for index in filled.pixels.indices where filled.pixels[index] {
            values.bytes[index] = tumor.pixels[index] ? 1 : valueOfHoles
        }
        return values
    }
}

/// An outline that knows how far it reaches.
private struct Outline: Sendable {
    let corners: [BaselinePoint]
    let bounds: BaselineRectangle?

    init(_ corners: [BaselinePoint]) {
        self.corners = corners
        bounds = BaselineRectangle(around: corners)
    }
}
