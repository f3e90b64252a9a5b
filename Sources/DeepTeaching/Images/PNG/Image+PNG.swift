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

    /// The picture in a PNG file of any kind, of an animated one the first.
    ///
    /// The numbers are those of the file: a gamma or a colour profile that it states is not applied.
    /// 16 bits a channel are divided by 257 and rounded, fewer than 8 stretched to 0...255.
    /// Transparent pixels are blended with white, a c + (1 - a) 255.
    ///
    /// - Throws: `PNGError` if the file is missing, damaged or too large.
    public init(png url: URL) throws {
        let picture = try PNGPicture(url)
        self.init(size: picture.size, pixels: picture.rgb)
    }
}
