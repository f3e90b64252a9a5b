/// A slide in the folder of a cohort: what it is called there, and where its files lie.
public struct SlideEntry: Sendable, Hashable {
    /// Which slide it is.
    public let slide: SyntheticSlide

    /// What its files are called, such as "patient_021_node_3" or "tumor_007".
    public let name: String

    /// Where the slide lies, such as "training/center_1/patient_021_node_3.tif".
    public let slidePath: String

    /// Where the outlines of its metastases lie, if it has any, such as
    /// "lesion_annotations/patient_021_node_3.xml".
    public let annotationPath: String

    /// Where its mask lies, if the cohort has masks, such as "masks/patient_021_node_3_mask.tif".
    public var maskPath: String { "masks/\(name)_mask.tif" }
}
