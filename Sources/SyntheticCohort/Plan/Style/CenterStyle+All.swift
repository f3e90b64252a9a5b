extension CenterStyle {
    /// The five centres.
    ///
    /// The stain vectors were measured on CAMELYON17 tiles (Macenko's method, natural-log optical
    /// density, white at 240); the rest is chosen so that a network trained in some centres loses
    /// on the others about what real ones lose.
    static let all: [CenterStyle] = [
        CenterStyle(
            stain: StainStyle(
                hematoxylin: [0.524, 0.743, 0.416], eosin: [0.246, 0.827, 0.505],
                hematoxylinScale: 1.35, eosinScale: 1.0, variation: 0.16),
            scanner: ScannerStyle(
                glass: [243, 241, 243], blur: 0.8, sharpening: 0.2, saturation: 1.0, noise: 1.5,
                jpegQuality: 87),
            tissue: TissueStyle(
                tumorDiameter: 11.0, tumorHematoxylin: 0.72, tumorEosin: 0.56,
                germinalDiameter: 8.6, germinalHematoxylin: 0.57,
                germinalCenters: 0.9, sinusLoad: 0.15,
                reaction: .activated(
                    extent: 0.12, nucleus: [4.3, 3.9], hematoxylin: 0.68, eosin: 0.5),
                fattyNodes: 0.3),
            accidents: AccidentStyle(
                pen: 0, fold: 0.25, defocus: 0.15, tear: 0.3, bubble: 0.05, dust: 0.3,
                blackBlock: 0.05)),
        CenterStyle(
            stain: StainStyle(
                hematoxylin: [0.593, 0.685, 0.423], eosin: [0.430, 0.824, 0.368],
                hematoxylinScale: 1.5, eosinScale: 1.4, variation: 0.22),
            scanner: ScannerStyle(
                glass: [238, 240, 241], blur: 0.6, sharpening: 1.5, saturation: 1.0, noise: 1.8,
                jpegQuality: 88),
            tissue: TissueStyle(
                tumorDiameter: 9.4, tumorHematoxylin: 0.76, tumorEosin: 0.47,
                germinalDiameter: 8.6, germinalHematoxylin: 0.56,
                germinalCenters: 0.6, sinusLoad: 0.5,
                reaction: .activated(
                    extent: 0.05, nucleus: [4.0, 3.6], hematoxylin: 0.82, eosin: 0.5),
                fattyNodes: 0.4),
            accidents: AccidentStyle(
                pen: 0.3, fold: 0.35, defocus: 0.1, tear: 0.4, bubble: 0.1, dust: 0.4,
                blackBlock: 0.02)),
        CenterStyle(
            stain: StainStyle(
                hematoxylin: [0.602, 0.757, 0.254], eosin: [0.249, 0.913, 0.322],
                hematoxylinScale: 1.5, eosinScale: 1.15, variation: 0.22),
            scanner: ScannerStyle(
                glass: [240, 236, 243], blur: 0.8, sharpening: -0.9, saturation: 1.05, noise: 1.3,
                jpegQuality: 90),
            tissue: TissueStyle(
                tumorDiameter: 9.8, tumorHematoxylin: 0.83, tumorEosin: 0.53,
                germinalDiameter: 10.4, germinalHematoxylin: 0.76,
                germinalCenters: 0.35, sinusLoad: 0.75,
                reaction: .activated(
                    extent: 0.17, nucleus: [4.1, 3.7], hematoxylin: 0.7, eosin: 0.45),
                fattyNodes: 0.25),
            accidents: AccidentStyle(
                pen: 0.05, fold: 0.3, defocus: 0.15, tear: 0.25, bubble: 0.02, dust: 0.2,
                blackBlock: 0.12)),
        CenterStyle(
            stain: StainStyle(
                hematoxylin: [0.553, 0.748, 0.367], eosin: [0.261, 0.886, 0.382],
                hematoxylinScale: 2.55, eosinScale: 1.65, variation: 0.19),
            scanner: ScannerStyle(
                glass: [241, 243, 244], blur: 0.95, sharpening: 0.6, saturation: 1.0, noise: 1.6,
                jpegQuality: 87),
            tissue: TissueStyle(
                tumorDiameter: 7.8, tumorHematoxylin: 0.86, tumorEosin: 0.47,
                germinalDiameter: 9.4, germinalHematoxylin: 0.76,
                germinalCenters: 0.85, sinusLoad: 0.85,
                reaction: ReactionStyle(extent: 0.1), fattyNodes: 0.35),
            accidents: AccidentStyle(
                pen: 0.05, fold: 0.2, defocus: 0.2, tear: 0.3, bubble: 0.05, dust: 0.5,
                blackBlock: 0.1)),
        CenterStyle(
            stain: StainStyle(
                hematoxylin: [0.654, 0.684, 0.323], eosin: [0.239, 0.932, 0.273],
                hematoxylinScale: 1.05, eosinScale: 1.05, variation: 0.19),
            scanner: ScannerStyle(
                glass: [232, 225, 219], blur: 1.6, sharpening: 0, saturation: 0.95, noise: 2.0,
                jpegQuality: 86),
            tissue: TissueStyle(
                tumorDiameter: 8.2, tumorHematoxylin: 0.72, tumorEosin: 0.54,
                germinalDiameter: 9.4, germinalHematoxylin: 0.68,
                germinalCenters: 0.9, sinusLoad: 0.7,
                reaction: .epithelioid(extent: 0.12), fattyNodes: 0.45),
            accidents: AccidentStyle(
                pen: 0.1, fold: 0.35, defocus: 0.3, tear: 0.35, bubble: 0.2, dust: 0.3,
                blackBlock: 0.05)),
    ]
}
