extension SlideRaster<Mask> {
    /// The square millimetres that one pixel covers: (d x / 1000) (d y / 1000), with the downsample d
    /// and the micrometres x and y of a pixel of level 0.
    ///
    /// - Parameter resolution: of level 0. What a slide says is `micronsPerPixel`, and nil if it says
    ///   nothing: then there is no area, unless `assumedMicronsPerPixel` is given, which is a guess.
    ///   If the guess is wrong by a factor, areas are wrong by its square.
    /// - Throws: `TissueError` if the resolution is unknown or impossible.
    public func pixelArea(at resolution: MicronsPerPixel?) throws(TissueError) -> Double {
        guard let resolution else { throw .unknownResolution }
        let area = downsample * resolution.x * downsample * resolution.y / 1e6
        guard resolution.x > 0, resolution.y > 0, area > 0, area.isFinite else {
            throw .impossibleResolution(resolution)
        }
        return area
    }

    /// The square millimetres that are foreground.
    ///
    /// - Throws: as `pixelArea(at:)`.
    public func foregroundArea(at resolution: MicronsPerPixel?) throws(TissueError) -> Double {
        try pixelArea(at: resolution) * Double(pixels.foregroundCount)
    }

    /// Without the connected pieces that are smaller than an area: crumbs and dust.
    ///
    /// A piece of just that area stays. An area means the same at each resolution, which a number of
    /// pixels does not.
    ///
    /// - Parameters:
    ///   - area: in square millimetres.
    ///   - resolution: of level 0, as for `pixelArea(at:)`.
    ///   - connectivity: which pixels belong to one piece.
    /// - Throws: `TissueError` if the resolution is unknown, or the area is none.
    public func removingPieces(
        smallerThan area: Double, at resolution: MicronsPerPixel?,
        connectivity: Connectivity = .eight
    ) throws(TissueError) -> SlideRaster {
        let least = try pixelCount(of: area, at: resolution)
        return SlideRaster(
            pixels.removingComponents(
                smallerThan: Int((least * (1 - rounding)).rounded(.up)), connectivity: connectivity),
            frame: frame)
    }

    /// With the holes of at most an area made foreground. A hole is background that is not joined, by
    /// steps to the four neighbours, to the border.
    ///
    /// - Parameters:
    ///   - area: in square millimetres.
    ///   - resolution: of level 0, as for `pixelArea(at:)`.
    /// - Throws: as `removingPieces(smallerThan:at:connectivity:)`.
    public func fillingHoles(
        upTo area: Double, at resolution: MicronsPerPixel?
    ) throws(TissueError) -> SlideRaster {
        let most = try pixelCount(of: area, at: resolution)
        return SlideRaster(
            pixels.fillingHoles(upTo: Int(most * (1 + rounding))), frame: frame)
    }

    /// How many pixels cover an area, at most as many as a mask can have.
    private func pixelCount(
        of area: Double, at resolution: MicronsPerPixel?
    ) throws(TissueError) -> Double {
        guard area >= 0, area.isFinite else { throw .impossibleArea(squareMillimeters: area) }
        return min(area / (try pixelArea(at: resolution)), Double(Int32.max))
    }
}

/// What a quotient of two areas may be off by, as a share: whole numbers of pixels stay whole.
private let rounding = 1e-9
