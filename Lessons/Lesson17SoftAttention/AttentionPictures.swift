import DeepTeaching
import LessonSlides

extension DrawnTissue {
    /// The picture, each pixel as a square.
    func image(enlargedBy factor: Int) -> Image {
        let pixels = colors.map { UInt8(min(255, max(0, $0 * 255))) }
        return Image(size: PixelSize(side: Self.side), pixels: pixels).enlarged(by: factor)
    }

    /// The picture with the border of its tumour, which no network sees.
    func outlined(enlargedBy factor: Int) -> Image {
        outlining(image(enlargedBy: factor), by: factor)
    }

    /// Where a network looked, bright on the darkened picture, with the border of the tumour. `largest` is
    /// the share that is brightest: the same for all maps of a figure.
    func image(
        attending weights: [Double], largest: Double, enlargedBy factor: Int
    ) -> Image {
        let cell = factor * Self.side / PictureBatch.grid
        let size = PixelSize(side: PictureBatch.grid)
        // The square root lets weaker places be seen, too.
        let values = weights.map { Float(min(1, $0 / largest).squareRoot()) }
        let plane = Plane(size: size, values: values).enlarged(by: cell)
        let covered = Mask(size: plane.size, repeating: true)
        let base = image(enlargedBy: factor)
        return outlining(base.overlaying(plane, where: covered, opacity: 0.65), by: factor)
    }

    private func outlining(_ image: Image, by factor: Int) -> Image {
        let border = Mask(size: PixelSize(side: Self.side), pixels: tumor).enlarged(by: factor)
        return image.outlining(border, color: RGB(255, 255, 255), thickness: 2)
    }
}
