import Foundation

/// The weights of a Gaussian blur along one axis:
///
///     w_i = exp(-i^2 / (2 sigma^2)) / sum,   i from -n to n,   n = floor(4 sigma + 0.5)
///
/// as `scipy.ndimage.gaussian_filter` and `skimage.filters.gaussian` compute them: what is cut off
/// beyond four standard deviations is 6 in 100,000.
struct GaussianKernel: Sendable, Equatable {
    /// The weights, of an odd number; their sum is 1.
    let weights: [Float]

    /// The weights for a standard deviation in pixels; 0 is the pixel itself.
    ///
    /// - Throws: `PictureError` if it is not from 0 to ``largestSigma``.
    init(sigma: Double) throws {
        try PictureError.check(
            sigma, in: 0...Self.largestSigma, "blur's standard deviation",
            allowed: "a number of pixels from 0 to \(Int(Self.largestSigma))")
        let reach = sigma > 0 ? Int(4 * sigma + 0.5) : 0
        let heights = (-reach...reach).map { i in
            reach == 0 ? 1 : exp(-0.5 * Double(i * i) / (sigma * sigma))
        }
        let sum = heights.reduce(0, +)
        weights = heights.map { Float($0 / sum) }
    }

    /// Larger blurs would look at windows of more than 8,000 pixels.
    static let largestSigma = 1000.0
}
