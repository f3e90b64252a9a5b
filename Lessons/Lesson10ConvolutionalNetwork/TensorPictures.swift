import DeepTeaching

extension Image {
    /// The brightness from 0 to 1, axes [1, height, width, 1].
    var grey: Tensor<Double> {
        Tensor(luma().values.map { Double($0) / 255 }, shape: [1, size.height, size.width, 1])
    }
}

extension Tensor where Scalar == Double {
    /// One channel of one image of a batch [batch, height, width, channel] as a picture: `low` is
    /// black, `high` is white.
    func picture(
        of image: Int = 0, channel: Int = 0, from low: Double, to high: Double
    ) -> Image {
        let (height, width, channels) = (shape[1], shape[2], shape[3])
        let elements = elements
        let values = (0..<height * width).map { pixel in
            Float(
                (elements[(image * height * width + pixel) * channels + channel] - low)
                    / max(high - low, 1e-12))
        }
        let plane = Plane(size: PixelSize(width: width, height: height), values: values)
        return Image(size: plane.size).overlaying(
            plane, where: Mask(size: plane.size, repeating: true), by: .gray, opacity: 1)
    }

    /// The same with 0 in middle grey: what is above is lighter, what is below darker.
    func signedPicture(of image: Int = 0, channel: Int = 0) -> Image {
        let largest = elements.map(abs).max() ?? 1
        return picture(of: image, channel: channel, from: -largest, to: largest)
    }

    /// The largest difference from another tensor of the same shape.
    func largestDifference(from other: Tensor) -> Double {
        zip(elements, other.elements).map { abs($0 - $1) }.max() ?? 0
    }
}
