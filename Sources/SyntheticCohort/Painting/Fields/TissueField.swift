/// The smooth functions that say what tissue lies at a place, sixteen numbers at once.
///
/// Most are rough distances in micrometres, positive inside: a distance stays sharp when it is
/// computed on a coarse grid and cut off late.
typealias TissueField = SIMD16<Float>

/// Which of the sixteen numbers is which.
enum FieldIndex {
    /// How deep in a lymph node.
    static let depth = 0
    /// How deep below the capsule.
    static let belowCapsule = 1
    /// How far inside a sinus, subcapsular or medullary.
    static let sinus = 2
    /// How far inside a germinal centre.
    static let germinal = 3
    /// How far inside a follicle, mantle included.
    static let follicle = 4
    /// How far inside a fibrous strand, of the node or of the fat.
    static let strand = 5
    /// How far inside fat.
    static let fat = 6
    /// How far inside a lesion.
    static let lesion = 7
    /// Above 0 in a nest of tumour cells.
    static let nest = 8
    /// How densely lymphocytes lie, -1 to 1.
    static let density = 9
    /// How thick the section is; 1 is normal.
    static let thickness = 10
    /// Above 0 where histiocytes gather outside the sinuses.
    static let histiocytes = 11
    /// How far inside the lumen of a gland of tumour cells.
    static let lumen = 12
    /// In a germinal centre: -1 at the dark end, 1 at the light one.
    static let polarity = 13
    /// How strongly eosin stains here, -1 to 1.
    static let eosin = 14
    /// A coordinate across collagen fibres, in micrometres.
    static let fiber = 15
}
