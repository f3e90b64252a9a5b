extension Mask {
    /// The borders of the connected regions as polygons, which run along the edges of the pixels.
    ///
    /// A region is one polygon with its holes. A region inside the hole of another is a polygon of its
    /// own. Filled again, `Mask(size:filling:)`, the polygons give the same mask.
    ///
    /// - Parameter connectivity: which pixels belong to one region. With `.eight` an outer border may
    ///   touch itself where pixels share a corner, with `.four` the border of a hole may.
    /// - Returns: polygons in the order of `connectedComponents(connectivity:)`. Corners lie between
    ///   pixels, so they are whole numbers; the outer border runs with the clock, holes against it,
    ///   as seen on the picture.
    public func outlines(connectivity: Connectivity = .eight) -> [Polygon<PixelPoint>] {
        let regions = connectedComponents(connectivity: connectivity)
        var polygons = [Polygon<PixelPoint>?](repeating: nil, count: regions.count)
        var tracer = BorderTracer(self, connectivity: connectivity)
        for y in 0..<size.height {
            for x in 0..<size.width where tracer.beginsBorder(x: x, y: y) {
                let border = tracer.border(from: PixelIndex(x: x, y: y))
                let place = regions[x: x, y: y] - 1
                // The scan meets the top of a region before any of its holes.
                if polygons[place] == nil {
                    polygons[place] = Polygon(exterior: border)
                } else {
                    polygons[place]?.holes.append(border)
                }
            }
        }
        return polygons.compactMap(\.self)
    }
}
