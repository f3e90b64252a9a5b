import DeepTeaching

/// What is typical of one hospital's slides: its stains, its scanner, its tissue and its accidents.
///
/// A slide varies all of it a little (`SlideStyle`).
struct CenterStyle: Sendable {
    var stain: StainStyle
    var scanner: ScannerStyle
    var tissue: TissueStyle
    var accidents: AccidentStyle

    /// The style of a centre, counted from 0; a cohort with more than five begins again.
    static func style(ofCenter center: Int) -> CenterStyle { all[center % all.count] }
}

/// How a laboratory stains.
struct StainStyle: Sendable {
    /// The optical density of haematoxylin in red, green and blue: a unit vector.
    var hematoxylin: SIMD3<Double>
    /// The optical density of eosin in red, green and blue: a unit vector.
    var eosin: SIMD3<Double>
    /// The optical density of a lymphocyte's nucleus.
    var hematoxylinScale: Double
    /// The optical density of eosin where its concentration is 1.
    var eosinScale: Double
    /// By how much both vary from batch to batch, as a part of them.
    var variation: Double
}

/// How a scanner sees.
struct ScannerStyle: Sendable {
    /// The colour of bare glass.
    var glass: SIMD3<Double>
    /// How far a point is smeared, in micrometres.
    var blur: Double
    /// How much the difference between a pixel and the ring of its eight neighbours is raised: 0
    /// leaves it, 1 doubles it, below 0 the picture is smoothed.
    var sharpening: Double
    /// What a slide adds to that in red, green and blue: a lens focuses the colours at different
    /// heights, and no two slides lie at the same one.
    var colorSharpening: SIMD3<Double> = .zero
    /// How far the colours are from grey: 1 as they are, 0 grey.
    var saturation: Double
    /// The deviation of the camera's noise in grey levels.
    var noise: Double
    /// The quality of the file's JPEG tiles, 1 to 100.
    var jpegQuality: Int
}

/// What the patients' tissue is like.
struct TissueStyle: Sendable {
    /// The median diameter of tumour nuclei in micrometres.
    var tumorDiameter: Double
    /// Haematoxylin of tumour nuclei, relative to a lymphocyte's.
    var tumorHematoxylin: Double
    /// Eosin of tumour cytoplasm.
    var tumorEosin: Double
    /// The median diameter of the nuclei in germinal centres in micrometres, and their haematoxylin,
    /// relative to a lymphocyte's.
    var germinalDiameter: Double
    var germinalHematoxylin: Double
    /// How many follicles have a germinal centre, 0 to 1.
    var germinalCenters: Double
    /// How full of histiocytes the sinuses are, 0 to 1.
    var sinusLoad: Double
    /// The histiocytes that gather outside the sinuses.
    var reaction: ReactionStyle
    /// How often a node is replaced by fat far beyond its hilum.
    var fattyNodes: Double
}

/// The histiocytes that gather in a node at work: sheets of large cells, pale and pink as a rule.
///
/// How they look differs by hospital, as their patients do, and is what a network cannot know of a
/// hospital that it has not seen: here a reaction looks like the tumours of another hospital.
struct ReactionStyle: Sendable {
    /// How much more or less of the tissue they take than usual: it is added to a noise between
    /// about -1 and 1, and they gather where the sum is high.
    var extent: Double
    /// How closely they stand there, relative to a full sinus.
    var share = 0.7
    /// The share of lymphocytes that give way to them.
    var displaced = 0.45
    /// Their size relative to bodies of 15 x 12 um.
    var size: Float = 1
    /// The semi-axes of their nuclei at size 1, in micrometres, and the haematoxylin of the palest,
    /// relative to a lymphocyte's.
    var nucleus: SIMD2<Float> = [4, 3]
    var hematoxylin: Float = 0.58
    /// The eosin of their bodies.
    var eosin: Float = 0.5

    /// Swollen, deeply pink cells in sheets with few lymphocytes between them.
    static func epithelioid(extent: Double) -> ReactionStyle {
        ReactionStyle(
            extent: extent, share: 1, displaced: 0.8, size: 1.25, eosin: 0.72)
    }

    /// Cells with round nuclei in dense sheets.
    static func activated(
        extent: Double, nucleus: SIMD2<Float>, hematoxylin: Float, eosin: Float
    ) -> ReactionStyle {
        ReactionStyle(
            extent: extent, share: 0.9, displaced: 0.75, nucleus: nucleus,
            hematoxylin: hematoxylin, eosin: eosin)
    }
}

/// How often something goes wrong on a slide, 0 to 1.
struct AccidentStyle: Sendable {
    var pen: Double
    var fold: Double
    var defocus: Double
    var tear: Double
    var bubble: Double
    var dust: Double
    var blackBlock: Double
}
