/// How much of a place belongs to each tissue, from 0 to 1: what the fields mean.
///
/// The ground and the cells on it read the fields through these shares, so they agree.
struct TissueShares {
    /// Inside a node's border.
    let node: Float
    let germinal: Float
    /// The dark ring of small lymphocytes around a germinal centre.
    let mantle: Float
    let sinus: Float
    /// Histiocytes outside the sinuses.
    let histiocytes: Float
    /// Capsule and strands.
    let fibrous: Float
    let fat: Float
    /// Inside the outline of a lesion.
    let lesion: Float
    /// Nests of tumour cells.
    let tumor: Float
    /// Open glands in the nests.
    let lumen: Float

    /// The shares at a place.
    ///
    /// - Parameters:
    ///   - field: the fields there.
    ///   - rough: a number around 0 that makes borders uneven, in micrometres of about 5.
    init(_ field: TissueField, rough: Float = 0) {
        node = ramp(field[FieldIndex.depth] + 3 * rough, -2, 2)
        lesion = ramp(field[FieldIndex.lesion], -4, 8)
        tumor =
            lesion > 0
            ? ramp(field[FieldIndex.lesion], -2, 6) * ramp(field[FieldIndex.nest], -0.08, 0.10) : 0
        lumen = tumor > 0 ? tumor * ramp(field[FieldIndex.lumen] + 4 * rough, -3, 3) : 0
        germinal = ramp(field[FieldIndex.germinal] + 12 * rough, -10, 12)
        mantle = ramp(field[FieldIndex.follicle] + 12 * rough, -10, 14) * (1 - germinal)
        sinus = ramp(field[FieldIndex.sinus] + 5 * rough, -5, 7)
        histiocytes = ramp(field[FieldIndex.histiocytes], 0, 0.15) * (1 - germinal)
        // A lesion that grows where the hilum's fat is replaces it.
        fat =
            ramp(field[FieldIndex.fat] + 6 * rough, -4, 6)
            * (1 - ramp(field[FieldIndex.lesion], -20, 5))
        let capsule = 1 - ramp(field[FieldIndex.belowCapsule], -4, 4)
        let strand = ramp(field[FieldIndex.strand], -2, 4)
        fibrous = max(capsule, strand) * (1 - lesion)
    }

    /// Lymphoid tissue that nothing else takes the place of.
    var lymphoid: Float { node * (1 - fibrous) * (1 - fat) * (1 - tumor) }
    /// Connective tissue between the nests of a tumour.
    var stroma: Float { lesion * (1 - tumor) }
}
