extension BlackBlock {
    /// Whether the block comes near a lesion.
    func touches(_ lesion: Lesion) -> Bool {
        let reach = Float(lesion.reach) + 40
        let (x, y) = (Float(lesion.center.x), Float(lesion.center.y))
        return x + reach > self.x.lowerBound && x - reach < self.x.upperBound
            && y + reach > self.y.lowerBound && y - reach < self.y.upperBound
    }
}

extension Tear {
    /// Whether the crack comes near a lesion.
    func touches(_ lesion: Lesion) -> Bool {
        let distance = line.distance(x: Float(lesion.center.x), y: Float(lesion.center.y)).distance
        return distance < Float(lesion.reach) + halfWidth + 90
    }
}

extension Bubble {
    /// Whether the bubble comes near a lesion.
    func touches(_ lesion: Lesion) -> Bool {
        let dx = Float(lesion.center.x) - x
        let dy = Float(lesion.center.y) - y
        return (dx * dx + dy * dy).squareRoot() < Float(lesion.reach) + 1.2 * radius
    }
}
