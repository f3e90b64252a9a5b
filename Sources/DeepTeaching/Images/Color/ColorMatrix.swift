/// A matrix that makes other colours of three channels.
struct ColorMatrix: Sendable {
    /// A row for each channel that it makes.
    let rows: [SIMD3<Double>]

    /// X, Y, Z of light that a screen of sRGB sends: white has Y = 1.
    ///
    /// Source: ITU-R, Recommendation BT.709, Parameter values for HDTV, for the primaries; six
    /// digits, as scikit-image has them.
    static let xyzOfLinear = ColorMatrix(
        rows: [
            [0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169],
            [0.019334, 0.119193, 0.950227],
        ])

    /// Its inverse.
    static let linearOfXYZ = ColorMatrix(
        rows: [
            [3.2404813432005266, -1.5371515162713185, -0.4985363261688878],
            [-0.9692549499965682, 1.8759900014898907, 0.04155592655829284],
            [0.05564663913517716, -0.20404133836651123, 1.0573110696453443],
        ])

    /// Luma and two differences in bytes, of red, green and blue from 0 to 1; grey is 0 in the
    /// last two.
    static let lumaOfRGB = ColorMatrix(
        rows: [
            255 * SIMD3(0.299, 0.587, 0.114), 255 * SIMD3(-0.168736, -0.331264, 0.5),
            255 * SIMD3(0.5, -0.418688, -0.081312),
        ])
}
