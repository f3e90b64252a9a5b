import DeepTeaching

/// One way from the cells above the threshold to regions.
struct Cleaning: Sendable {
    /// A short name for the numbers of this way.
    let key: String

    /// The name in tables.
    let name: String

    /// The regions of a mask whose cells have a side in micrometres.
    let regions: @Sendable (_ mask: Mask, _ cell: Double) -> LabelImage

    /// The diameter of the disk that opens and closes, in micrometres.
    static let diameter = 100.0

    /// What lies closer together is one metastasis, in micrometres.
    static let gap = 75.0

    /// Nothing, each operation alone, the first two in both orders, and all.
    static let all: [Cleaning] = [
        way("plain", "threshold") { mask, _ in mask },
        way("opened", "opening") { mask, disk in mask.opened(by: disk) },
        way("closed", "closing") { mask, disk in mask.closed(by: disk) },
        way("filled", "holes filled") { mask, _ in mask.fillingHoles() },
        Cleaning(key: "joined", name: "joined") { mask, cell in
            mask.joined(within: gap / cell)
        },
        Cleaning(key: "whole", name: "all four") { mask, cell in
            // listing: Cleaning.whole
            let disk = StructuringElement.disk(radius: diameter / 2 / cell)
            let clean = mask.opened(by: disk).closed(by: disk).fillingHoles()
            return clean.joined(within: gap / cell)
            // end listing
        },
        way("ordered", "opening, then closing") { mask, disk in
            mask.opened(by: disk).closed(by: disk)
        },
        way("swapped", "closing, then opening") { mask, disk in
            mask.closed(by: disk).opened(by: disk)
        },
    ]

    /// A way that changes the mask, whose regions are then those of eight neighbours.
    private static func way(
        _ key: String, _ name: String,
        _ clean: @escaping @Sendable (Mask, StructuringElement) -> Mask
    ) -> Cleaning {
        Cleaning(key: key, name: name) { mask, cell in
            clean(mask, .disk(radius: diameter / 2 / cell))
                .connectedComponents(connectivity: .eight)
        }
    }
}

/// What the regions of some slides are worth, beside the lesions that a pathologist outlined.
struct CleaningResult {
    /// Regions on slides without metastasis, a slide.
    let falseAlarms: Double

    /// Regions on slides with metastases, a slide.
    let regions: Double

    /// The share of the lesions that a region touches.
    let found: Double

    /// The mean distance of the longest region from the longest lesion on slides with metastases, in
    /// millimetres.
    let lengthError: Double

    /// The means of several detectors.
    init(meanOf results: [CleaningResult]) {
        func mean(_ value: (CleaningResult) -> Double) -> Double {
            results.reduce(0) { $0 + value($1) } / Double(max(1, results.count))
        }
        falseAlarms = mean(\.falseAlarms)
        regions = mean(\.regions)
        found = mean(\.found)
        lengthError = mean(\.lengthError)
    }

    /// - Parameter detector: whose maps.
    init(_ cleaning: Cleaning, on slides: [MappedSlide], detector: Int) {
        var (alarms, regions, touched, lesions) = (0, 0, 0, 0)
        var errors: [Double] = []
        for slide in slides {
            let cell = slide.maps[detector].cellMicrons.mean
            let labels = cleaning.regions(slide.masks[detector], cell)
            guard slide.record.isPositive else {
                alarms += labels.count
                continue
            }
            let truth = slide.lesions
            regions += labels.count
            lesions += truth.count
            touched += truth.touched(by: labels)
            errors.append(abs(labels.longest(cell) - truth.longest(cell)) / 1000)
        }
        func mean(_ sum: Double, _ count: Int) -> Double { sum / Double(max(1, count)) }
        falseAlarms = mean(Double(alarms), slides.count - errors.count)
        self.regions = mean(Double(regions), errors.count)
        found = mean(Double(touched), lesions)
        lengthError = mean(errors.reduce(0, +), errors.count)
    }
}

extension LabelImage {
    /// The largest diameter of all regions in micrometres; 0 without any.
    func longest(_ cell: Double) -> Double {
        cell * (regions().map(\.longestDiameter).max() ?? 0)
    }

    /// How many regions share a cell with one of another picture.
    func touched(by other: LabelImage) -> Int {
        Set(zip(labels, other.labels).filter { $0 != 0 && $1 != 0 }.map(\.0)).count
    }
}
