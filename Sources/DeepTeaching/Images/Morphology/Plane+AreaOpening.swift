extension Plane {
    /// The picture without bright spots of fewer than `smallestArea` pixels, whatever their shape.
    ///
    /// At each height the region of all pixels at least as high falls apart into connected pieces; a
    /// piece that is too small is lowered until it is large enough. So regions keep their outlines,
    /// which no opening by an element grants.
    ///
    /// Pixels are taken from the highest down and joined to the pieces that they touch by union-find.
    ///
    /// Source: Vincent, Grayscale area openings and closings, 1993; Meijster and Wilkinson, A
    /// comparison of algorithms for connected set openings and closings, IEEE Transactions on Pattern
    /// Analysis and Machine Intelligence, 2002.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func areaOpened(
        smallestArea: Int, connectivity: Connectivity = .eight
    ) throws(MorphologyError) -> Plane {
        try requireNumbers()
        if size.area == 0 { return self }
        let grid = PaddedGrid(size)
        var pieces = RisingPieces(
            values: grid.padded(values, rim: -.infinity), smallestArea: smallestArea)
        let order = values.indices.sorted { values[$0] > values[$1] }.map { grid.place(of: $0) }
        let neighbors = grid.neighbors(connectivity)
        for place in order { pieces.add(place, neighbors: neighbors) }
        return Plane(size: size, values: grid.inside(pieces.lowered(order)))
    }

    /// The picture without dark spots of fewer than `smallestArea` pixels.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func areaClosed(
        smallestArea: Int, connectivity: Connectivity = .eight
    ) throws(MorphologyError) -> Plane {
        try negated.areaOpened(smallestArea: smallestArea, connectivity: connectivity).negated
    }
}

/// The pieces of a picture above a height that sinks.
private struct RisingPieces {
    private let values: [Float]
    private let smallestArea: Int

    /// The pixel that a pixel was joined to, itself for the lowest of a piece; -1 if still below.
    private var parents: [Int]

    /// Of the lowest pixel of each piece: how many pixels it has, at most as many as are asked for.
    private var areas: [Int]

    init(values: [Float], smallestArea: Int) {
        self.values = values
        self.smallestArea = smallestArea
        parents = [Int](repeating: -1, count: values.count)
        areas = [Int](repeating: 0, count: values.count)
    }

    /// Adds the next lower pixel, and joins it to the pieces around it.
    mutating func add(_ place: Int, neighbors: [Int]) {
        parents[place] = place
        areas[place] = 1
        for step in neighbors where parents[place + step] >= 0 {
            let root = root(of: place + step)
            if root == place { continue }
            if values[root] == values[place] || areas[root] < smallestArea {
                areas[place] += areas[root]
                parents[root] = place
            } else {
                // That piece is large enough by itself, so all that it grows into is.
                areas[place] = smallestArea
            }
        }
    }

    private mutating func root(of place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    /// The values, where each pixel has that of the lowest pixel that it was joined to.
    func lowered(_ order: [Int]) -> [Float] {
        var lowered = values
        for place in order.reversed() where parents[place] != place {
            lowered[place] = lowered[parents[place]]
        }
        return lowered
    }
}
