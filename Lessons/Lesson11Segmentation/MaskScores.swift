import DeepTeaching
import LessonSlides

/// How masks of some regions overlap with the truth.
struct MaskScores {
    let regions: [SegmentedRegion]
    let masks: [Mask]
    let overlaps: [Overlap]

    /// Compares pixel by pixel.
    ///
    /// - Throws: `EvaluationError` if a mask has another size than its truth.
    init(_ masks: [Mask], _ regions: [SegmentedRegion]) throws {
        (self.masks, self.regions) = (masks, regions)
        // listing: MaskScores.overlaps
        overlaps = try zip(masks, regions).map { mask, region in
            try Overlap(prediction: mask.pixels, truth: region.truth.pixels)
        }
        // end listing
    }

    /// All pixels of all regions for which a condition holds.
    func sum(where isWanted: (SegmentedRegion) -> Bool) -> Overlap {
        zip(overlaps, regions).filter { isWanted($0.1) }.map(\.0)
            .reduce(Overlap(both: 0, onlyPrediction: 0, onlyTruth: 0), +)
    }

    /// All pixels.
    var total: Overlap { sum { _ in true } }

    /// The mean over the hospitals, each measured by all its pixels.
    func mean(_ measure: KeyPath<Overlap, Double>) -> Double {
        let centers = Set(regions.map(\.center))
        return centers.sorted().reduce(0) { sum, center in
            sum + self.sum { $0.center == center }[keyPath: measure]
        } / Double(max(1, centers.count))
    }

    /// The share of all pixels that are right.
    var accuracy: Double {
        let pixels = regions.reduce(0) { $0 + $1.truth.size.area }
        return 1 - Double(total.onlyPrediction + total.onlyTruth) / Double(max(1, pixels))
    }

    /// The share of the pixels of regions without tumour that are called tumour.
    var falseAlarms: Double {
        let normal = regions.filter { $0.truth.foregroundCount == 0 }
        let pixels = normal.reduce(0) { $0 + $1.truth.size.area }
        return Double(sum { $0.truth.foregroundCount == 0 }.onlyPrediction)
            / Double(max(1, pixels))
    }
}
