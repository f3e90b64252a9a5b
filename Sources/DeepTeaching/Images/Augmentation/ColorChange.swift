import CKernels

/// A change of brightness, contrast, saturation and hue: what a camera or a screen does, whatever the
/// picture shows.
///
/// With the colour I of a pixel, its luma Y = 0.299 R + 0.587 G + 0.114 B, and the mean luma M of the
/// picture that was made brighter:
///
///     brighter      I' = brightness I
///     contrast      I' = M + contrast (I - M)
///     saturation    I' = Y + saturation (I - Y)
///
/// in this order and without rounding in between; the result is kept from 0 to 255, and then the hue
/// of the HSV model turns.
public struct ColorChange: Sendable, Equatable, Codable {
    /// The factor on the light, from 0 on; 1 changes nothing.
    public var brightness: Double

    /// The factor on the distance from the mean luma, from 0 (all grey) on; 1 changes nothing.
    public var contrast: Double

    /// The factor on the distance from a pixel's own grey, from 0 (no colour) on; 1 changes nothing.
    public var saturation: Double

    /// By how many degrees the hue turns: red becomes yellow by 60, green by 120.
    public var hue: Double

    /// A change; the usual one changes nothing.
    public init(
        brightness: Double = 1, contrast: Double = 1, saturation: Double = 1, hue: Double = 0
    ) {
        self.brightness = brightness
        self.contrast = contrast
        self.saturation = saturation
        self.hue = hue
    }
}

extension Image {
    /// The picture with other colours.
    ///
    /// - Throws: `PictureError` if a factor is not from 0 to 1000, or the hue is no number.
    public func applying(_ change: ColorChange) throws -> Image {
        let kernel = try change.kernel(for: self)
        return Image(
            size: size,
            pixels: [UInt8](unsafeUninitializedCapacity: pixels.count) { output, count in
                pixels.withUnsafeBufferPointer { input in
                    withUnsafePointer(to: kernel) {
                        change_colors($0, size.area, input.baseAddress, output.baseAddress)
                    }
                }
                count = pixels.count
            })
    }

    /// The mean of the luma over all pixels, from 0 to 255.
    fileprivate var meanLuma: Double {
        let sums = pixels.withUnsafeBufferPointer { pixels in
            var (red, green, blue) = (0, 0, 0)
            for index in stride(from: 0, to: pixels.count, by: 3) {
                red &+= Int(pixels[index])
                green &+= Int(pixels[index &+ 1])
                blue &+= Int(pixels[index &+ 2])
            }
            return 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
        }
        return sums / Double(max(1, size.area))
    }
}

extension ColorChange {
    /// Brightness, contrast and saturation are linear, so they are one map: gain I + luma Y + offset.
    fileprivate func kernel(for image: Image) throws -> color_change {
        for (name, factor) in [
            ("brightness", brightness), ("contrast", contrast), ("saturation", saturation),
        ] {
            try PictureError.check(
                factor, in: 0...1000, "\(name) factor", allowed: "a number from 0 to 1000")
        }
        try PictureError.check(
            hue, in: -1e6...1e6, "turn of the hue", allowed: "a number of degrees")
        let offset = contrast == 1 ? 0 : (1 - contrast) * brightness * image.meanLuma
        let light = brightness * contrast
        let sixths = hue.remainder(dividingBy: 360) / 60
        return color_change(
            gain: Float(saturation * light), luma: Float((1 - saturation) * light),
            offset: Float(offset), hue: Float(sixths < 0 ? sixths + 6 : sixths))
    }
}
