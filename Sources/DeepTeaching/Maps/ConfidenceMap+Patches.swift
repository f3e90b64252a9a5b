extension ConfidenceMap {
    /// How sure the network is that a region shows tumour: the mean of the cells whose centres lie in it,
    /// or the cell under its middle if there is none.
    ///
    /// So patches of any side can be chosen by what a map says of them, for instance by ``HardPatches``.
    ///
    /// - Returns: a probability; nil if the network looked at none of these cells.
    public func confidence(of region: BaselineRectangle) -> Double? {
        let first = frame.position(of: region.origin)
        let end = frame.position(of: BaselinePoint(x: region.right, y: region.bottom))
        // The centre of cell i lies at i + 1/2.
        let columns = cells(from: first.x, to: end.x, limit: covered.size.width)
        let rows = cells(from: first.y, to: end.y, limit: covered.size.height)
        var (sum, count) = (0.0, 0)
        for y in rows {
            for x in columns where covered[x: x, y: y] {
                sum += Double(probabilities[x: x, y: y])
                count += 1
            }
        }
        if count > 0 { return sum / Double(count) }
        guard columns.isEmpty || rows.isEmpty else { return nil }
        let middle = frame.pixel(under: region.center)
        guard covered.size.contains(middle), covered[x: middle.x, y: middle.y] else { return nil }
        return Double(probabilities[x: middle.x, y: middle.y])
    }

    private func cells(from start: Double, to end: Double, limit: Int) -> Range<Int> {
        func clamped(_ value: Double) -> Int { Int(max(0, min(Double(limit), value))) }
        let first = clamped((start - 0.5).rounded(.up))
        return first..<max(first, clamped((end - 0.5).rounded(.up)))
    }
}

extension TumorDetector.Fitted {
    /// The probability of tumour in each of some patches, such as those from which hard ones are chosen.
    ///
    /// - Parameters:
    ///   - patches: as wide as those of the networks, and in their staining.
    ///   - batchSize: how many the networks get at most.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: what reading the patches throws.
    public func probabilities(
        of patches: some PatchSource, batchSize: Int = 64, progress: (Double) -> Void = { _ in }
    ) throws -> [Double] {
        require(batchSize > 0, "a batch cannot have \(batchSize) patches")
        let starts = stride(from: 0, to: patches.count, by: batchSize)
        let batches = Prefetched(Array(starts)) { start in
            let indices = Array(start..<min(start + batchSize, patches.count))
            return try patches.pictures(
                of: PatchBatch(indices: indices, seed: 0), augmentation: nil)
        }
        var all: [Double] = []
        for batch in batches {
            all += probabilities(for: try batch.value()).map(Double.init)
            progress(Double(all.count) / Double(patches.count))
        }
        return all
    }
}
