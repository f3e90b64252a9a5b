extension Mask: Codable {
    private enum CodingKeys: String, CodingKey { case size, pixels }

    /// A mask that comes from elsewhere, such as a file or another process.
    ///
    /// - Throws: `DecodingError` if the values do not fill the size.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let size = try container.decode(PixelSize.self, forKey: .size)
        let pixels = try container.decode([Bool].self, forKey: .pixels)
        guard size.checkedArea == pixels.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .pixels, in: container,
                debugDescription: "\(pixels.count) values do not fill a mask of \(size) pixels")
        }
        self.init(size: size, pixels: pixels)
    }

    /// The size and the values.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(size, forKey: .size)
        try container.encode(pixels, forKey: .pixels)
    }
}
