import DeepTeaching

/// Tensors as pictures, and pictures as tensors.
extension Image {
    /// Red, green and blue from 0 to 1, axes [height, width, channel].
    var tensor: Tensor<Float> {
        Tensor(images: [self]).reshaped([size.height, size.width, 3])
    }
}

extension Tensor<Float> {
    /// The picture of an image [height, width, 3] of numbers from 0 to 1.
    var image: Image { insertingAxis(at: 0).images()[0] }

    /// One channel of an image as a grey picture.
    func grey(channel: Int) -> Image {
        Tensor.concatenated(
            Array(repeating: slice(channel..<channel + 1, axis: 2), count: 3), axis: 2
        ).image
    }
}

extension Image {
    /// A grid of patches.
    static func batch(_ images: [Image]) -> Image { .grid(images, columns: 8, spacing: 3) }
}
