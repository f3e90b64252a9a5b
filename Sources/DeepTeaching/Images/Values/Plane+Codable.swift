extension Plane: Codable {
    private enum CodingKeys: String, CodingKey { case size, values }

    /// A plane that comes from elsewhere, such as a file or another process.
    ///
    /// - Throws: `DecodingError` if the values do not fill the size.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let size = try container.decode(PixelSize.self, forKey: .size)
        let values = try container.decode([Float].self, forKey: .values)
        guard size.checkedArea == values.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .values, in: container,
                debugDescription: "\(values.count) values do not fill a plane of \(size) pixels")
        }
        self.init(size: size, values: values)
    }

    /// The size and the values.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(size, forKey: .size)
        try container.encode(values, forKey: .values)
    }
}
