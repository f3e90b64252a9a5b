/// The numbers that the bytes 0 to 255 become for a network.
public enum PixelRange: String, Sendable, Codable {
    /// byte / 255: black 0, white 1.
    case zeroToOne

    /// byte / 127.5 - 1: black -1, white 1.
    case minusOneToOne

    /// The number for each byte.
    var table: [Float] {
        (0..<256).map { byte in
            switch self {
            case .zeroToOne: Float(byte) / 255
            case .minusOneToOne: Float(byte) / 127.5 - 1
            }
        }
    }

    /// The byte for a number, rounded and clamped.
    func byte(for value: Float) -> UInt8 {
        let scaled = self == .zeroToOne ? value * 255 : (value + 1) * 127.5
        return scaled.isNaN ? 0 : UInt8(min(255, max(0, scaled.rounded())))
    }
}

extension Tensor where Scalar == Float {
    /// Pictures of one size as a batch, axes [batch, height, width, channel].
    public init(images: [Image], range: PixelRange = .zeroToOne) {
        let size = images.first?.size ?? PixelSize(width: 0, height: 0)
        let (table, count) = (range.table, size.valueCount(3))
        for image in images {
            require(
                image.size == size,
                "a batch needs images of one size, not of \(size) and \(image.size)")
        }
        let elements: [Float] = parallelRows(images.count, elementsPerRow: count) { index, output in
            images[index].pixels.withUnsafeBufferPointer { pixels in
                table.withUnsafeBufferPointer { table in
                    for place in 0..<count { output[place] = table[Int(pixels[place])] }
                }
            }
        }
        self.init(elements, shape: [images.count, size.height, size.width, 3])
    }

    /// The pictures of a batch, axes [batch, height, width, 3].
    public func images(range: PixelRange = .zeroToOne) -> [Image] {
        require(
            shape.count == 4 && shape[3] == 3,
            "a tensor of shape \(shape) is no batch of images [batch, height, width, 3]")
        let size = PixelSize(width: shape[2], height: shape[1])
        let bytes = elements.map { range.byte(for: $0) }
        return (0..<shape[0]).map { index in
            let start = index * 3 * size.area
            return Image(size: size, pixels: Array(bytes[start..<start + 3 * size.area]))
        }
    }
}
