import Foundation

extension Image {
    /// The picture as the bytes of a PNG file, without loss.
    ///
    /// - Throws: `PNGError` if the picture has no pixels.
    public func pngData() throws -> Data {
        try PNGCoder.encode(pixels, size: size, channels: .rgb)
    }

    /// Writes the picture as a PNG file, without loss. The file appears only when it is whole.
    ///
    /// - Throws: `PNGError` if the picture has no pixels or the file cannot be written.
    public func writePNG(to url: URL) throws {
        try PNGCoder.write(pngData(), to: url)
    }

    /// The picture in a PNG file of any kind; transparent places lie over white.
    ///
    /// - Throws: `PNGError` if the file is missing, damaged or too large.
    public init(png url: URL) throws {
        let (size, pixels) = try PNGCoder.decode(url, channels: .rgb)
        self.init(size: size, pixels: pixels)
    }
}
