import Foundation

extension Plane {
    /// The plane as the bytes of a grey PNG file: 0 is black and 1 white, rounded to 256 steps.
    ///
    /// Values below 0, and those that are not numbers, become black; those above 1 white.
    ///
    /// - Throws: `PNGError` if the plane has no pixels.
    public func pngData() throws -> Data {
        let pixels = values.map { value in
            value > 0 ? UInt8((min(value, 1) * 255).rounded()) : 0
        }
        return try PNGCoder.encode(pixels, size: size, channels: .gray)
    }

    /// Writes the plane as a grey PNG file. The file appears only when it is whole.
    ///
    /// - Throws: `PNGError` if the plane has no pixels or the file cannot be written.
    public func writePNG(to url: URL) throws {
        try PNGCoder.write(pngData(), to: url)
    }

    /// The brightness in a PNG file, from 0 for black to 1 for white, in steps of 1 / 255: grey as
    /// it is stored, colours as `Image.luma()` weighs them.
    ///
    /// - Throws: `PNGError` if the file is missing, damaged or too large.
    public init(png url: URL) throws {
        let picture = try PNGPicture(url)
        self.init(size: picture.size, values: picture.gray.map { Float($0) / 255 })
    }
}
