import DeepTeaching

extension Tensor: Codable {
    private enum CodingKeys: String, CodingKey { case shape, elements }

    /// A tensor that travels between the processes.
    ///
    /// - Throws: `DecodingError` if the elements do not fill the shape.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let shape = try container.decode([Int].self, forKey: .shape)
        let elements = try container.decode([Scalar].self, forKey: .elements)
        // A shape from elsewhere may have negative lengths or a product that overflows.
        let count = shape.reduce(Optional(1)) { product, length in
            guard let product, length >= 0 else { return nil }
            let (result, isTooLarge) = product.multipliedReportingOverflow(by: length)
            return isTooLarge ? nil : result
        }
        guard count == elements.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .elements, in: container,
                debugDescription: "\(elements.count) elements do not fill the shape \(shape)")
        }
        self.init(elements, shape: shape)
    }

    /// The shape and the elements, the last axis varying fastest.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(shape, forKey: .shape)
        try container.encode(elements, forKey: .elements)
    }
}
