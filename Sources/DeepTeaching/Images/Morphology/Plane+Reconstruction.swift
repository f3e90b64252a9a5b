extension Plane {
    /// The picture grown under a mask: the largest picture that is nowhere above the mask and has no
    /// peak that is not one of this picture, the marker.
    ///
    /// The marker is dilated by one pixel, cut off at the mask, and so on until nothing changes. With
    /// the picture less h as the marker, peaks lower than h above their surroundings go, and all
    /// others keep their shape, which an opening does not grant.
    ///
    /// Source: Vincent, Morphological grayscale reconstruction in image analysis, IEEE Transactions on
    /// Image Processing, 1993.
    ///
    /// - Parameter mask: of the same size, nowhere below this picture.
    /// - Throws: `MorphologyError`.
    public func reconstructed(
        under mask: Plane, connectivity: Connectivity = .eight
    ) throws(MorphologyError) -> Plane {
        require(
            size == mask.size,
            "a marker of \(size) pixels cannot grow under a mask of \(mask.size)")
        try requireNumbers()
        try mask.requireNumbers()
        for (index, (marker, bound)) in zip(values, mask.values).enumerated() where marker > bound {
            throw .markerBeyondMask(
                marker: marker, mask: bound, x: index % size.width, y: index / size.width)
        }
        if size.area == 0 { return self }
        var reconstruction = Reconstruction(marker: self, mask: mask, connectivity)
        reconstruction.run()
        return Plane(size: size, values: reconstruction.grid.inside(reconstruction.values))
    }

    /// The picture shrunk down onto a mask: the smallest picture that is nowhere below the mask and has
    /// no valley that is not one of this picture, the marker.
    ///
    /// - Parameter mask: of the same size, nowhere above this picture.
    /// - Throws: `MorphologyError`.
    public func reconstructed(
        above mask: Plane, connectivity: Connectivity = .eight
    ) throws(MorphologyError) -> Plane {
        do {
            return try negated.reconstructed(under: mask.negated, connectivity: connectivity)
                .negated
        } catch .markerBeyondMask(let marker, let bound, let x, let y) {
            throw .markerBeyondMask(marker: -marker, mask: -bound, x: x, y: y)
        }
    }
}

/// One pass down, one pass up, and the few pixels that these leave open from a queue.
private struct Reconstruction {
    let grid: PaddedGrid
    private(set) var values: [Float]
    private let mask: [Float]
    private let neighbors, before, after: [Int]

    init(marker: Plane, mask: Plane, _ connectivity: Connectivity) {
        grid = PaddedGrid(marker.size)
        values = grid.padded(marker.values, rim: -.infinity)
        self.mask = grid.padded(mask.values, rim: -.infinity)
        neighbors = grid.neighbors(connectivity)
        before = neighbors.filter { $0 < 0 }
        after = neighbors.filter { $0 > 0 }
    }

    mutating func run() {
        let places = (0..<grid.size.area).map { grid.place(of: $0) }
        for place in places { raise(place, by: before) }
        var queue: [Int] = []
        for place in places.reversed() {
            raise(place, by: after)
            if after.contains(where: { canRaise(place + $0, from: place) }) { queue.append(place) }
        }
        var next = 0
        while next < queue.count {
            let place = queue[next]
            next += 1
            for step in neighbors where canRaise(place + step, from: place) {
                values[place + step] = min(values[place], mask[place + step])
                queue.append(place + step)
            }
        }
    }

    /// The largest value of a pixel and some neighbours, but not above the mask.
    private mutating func raise(_ place: Int, by steps: [Int]) {
        var largest = values[place]
        for step in steps { largest = max(largest, values[place + step]) }
        values[place] = min(largest, mask[place])
    }

    private func canRaise(_ neighbor: Int, from place: Int) -> Bool {
        values[neighbor] < values[place] && values[neighbor] < mask[neighbor]
    }
}
