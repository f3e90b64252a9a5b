/// A way to write a colour as three numbers.
///
/// All of them are reached from sRGB, the colours of screens and of image files, and lead back:
///
///     hsv  <->  rgb  <->  linearRGB  <->  xyz  <->  lab
///     yCbCr <-> rgb
///
/// The white is D65, the observer that of 2 degrees, as sRGB has them.
public enum ColorSpace: String, Sendable, Hashable, CaseIterable, Codable {
    /// Red, green and blue as an image file has them, each from 0 to 1.
    ///
    /// Source: IEC 61966-2-1, Default RGB colour space: sRGB, 1999.
    case rgb

    /// Red, green and blue in proportion to the light, each from 0 to 1: twice the number, twice
    /// the photons.
    case linearRGB

    /// X, Y and Z: what three standard sensors of the eye receive. Y is the luminance, 1 for white.
    ///
    /// Source: CIE 15, Colorimetry, 2004.
    case xyz

    /// Lightness from 0 (black) to 100 (white), a from green (below 0) to red, b from blue (below
    /// 0) to yellow. Distances are about as large as the eye finds the differences.
    ///
    /// Source: CIE 15, Colorimetry, 2004 (CIE L\*a\*b\*).
    case lab

    /// Hue in degrees from 0 up to but not including 360, saturation and value from 0 to 1, as in
    /// ``HSV``.
    case hsv

    /// Luma Y, blue difference Cb and red difference Cr in bytes, from 0 to 255; grey has Cb = Cr =
    /// 128. So JPEG files, and with them most slides, keep their colours.
    ///
    /// Source: ITU-T T.871, JPEG file interchange format, 2011.
    case yCbCr

    /// The names of the three channels, in their order.
    public var channelNames: [String] {
        switch self {
        case .rgb, .linearRGB: ["red", "green", "blue"]
        case .xyz: ["X", "Y", "Z"]
        case .lab: ["lightness", "a", "b"]
        case .hsv: ["hue", "saturation", "value"]
        case .yCbCr: ["Y", "Cb", "Cr"]
        }
    }
}

extension ColorSpace {
    /// The spaces on the way from the bytes of a file to what the eye sees, in their order.
    private static let light: [ColorSpace] = [.rgb, .linearRGB, .xyz, .lab]

    /// What is to be done with colours of this space, step by step, to have those of another one.
    func steps(to target: ColorSpace) -> [ColorStep] {
        if self == target { return [] }
        guard let start = Self.light.firstIndex(of: self),
            let end = Self.light.firstIndex(of: target)
        else {
            // HSV and YCbCr are reached from sRGB alone.
            return stepsToRGB + target.stepsFromRGB
        }
        if start < end { return (start..<end).map { ColorStep.up[$0] } }
        let down = (end..<start).reversed().map { ColorStep.down[$0] }
        // Of dark colours the last digits count, and numbers between two steps would lose them.
        return down.starts(with: [.xyzOfLab, .linearOfXYZ])
            ? [.linearOfLab] + down.dropFirst(2) : down
    }

    private var stepsToRGB: [ColorStep] {
        switch self {
        case .hsv: [.rgbOfHSV]
        case .yCbCr: [.rgbOfYCbCr]
        default: steps(to: .rgb)
        }
    }

    private var stepsFromRGB: [ColorStep] {
        switch self {
        case .hsv: [.hsvOfRGB]
        case .yCbCr: [.yCbCrOfRGB]
        default: ColorSpace.rgb.steps(to: self)
        }
    }
}

/// One step from a colour space to its neighbour.
enum ColorStep: Sendable, Equatable {
    case linearOfRGB, xyzOfLinear, labOfXYZ
    case rgbOfLinear, linearOfXYZ, xyzOfLab

    /// Two steps in one, in double precision.
    case linearOfLab
    case hsvOfRGB, rgbOfHSV
    case yCbCrOfRGB, rgbOfYCbCr

    /// From sRGB towards CIE Lab.
    static let up: [ColorStep] = [.linearOfRGB, .xyzOfLinear, .labOfXYZ]

    /// The ways back, each at the place of its counterpart.
    static let down: [ColorStep] = [.rgbOfLinear, .linearOfXYZ, .xyzOfLab]
}
