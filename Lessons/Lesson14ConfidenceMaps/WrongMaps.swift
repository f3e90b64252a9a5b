import DeepTeaching

/// Maps that are made wrongly, to see what it costs and who notices.
extension MappedSlide {
    /// Wrong: the last patch that covers a cell overwrites all before.
    func overwrittenMap(stride: Int, detector: Int) -> ConfidenceMap {
        let values = probabilities(stride: stride, detector: detector)
        return filled(stride: stride, detector: detector) { map, reach in
            for (index, value) in zip(patches(stride: stride).indices, values) {
                // listing: MappedSlide.overwrittenMap
                for y in index.row..<min(map.size.height, index.row + reach) {
                    for x in index.column..<min(map.size.width, index.column + reach) {
                        map[x: x, y: y] = value
                    }
                }
                // end listing
            }
        }
    }

    /// Wrong: patches lie one side apart, though they overlap; what leaves the map is lost.
    func spacedMap(stride: Int, detector: Int) -> ConfidenceMap {
        let values = probabilities(stride: stride, detector: detector)
        return filled(stride: stride, detector: detector) { map, reach in
            let size = map.size
            for (index, value) in zip(patches(stride: stride).indices, values) {
                // listing: MappedSlide.spacedMap
                let (left, top) = (index.column * reach, index.row * reach)
                // end listing
                for y in top..<max(top, min(size.height, top + reach)) {
                    for x in left..<max(left, min(size.width, left + reach)) {
                        map[x: x, y: y] = value
                    }
                }
            }
        }
    }

    /// The map of a stride with other probabilities in its covered cells.
    ///
    /// - Parameter fill: gets a map of zeros, and how many cells a patch covers along an axis.
    private func filled(
        stride: Int, detector: Int, _ fill: (inout Plane, _ reach: Int) -> Void
    ) -> ConfidenceMap {
        var map = self.map(stride: stride, detector: detector)
        var plane = Plane(size: map.probabilities.size)
        let layout = patches(stride: stride).layout
        fill(&plane, Int((layout.side / layout.stride).rounded()))
        for index in map.covered.pixels.indices {
            map.probabilities.values[index] = map.covered.pixels[index] ? plane.values[index] : 0
        }
        return map
    }
}

extension ConfidenceMap {
    /// Wrong: columns and rows are swapped; what leaves the map is lost.
    var transposed: ConfidenceMap {
        var map = self
        let size = probabilities.size
        for y in 0..<size.height {
            for x in 0..<size.width {
                let isInside = y < size.width && x < size.height
                // listing: ConfidenceMap.transposed
                map.probabilities[x: x, y: y] = isInside ? probabilities[x: y, y: x] : 0
                map.covered[x: x, y: y] = isInside && covered[x: y, y: x]
                // end listing
            }
        }
        return map
    }

    /// The share of the tumour, of a mask with the map's cells, that lies above the threshold.
    func sensitivity(to truth: Mask) -> Double {
        let found = probabilities.mask(above: MapStudy.threshold).intersection(covered)
        return Double(found.intersection(truth).foregroundCount)
            / Double(max(1, truth.foregroundCount))
    }

    /// The point about which the probabilities balance, in micrometres of the slide.
    var balance: (x: Double, y: Double) {
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for index in probabilities.values.indices where covered.pixels[index] {
            let weight = Double(probabilities.values[index])
            let cell = PixelIndex(
                x: index % probabilities.size.width, y: index / probabilities.size.width)
            let center = frame.region(of: cell).center
            x += weight * center.x
            y += weight * center.y
            sum += weight
        }
        return (x / sum * baselineMicronsPerPixel.x, y / sum * baselineMicronsPerPixel.y)
    }
}
