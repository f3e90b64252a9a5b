import DeepTeaching

/// Tensors as pictures, and pictures as tensors.
extension Image {
    /// Red, green and blue from 0 to 1, axes [height, width, channel].
    var tensor: Tensor<Float> { Tensor(images: [self]).removingAxis(0) }

    /// The square of pixels, at multiples of its side, whose red varies most: the edge of something.
    func mostVaried(side: Int) -> PixelRectangle {
        var best = PixelRectangle(x: 0, y: 0, width: side, height: side)
        var largest: Float = -1
        for y in stride(from: 0, through: size.height - side, by: side) {
            for x in stride(from: 0, through: size.width - side, by: side) {
                let square = PixelRectangle(x: x, y: y, width: side, height: side)
                let red = cropped(to: square).tensor.slice(0..<1, axis: 2)
                let variance = red.variance(axes: [0, 1, 2]).scalar
                if variance > largest { (best, largest) = (square, variance) }
            }
        }
        return best
    }
}

extension Tensor<Float> {
    /// The picture of an image [height, width, 3] of numbers from 0 to 1.
    var image: Image { insertingAxis(at: 0).images()[0] }

    /// One channel of an image as a grey picture, below a bar in the channel's colour.
    func gray(channel: Int) -> Image {
        let light = slice(channel..<channel + 1, axis: 2)
        let picture = Tensor.concatenated([light, light, light], axis: 2).image.enlarged(by: 2)
        let color = [RGB(200, 40, 30), RGB(30, 140, 60), RGB(40, 80, 200)][channel]
        var framed = Image(
            size: PixelSize(width: picture.size.width, height: picture.size.height + 12))
        framed.paste(
            Image(size: PixelSize(width: picture.size.width, height: 8), color: color), x: 0, y: 0)
        framed.paste(picture, x: 0, y: 12)
        return framed
    }
}
