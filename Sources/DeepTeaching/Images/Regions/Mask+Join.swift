import Foundation

extension Mask {
    /// Connected regions, where regions that nearly touch count as one.
    ///
    /// Two regions are one if a pixel of the one and a pixel of the other have centres closer than
    /// `distance` pixels. The gap between them stays background.
    public func joined(
        within distance: Double, connectivity: Connectivity = .eight
    ) -> LabelImage {
        let components = connectedComponents(connectivity: connectivity)
        var sets = DisjointSets(count: components.count + 1)
        let spans = forwardSpans(closerThan: distance)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let label = Int32(components[x: x, y: y])
                if label == 0 || components.isInside(x: x, y: y) { continue }
                for (dy, halfWidth) in spans.enumerated() where y + dy < size.height {
                    let row = (y + dy) * size.width
                    for other in max(0, x - halfWidth)...min(size.width - 1, x + halfWidth) {
                        let neighbor = components.labels[row + other]
                        if neighbor != 0 && neighbor != label { sets.unite(label, neighbor) }
                    }
                }
            }
        }
        let (numbers, count) = sets.numbered()
        // Label 0, the background, is a set of its own and gets the number 1.
        return LabelImage(
            size: size, labels: components.labels.map { numbers[Int($0)] - 1 }, count: count - 1)
    }

    /// For each row downwards, how far to the sides the centres are closer than `distance`.
    private func forwardSpans(closerThan distance: Double) -> [Int] {
        require(
            distance.isFinite && distance >= 0, "regions cannot be joined within \(distance) pixels"
        )
        var spans: [Int] = []
        var dy = 0
        while Double(dy) < distance && dy < max(1, size.height) {
            let reach = (distance * distance - Double(dy * dy)).squareRoot()
            var halfWidth = Int(min(reach, Double(size.width)))
            while Double(halfWidth * halfWidth + dy * dy) >= distance * distance { halfWidth -= 1 }
            spans.append(halfWidth)
            dy += 1
        }
        return spans
    }
}

extension LabelImage {
    /// Whether the four neighbours belong to the same region, so that the pixel is no border.
    fileprivate func isInside(x: Int, y: Int) -> Bool {
        let label = self[x: x, y: y]
        return x > 0 && y > 0 && x + 1 < size.width && y + 1 < size.height
            && self[x: x - 1, y: y] == label && self[x: x + 1, y: y] == label
            && self[x: x, y: y - 1] == label && self[x: x, y: y + 1] == label
    }
}
