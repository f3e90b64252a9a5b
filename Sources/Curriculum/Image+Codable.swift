import DeepTeaching
import Foundation

extension Image: Codable {
    private enum CodingKeys: String, CodingKey { case size, pixels }

    /// A picture that travels between the processes.
    ///
    /// - Throws: `DecodingError` if the bytes do not fill the size.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let size = try container.decode(PixelSize.self, forKey: .size)
        let pixels = try container.decode(Data.self, forKey: .pixels)
        guard size.checkedArea == pixels.count / 3, pixels.count % 3 == 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .pixels, in: container,
                debugDescription: "\(pixels.count) bytes do not fill an image of \(size) pixels")
        }
        self.init(size: size, pixels: Array(pixels))
    }

    /// The size, and the bytes in base64.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(size, forKey: .size)
        try container.encode(Data(pixels), forKey: .pixels)
    }
}
