/// How pen, black blocks and folds are told from tissue and glass.
///
/// Saturations S, values V and chromas S V are those of the HSV model, from 0 to 1.
public struct MaterialSettings: Sendable, Equatable {
    /// How tissue is told from glass, and at which resolution: 8 micrometres a pixel, for folds are
    /// narrow.
    public var tissue: TissueSettings

    /// Pixels of which no colour is brighter than this value belong to a black block.
    public var blackValue = 0.08

    /// The pens with colours.
    public var inks = [PenInk.blueAndGreen, .violetBlue, .red]

    /// Black ink lets some light through: its pixels are at least this dark (V), and hardly colourful
    /// (S V up to `blackInkChroma`).
    public var blackInkValue = 0.35

    /// How colourful black ink may be: tissue that is as dark is more so.
    public var blackInkChroma = 0.1

    /// Ink on less than this area, in square millimetres, is none: dust is grey and may be dark too.
    public var minimumPenArea = 0.03

    /// By how many deviations S - V must be above the median of the slide's tissue, so that a fold
    /// begins there.
    public var foldDeviations = 2.5

    /// By how much S - V must be above the median at least: tissue that is alike all over has no folds.
    public var minimumFoldContrast = 0.3

    /// Where S - V is above the median by this share of what a fold begins with, the fold goes on.
    public var foldRimShare = 2.0 / 3

    /// Folds of less than this area, in square millimetres, are none.
    public var minimumFoldArea = 0.004

    /// The settings for slides with haematoxylin and eosin.
    public init() {
        tissue = TissueSettings()
        tissue.micronsPerPixel = 8
        // What is darker may be a fold; black blocks and ink are told by themselves.
        tissue.minimumLuma = 20
    }
}

extension MaterialSettings {
    /// Stops with a sentence if the settings make no sense.
    func requireSense() {
        tissue.requireSense()
        let limits = [
            blackValue, blackInkValue, blackInkChroma, minimumPenArea, foldDeviations,
            minimumFoldContrast, minimumFoldArea,
        ]
        require(
            limits.allSatisfy { $0 >= 0 && $0.isFinite },
            "the limits of materials are numbers from 0 on, but one of \(limits) is not")
        require(
            (0...1).contains(foldRimShare),
            "a fold goes on at a share, from 0 to 1, of what it begins with, not \(foldRimShare)")
    }
}

/// What the colour of a pen's ink is.
public struct PenInk: Sendable, Equatable, Codable {
    /// Hues in degrees; below 0 for the red ones beyond 360.
    public var hues: ClosedRange<Double>

    /// A stroke begins where a pixel of these hues is at least as colourful (S).
    public var saturation: Double

    /// It goes on where a pixel is at least as colourful: at its rim, and where it is thin.
    public var rimSaturation: Double

    /// An ink from its limits.
    public init(hues: ClosedRange<Double>, saturation: Double, rimSaturation: Double) {
        self.hues = hues
        self.saturation = saturation
        self.rimSaturation = rimSaturation
    }

    /// Hues that no stain of H&E has: from yellow-green to blue.
    public static let blueAndGreen = PenInk(hues: 70...228, saturation: 0.35, rimSaturation: 0.1)

    /// A blue that pale haematoxylin has too, but never as strongly.
    public static let violetBlue = PenInk(hues: 228...240, saturation: 0.5, rimSaturation: 0.5)

    /// A red that is stronger than that of eosin and of blood.
    public static let red = PenInk(hues: -15...20, saturation: 0.65, rimSaturation: 0.4)

    /// Whether a colour has the hue.
    func contains(hueOf color: HSV) -> Bool {
        let hue = Double(color.hue)
        return hues.contains(hue) || hues.contains(hue - 360)
    }
}
