/// What is typical of one hospital's slides: its stains, its scanner, its tissue, its patients.
///
/// The stain vectors were measured on CAMELYON17 tiles (Macenko's method, natural-log optical
/// density, white at 240); the rest is chosen so that a network trained in some centres loses on
/// the others about what real ones lose.
struct CenterStyle: Sendable {
    /// The optical density of haematoxylin in red, green and blue: a unit vector.
    var hematoxylin: SIMD3<Double>
    /// The optical density of eosin in red, green and blue: a unit vector.
    var eosin: SIMD3<Double>
    /// The optical density of a lymphocyte's nucleus.
    var hematoxylinScale: Double
    /// The optical density of eosin where its concentration is 1.
    var eosinScale: Double
    /// The colour of bare glass.
    var glass: SIMD3<Double>
    /// The scanner's blur in micrometres.
    var blur: Double
    /// The median diameter of tumour nuclei in micrometres.
    var tumorDiameter: Double
    /// Haematoxylin of tumour nuclei, relative to a lymphocyte's.
    var tumorHematoxylin: Double
    /// Eosin of tumour cytoplasm.
    var tumorEosin: Double
    /// How many follicles have a germinal centre, 0 to 1.
    var germinalCenters: Double
    /// How full of histiocytes the sinuses are, 0 to 1.
    var sinusLoad: Double
    /// How often a slide has a pen stroke.
    var penRate: Double
    /// How often a slide has a fold.
    var foldRate: Double
    /// How often a slide has an unsharp spot.
    var defocusRate: Double

    /// The five centres; a cohort with more begins again.
    static let all: [CenterStyle] = [
        CenterStyle(
            hematoxylin: [0.524, 0.743, 0.416], eosin: [0.246, 0.827, 0.505],
            hematoxylinScale: 1.35, eosinScale: 1.0, glass: [243, 241, 243], blur: 0.8,
            tumorDiameter: 10.6, tumorHematoxylin: 0.82, tumorEosin: 0.53, germinalCenters: 0.45,
            sinusLoad: 0.45, penRate: 0, foldRate: 0.25, defocusRate: 0.15),
        CenterStyle(
            hematoxylin: [0.593, 0.685, 0.423], eosin: [0.430, 0.824, 0.368],
            hematoxylinScale: 1.5, eosinScale: 1.4, glass: [238, 240, 241], blur: 0.65,
            tumorDiameter: 9.9, tumorHematoxylin: 0.78, tumorEosin: 0.49, germinalCenters: 0.3,
            sinusLoad: 0.7, penRate: 0.3, foldRate: 0.35, defocusRate: 0.1),
        CenterStyle(
            hematoxylin: [0.602, 0.757, 0.254], eosin: [0.249, 0.913, 0.322],
            hematoxylinScale: 1.5, eosinScale: 1.15, glass: [240, 236, 243], blur: 0.65,
            tumorDiameter: 10.8, tumorHematoxylin: 0.84, tumorEosin: 0.55, germinalCenters: 0.6,
            sinusLoad: 0.3, penRate: 0.05, foldRate: 0.3, defocusRate: 0.15),
        CenterStyle(
            hematoxylin: [0.553, 0.748, 0.367], eosin: [0.261, 0.886, 0.382],
            hematoxylinScale: 2.55, eosinScale: 1.65, glass: [241, 243, 244], blur: 0.95,
            tumorDiameter: 10.3, tumorHematoxylin: 0.76, tumorEosin: 0.51, germinalCenters: 0.35,
            sinusLoad: 0.5, penRate: 0.05, foldRate: 0.2, defocusRate: 0.2),
        CenterStyle(
            hematoxylin: [0.654, 0.684, 0.323], eosin: [0.239, 0.932, 0.273],
            hematoxylinScale: 1.05, eosinScale: 1.05, glass: [232, 225, 219], blur: 1.2,
            tumorDiameter: 11.2, tumorHematoxylin: 0.86, tumorEosin: 0.55, germinalCenters: 0.5,
            sinusLoad: 0.6, penRate: 0.1, foldRate: 0.35, defocusRate: 0.3),
    ]

    /// The style of a centre, counted from 0.
    static func style(ofCenter center: Int) -> CenterStyle { all[center % all.count] }
}
