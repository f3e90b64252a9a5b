extension Plane {
    /// The basins into which water flows that rises from markers: each pixel gets the number of the
    /// marker whose water reaches it first.
    ///
    /// The picture is a landscape, its values are heights. Pixels beside the water are taken from the
    /// lowest up, and of equally high ones the one that was reached first. On the negative of a
    /// distance transform, touching regions part at their waists.
    ///
    /// Source: Meyer, Topographic distance and watershed lines, Signal Processing, 1994.
    ///
    /// - Parameters:
    ///   - markers: where the water rises, of the same size.
    ///   - mask: where it may flow; everywhere if not given. Markers outside do not count.
    ///   - connectivity: where the water can step to.
    /// - Returns: labels with the numbers of the markers; what no water reaches is 0.
    /// - Throws: `MorphologyError.notANumber`.
    public func watershed(
        from markers: LabelImage, in mask: Mask? = nil, connectivity: Connectivity = .four
    ) throws(MorphologyError) -> LabelImage {
        require(
            markers.size == size && (mask?.size ?? size) == size,
            "the markers and the mask of a watershed must have the picture's size, \(size) pixels")
        try requireNumbers()
        if size.area == 0 { return markers }
        let grid = PaddedGrid(size)
        let heights = grid.padded(values, rim: 0)
        let isOpen = grid.padded(
            mask?.pixels ?? [Bool](repeating: true, count: size.area), rim: false)
        var labels = grid.padded(markers.labels, rim: 0)
        var front = FloodFront()
        for place in labels.indices where labels[place] != 0 {
            if isOpen[place] {
                front.push(height: heights[place], age: 0, place: place)
            } else {
                labels[place] = 0
            }
        }
        let neighbors = grid.neighbors(connectivity)
        var age = 0
        while let (height, place) = front.pop() {
            for step in neighbors where isOpen[place + step] && labels[place + step] == 0 {
                labels[place + step] = labels[place]
                age += 1
                // Water does not sink: behind a ridge it stays as high as the ridge.
                front.push(
                    height: max(height, heights[place + step]), age: age, place: place + step)
            }
        }
        return LabelImage(size: size, labels: grid.inside(labels), count: markers.count)
    }
}

/// The pixels beside the water: a binary heap, the lowest and then the oldest on top.
private struct FloodFront {
    private struct Entry {
        let height: Float
        let age: Int
        let place: Int

        func comes(before other: Entry) -> Bool {
            (height, age, place) < (other.height, other.age, other.place)
        }
    }

    private var entries: [Entry] = []

    mutating func push(height: Float, age: Int, place: Int) {
        let entry = Entry(height: height, age: age, place: place)
        entries.append(entry)
        var child = entries.count - 1
        while child > 0, entry.comes(before: entries[(child - 1) / 2]) {
            entries[child] = entries[(child - 1) / 2]
            child = (child - 1) / 2
        }
        entries[child] = entry
    }

    mutating func pop() -> (height: Float, place: Int)? {
        guard let top = entries.first else { return nil }
        let last = entries.removeLast()
        if entries.isEmpty { return (top.height, top.place) }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= entries.count { break }
            if child + 1 < entries.count && entries[child + 1].comes(before: entries[child]) {
                child += 1
            }
            if !entries[child].comes(before: last) { break }
            entries[parent] = entries[child]
            parent = child
        }
        entries[parent] = last
        return (top.height, top.place)
    }
}
