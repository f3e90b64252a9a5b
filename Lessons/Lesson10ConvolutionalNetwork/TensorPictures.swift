import DeepTeaching

extension Image {
    /// The brightness from 0 to 1, axes [1, height, width, 1].
    var gray: Tensor<Double> {
        Tensor(luma().values.map { Double($0) / 255 }, shape: [1, size.height, size.width, 1])
    }
}

extension Plane {
    /// The plane as a picture, from 0 to 1.
    func picture(by map: ColorMap) -> Image {
        Image(size: size).overlaying(
            self, where: Mask(size: size, repeating: true), by: map, opacity: 1)
    }
}

extension Tensor where Scalar == Double {
    /// One channel of one image of a batch [batch, height, width, channel] as a picture: `low` is
    /// black, `high` is white.
    func picture(
        of image: Int = 0, channel: Int = 0, from low: Double = 0, to high: Double
    ) -> Image {
        let (height, width, channels) = (shape[1], shape[2], shape[3])
        let elements = elements
        let values = (0..<height * width).map { pixel in
            Float(
                (elements[(image * height * width + pixel) * channels + channel] - low)
                    / Swift.max(high - low, 1e-12))
        }
        return Plane(size: PixelSize(width: width, height: height), values: values)
            .picture(by: .gray)
    }

    /// The same with 0 in middle grey: what is above is lighter, what is below darker.
    func signedPicture() -> Image {
        let largest = elements.map(abs).max() ?? 1
        return picture(from: -largest, to: largest)
    }
}
