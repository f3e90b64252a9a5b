/// The functions to write in Lesson 8: what colours say, and how two stains are told apart.
public protocol ColorModelsContract: Sendable {
    /// Hue in degrees, saturation and value of a colour from 0 to 1.
    static func hsv(from rgb: [Double]) throws -> [Double]

    /// How much light each byte lost on its way through the tissue.
    static func opticalDensity(bytes: [Int], white: Double) throws -> [Double]

    /// The amounts of two stains in each pixel that come closest to its densities.
    static func unmix(densities: [[Double]], stains: [[Double]]) throws -> [[Double]]

    /// The two stains of a slide by Macenko's method, in a plane that is given.
    static func macenkoStains(
        densities: [[Double]], axes: [[Double]], leastDensity: Double, outliers: Double
    ) throws -> [[Double]]

    /// Pixels in the stains and the strength of another slide.
    static func normalizeStain(
        amounts: [[Double]], strength: [Double], target: StainTarget
    ) throws -> [[Int]]
}

/// The staining that pictures are brought to.
public struct StainTarget: Codable, Sendable, Hashable {
    /// Two unit vectors, haematoxylin and eosin: their densities in red, green and blue.
    public var stains: [[Double]]

    /// The amount of each stain that counts as strong.
    public var strength: [Double]

    /// The byte of bare glass.
    public var white: Double

    /// Stains, their strengths, and the glass.
    public init(stains: [[Double]], strength: [Double], white: Double) {
        self.stains = stains
        self.strength = strength
        self.white = white
    }
}

/// The calls of Lesson 8's exercises.
public enum ColorModelsCalls {
    /// A colour as hue, saturation and value.
    public static let hsv = Call("hsv(from:)") {
        (contract: any ColorModelsContract.Type, rgb: [Double]) in
        try contract.hsv(from: rgb)
    }

    /// Light lost.
    public static let opticalDensity = Call("opticalDensity(bytes:white:)") {
        (contract: any ColorModelsContract.Type, bytes: [Int], white: Double) in
        try contract.opticalDensity(bytes: bytes, white: white)
    }

    /// Two stains told apart.
    public static let unmix = Call("unmix(densities:stains:)") {
        (contract: any ColorModelsContract.Type, densities: [[Double]], stains: [[Double]]) in
        try contract.unmix(densities: densities, stains: stains)
    }

    /// The stains of a slide.
    public static let macenkoStains = Call(
        "macenkoStains(densities:axes:leastDensity:outliers:)"
    ) {
        (
            contract: any ColorModelsContract.Type, densities: [[Double]], axes: [[Double]],
            leastDensity: Double, outliers: Double
        ) in
        try contract.macenkoStains(
            densities: densities, axes: axes, leastDensity: leastDensity, outliers: outliers)
    }

    /// Pixels in another staining.
    public static let normalizeStain = Call("normalizeStain(amounts:strength:target:)") {
        (
            contract: any ColorModelsContract.Type, amounts: [[Double]], strength: [Double],
            target: StainTarget
        ) in
        try contract.normalizeStain(amounts: amounts, strength: strength, target: target)
    }
}

extension LessonOutline {
    /// Lesson 8: colours, and the stains behind them.
    public static let colorModels = LessonOutline(
        name: "Lesson08ColorModels",
        question: "What do haematoxylin and eosin say apart?",
        exercises: [
            Exercise(
                "hsv", title: "Say a colour as hue, saturation, value",
                checks: ["sectors": 8, "greys": 5, "saturation": 5],
                step: "Nine numbers for one pixel",
                documentation: "HSV; Smith, Color gamut transform pairs, 1978",
                librarysOwn: ["hsv", "RGB", "converted"]),
            Exercise(
                "opticalDensity", title: "From light to density",
                checks: ["densities": 8, "black": 6],
                step: "Stains add up, light multiplies",
                documentation: "OpticalDensity", librarysOwn: ["OpticalDensity"]),
            Exercise(
                "unmix", title: "Tell two stains apart",
                checks: ["amounts": 12, "lengths": 6, "negative": 4],
                step: "Two unknowns, three equations",
                documentation: "StainVectors; Ruifrok and Johnston, 2001",
                librarysOwn: ["StainVectors", "ColorDeconvolution", "unmix"]),
            Exercise(
                "macenkoStains", title: "Find the stains of a slide",
                checks: ["angles": 10, "outliers": 8, "background": 8],
                step: "A slide tells its own stains",
                documentation: "MacenkoNormalizer; Macenko et al., 2009",
                librarysOwn: ["MacenkoNormalizer"]),
            Exercise(
                "normalizeStain", title: "Stain a pixel anew",
                checks: ["light": 12, "bytes": 8],
                step: "Five hospitals in one stain",
                documentation: "StainNormalizer, DensityChange",
                librarysOwn: ["MacenkoNormalizer", "DensityChange"]),
        ])
}

/// The contract of Lesson 8 with the calls of its exercises.
public let colorModelsContract = LessonContract<any ColorModelsContract.Type>(
    .colorModels,
    calls: [
        ColorModelsCalls.hsv.listed, ColorModelsCalls.opticalDensity.listed,
        ColorModelsCalls.unmix.listed, ColorModelsCalls.macenkoStains.listed,
        ColorModelsCalls.normalizeStain.listed,
    ])
