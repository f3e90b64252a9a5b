/// A patch with all that is known of it, but its pixels: whose it is, where it lies, what it shows.
public struct PatchRecord: Sendable, Hashable {
    /// The name of the slide.
    public var slide: String

    /// The patient, by whom patches are split into training and test.
    public var patient: String

    /// The square of the slide, in level-0 pixels.
    public var region: BaselineRectangle

    /// The column and row, if it is of a grid.
    public var index: GridIndex?

    /// What it shows.
    public var label: PatchLabel

    /// The share of it that is tumour, from 0 to 1; nil if nobody measured it.
    public var tumorShare: Double?

    /// A patch from its parts.
    public init(
        slide: String, patient: String, region: BaselineRectangle, index: GridIndex? = nil,
        label: PatchLabel, tumorShare: Double? = nil
    ) {
        self.slide = slide
        self.patient = patient
        self.region = region
        self.index = index
        self.label = label
        self.tumorShare = tumorShare
    }

    /// A patch of a grid.
    ///
    /// - Parameters:
    ///   - patch: the patch and its label; its number of the slide does not count.
    ///   - slide: the name of the slide.
    ///   - patient: the patient.
    ///   - tumorShare: the share of it that is tumour; nil if nobody measured it.
    public init(
        _ patch: LabeledPatch, slide: String, patient: String, tumorShare: Double? = nil
    ) {
        self.init(
            slide: slide, patient: patient, region: patch.patch.region, index: patch.patch.index,
            label: patch.label, tumorShare: tumorShare)
    }
}

extension PatchRecord {
    /// What no store and no table can hold, in words; nil if all is well.
    var fault: String? {
        let numbers = [region.origin.x, region.origin.y, region.width, region.height]
        guard numbers.allSatisfy(\.isFinite), region.width > 0, region.height > 0 else {
            return "its region, \(region.width) x \(region.height) at (\(region.origin.x), "
                + "\(region.origin.y)), is no rectangle"
        }
        if let tumorShare, !(0...1).contains(tumorShare) {
            return "its share of tumour is \(tumorShare), and not from 0 to 1"
        }
        for (name, value) in [("slide", slide), ("patient", patient)] {
            if value.isEmpty { return "the name of its \(name) is empty" }
            if value.utf8.count > Int(UInt16.max) { return "the name of its \(name) is too long" }
        }
        return nil
    }
}
