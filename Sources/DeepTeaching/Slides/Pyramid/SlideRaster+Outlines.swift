extension SlideRaster where Pixels == Mask {
    /// The borders of the connected regions as polygons on the slide, in level-0 pixels.
    ///
    /// - Parameter connectivity: which pixels belong to one region.
    public func outlines(connectivity: Connectivity = .eight) -> [Polygon<BaselinePoint>] {
        pixels.outlines(connectivity: connectivity).map { $0.map(frame.point) }
    }

    /// The mask of what polygons on the slide enclose, in a frame of its own: each pixel by its
    /// centre.
    ///
    /// - Parameters:
    ///   - polygons: in level-0 pixels.
    ///   - frame: where the pixels of the mask lie on the slide.
    ///   - size: the size of the mask in its pixels.
    public init(
        filling polygons: [Polygon<BaselinePoint>], frame: RasterFrame, size: PixelSize
    ) {
        self.init(
            Mask(size: size, filling: polygons.map { $0.map(frame.position) }), frame: frame)
    }
}
