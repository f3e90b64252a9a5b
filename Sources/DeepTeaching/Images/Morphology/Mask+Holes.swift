extension Mask {
    /// The mask with its holes made foreground.
    ///
    /// A hole is background that is not joined, by steps to the four neighbours, to the border.
    public func fillingHoles() -> Mask { fillingHoles(upTo: Int.max) }

    /// The mask with its holes of at most `largestArea` pixels made foreground.
    public func fillingHoles(upTo largestArea: Int) -> Mask {
        let background = inverted.connectedComponents(connectivity: .four)
        let open = background.labelsOnBorder()
        let areas = background.areas
        return union(
            background.foreground { label in
                !open.contains(label) && areas[label - 1] <= largestArea
            })
    }

    /// The mask without connected regions of fewer than `smallestArea` pixels.
    public func removingComponents(
        smallerThan smallestArea: Int, connectivity: Connectivity = .eight
    ) -> Mask {
        let components = connectedComponents(connectivity: connectivity)
        let areas = components.areas
        return components.foreground { areas[$0 - 1] >= smallestArea }
    }
}

extension LabelImage {
    /// The regions that touch the border of the picture.
    func labelsOnBorder() -> Set<Int> {
        var found: Set<Int> = []
        if size.area == 0 { return found }
        for x in 0..<size.width {
            found.insert(self[x: x, y: 0])
            found.insert(self[x: x, y: size.height - 1])
        }
        for y in 0..<size.height {
            found.insert(self[x: 0, y: y])
            found.insert(self[x: size.width - 1, y: y])
        }
        return found
    }
}
