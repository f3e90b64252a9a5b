import Foundation

extension Mask {
    /// The mask as the bytes of a grey PNG file: foreground 255, background 0.
    ///
    /// - Throws: `PNGError` if the mask has no pixels.
    public func pngData() throws -> Data {
        try PNGCoder.encode(pixels.map { $0 ? 255 : 0 }, size: size, channels: .gray)
    }

    /// Writes the mask as a grey PNG file. The file appears only when it is whole.
    ///
    /// - Throws: `PNGError` if the mask has no pixels or the file cannot be written.
    public func writePNG(to url: URL) throws {
        try PNGCoder.write(pngData(), to: url)
    }

    /// The mask in a PNG file: what is 128 or brighter is foreground; of colours, `Image.luma()`.
    ///
    /// - Throws: `PNGError` if the file is missing, damaged or too large.
    public init(png url: URL) throws {
        let picture = try PNGPicture(url)
        self.init(size: picture.size, pixels: picture.gray.map { $0 >= 128 })
    }
}
