/// What can be chosen about a cohort beside its profile and its seed.
public struct CohortOptions: Sendable, Equatable, Codable {
    /// The folders and names.
    public var layout = CohortLayout.camelyon17

    /// Whether each slide has a mask of its metastases as a TIFF.
    public var hasMasks = false

    /// Whether isolated tumour cells are outlined only in part, as in real cohorts. The truth knows
    /// them all.
    public var isRealistic = false

    /// Whether the table gives one or two slides a type that they do not have. The truth is right.
    public var isDirty = false

    /// The layout of CAMELYON17 without masks, all outlined and rightly labelled.
    public init() {}

    /// For messages, such as ", camelyon16, masks"; empty if all is as usual.
    var summary: String {
        let parts = [
            layout == .camelyon17 ? nil : layout.rawValue, hasMasks ? "masks" : nil,
            isRealistic ? "realistic" : nil, isDirty ? "dirty" : nil,
        ]
        return parts.compactMap { $0.map { ", " + $0 } }.joined()
    }
}
