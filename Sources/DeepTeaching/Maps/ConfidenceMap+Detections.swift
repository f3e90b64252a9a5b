import Foundation

/// How detections are cut out of a confidence map.
public struct DetectionSettings: Sendable, Equatable, Codable {
    /// A cell belongs to a detection if its probability is greater.
    public var threshold: Float = 0.5

    /// Gaps up to about twice this radius in micrometres are closed; 0 closes none.
    public var closingRadius = 0.0

    /// What a disk of this radius in micrometres does not fit into is removed; 0 removes nothing.
    public var openingRadius = 0.0

    /// Whether holes are filled.
    public var fillsHoles = true

    /// Which cells are neighbours.
    public var connectivity = Connectivity.eight

    /// The settings that the lessons use.
    public init() {}
}

extension ConfidenceMap {
    /// The cells that are tumour after thresholding, closing, opening and filling of holes.
    public func tumorMask(settings: DetectionSettings = DetectionSettings()) -> Mask {
        let cell = cellMicrons.mean
        var mask = probabilities.mask(above: settings.threshold).intersection(covered)
        if settings.closingRadius >= cell {
            mask = mask.closed(by: .disk(radius: settings.closingRadius / cell))
        }
        if settings.openingRadius >= cell {
            mask = mask.opened(by: .disk(radius: settings.openingRadius / cell))
        }
        return settings.fillsHoles ? mask.fillingHoles() : mask
    }

    /// The connected regions of tumour, the surest first.
    ///
    /// Radii below one cell change nothing. A diameter runs between the corners of cells, so even
    /// a detection of one cell has one: the diagonal of the cell. Probabilities are those of the
    /// covered cells inside.
    public func detections(
        settings: DetectionSettings = DetectionSettings()
    ) -> [Detection] {
        let components = tumorMask(settings: settings)
            .connectedComponents(connectivity: settings.connectivity)
        var largest = [Float](repeating: 0, count: components.count + 1)
        var sums = [Double](repeating: 0, count: components.count + 1)
        var counts = [Double](repeating: 0, count: components.count + 1)
        for (index, label) in components.labels.enumerated() where covered.pixels[index] {
            largest[Int(label)] = max(largest[Int(label)], probabilities.values[index])
            sums[Int(label)] += Double(probabilities.values[index])
            counts[Int(label)] += 1
        }
        let cell = cellMicrons
        let detections = components.regions().map { region in
            Detection(
                center: frame.point(at: region.centroid),
                longestDiameter: region.longestDiameter(pixelWidth: cell.x, pixelHeight: cell.y),
                area: Double(region.area) * cell.x * cell.y,
                maximumProbability: Double(largest[region.label]),
                meanProbability: sums[region.label] / max(1, counts[region.label]))
        }
        return detections.sorted { a, b in
            (b.maximumProbability, b.area, a.center.y, a.center.x)
                < (a.maximumProbability, a.area, b.center.y, b.center.x)
        }
    }
}
