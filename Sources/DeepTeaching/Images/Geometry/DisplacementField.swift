/// How far to look for each pixel of a result: pixel p shows what the picture has at p + d(p).
public struct DisplacementField: Sendable, Equatable {
    /// The way to the right, in pixels.
    public let x: Plane

    /// The way down, in pixels.
    public let y: Plane

    /// A field of two planes.
    ///
    /// - Throws: `PictureError` if they differ in size.
    public init(x: Plane, y: Plane) throws {
        guard x.size == y.size else {
            throw PictureError.differentSizes(picture: x.size, other: y.size)
        }
        self.x = x
        self.y = y
    }

    /// A smooth field by chance: noise, blurred until neighbours go almost the same way.
    ///
    /// White noise of deviation 1 that is blurred by a Gaussian of deviation sigma has the deviation
    /// 1 / (2 sigma sqrt(pi)) left, so it is multiplied by the inverse.
    ///
    /// - Parameters:
    ///   - size: that of the picture.
    ///   - amplitude: the root of the mean square of each of the two displacements, in pixels.
    ///   - smoothness: the standard deviation of the blur, in pixels, from 0.5 on.
    ///   - generator: draws the noise.
    /// - Throws: `PictureError` if a number cannot be used.
    ///
    /// Source: Simard, Steinkraus and Platt, Best practices for convolutional neural networks applied
    /// to visual document analysis, ICDAR, 2003.
    public static func elastic(
        size: PixelSize, amplitude: Double, smoothness: Double,
        using generator: inout SeededGenerator
    ) throws -> DisplacementField {
        try PictureError.checkPixels(size)
        try PictureError.check(
            amplitude, in: 0...1000, "elastic amplitude",
            allowed: "a number of pixels from 0 to 1000")
        try PictureError.check(
            smoothness, in: 0.5...GaussianKernel.largestSigma, "elastic smoothness",
            allowed: "a number of pixels from 0.5 to 1000")
        let scale = amplitude * 2 * smoothness * Double.pi.squareRoot()
        var (right, down): ([Float], [Float]) = ([], [])
        for _ in 0..<size.area {
            let draws = generator.normalPair()
            right.append(Float(scale * draws.0))
            down.append(Float(scale * draws.1))
        }
        func smooth(_ noise: [Float]) throws -> Plane {
            try Plane(size: size, values: noise).blurred(sigma: smoothness, border: .wrap)
        }
        return try DisplacementField(x: smooth(right), y: smooth(down))
    }
}
