extension ConfidenceMap {
    /// Points of high confidence, none nearer to a surer one than a radius: non-maximum suppression.
    ///
    /// The surest cell is a peak; it and all cells whose centres lie within the radius of its centre
    /// are struck out; the surest of those that are left is the next peak, until none is above the
    /// threshold. Of cells that are equally sure the first counts, row by row from the top left.
    ///
    /// CAMELYON16 ranks such points: a metastasis counts once, however many cells it covers.
    ///
    /// - Parameters:
    ///   - radius: in micrometres; 0 strikes out the peak alone.
    ///   - threshold: a peak is surer than this.
    /// - Returns: the peaks, the surest first.
    /// - Throws: `MapError` if the radius is negative or no number, or the map holds something that is
    ///   no probability.
    ///
    /// Source: WANG, Dayong, et al. Deep learning for identifying metastatic breast cancer.
    /// arXiv:1606.05718, 2016.
    public func peaks(radius: Double, above threshold: Float = 0.5) throws -> [MapPeak] {
        guard radius >= 0 else {
            throw MapError.unusableSetting(
                name: "The radius of a suppression", value: "\(radius)",
                allowed: "micrometres of 0 or more")
        }
        try requireProbabilities()
        let offsets = probabilities.size.offsets(within: radius, cell: cellMicrons)
        var isLeft = probabilities.mask(above: threshold).intersection(covered)
        let candidates = isLeft.pixels.indices.filter { isLeft.pixels[$0] }
        var peaks: [MapPeak] = []
        // A stable order: equals stay row by row.
        for index in candidates.sorted(by: {
            (probabilities.values[$1], $0) < (probabilities.values[$0], $1)
        }) where isLeft.pixels[index] {
            let cell = PixelIndex(
                x: index % probabilities.size.width, y: index / probabilities.size.width)
            peaks.append(
                MapPeak(
                    center: frame.region(of: cell).center,
                    probability: Double(probabilities.values[index])))
            for offset in offsets {
                let other = PixelIndex(x: cell.x + offset.x, y: cell.y + offset.y)
                if isLeft.size.contains(other) { isLeft[x: other.x, y: other.y] = false }
            }
        }
        return peaks
    }
}

extension PixelSize {
    /// The offsets of the cells whose centres lie within a radius in micrometres of a cell's own, as
    /// far as a map of this size needs them.
    func offsets(within radius: Double, cell: MicronsPerPixel) -> [PixelIndex] {
        let reachX = Int(min(Double(width), radius / cell.x))
        let reachY = Int(min(Double(height), radius / cell.y))
        return (-reachY...reachY).flatMap { y in
            (-reachX...reachX).compactMap { x in
                let (dx, dy) = (Double(x) * cell.x, Double(y) * cell.y)
                return dx * dx + dy * dy <= radius * radius ? PixelIndex(x: x, y: y) : nil
            }
        }
    }
}
