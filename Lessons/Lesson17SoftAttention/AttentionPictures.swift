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
        // The square root lets weaker places be seen, too.
        let values = weights.map { Float(min(1, $0 / largest).squareRoot()) }
        let places = Self.places(enlargedBy: factor)
        let plane = Plane(
            size: PixelSize(side: Self.side * factor),
            values: places.flatMap { row in
                places.map { values[row * PictureBatch.grid + $0] }
            })
        let covered = Mask(size: plane.size, repeating: true)
        let base = image(enlargedBy: factor)
        return outlining(base.overlaying(plane, where: covered, opacity: 0.65), by: factor)
    }

    /// For each pixel along a side of an enlarged picture the place in whose middle square it lies: of place j
    /// the middle is that of pixel 4 j, so the squares begin 1.5 pixels before those that are counted. The
    /// last place has what is left at the end.
    private static func places(enlargedBy factor: Int) -> [Int] {
        let cell = side / PictureBatch.grid
        return (0..<side * factor).map { pixel in
            let place = (Double(pixel) + 0.5) / Double(factor) + 0.5 * Double(cell) - 0.5
            return min(PictureBatch.grid - 1, Int(place) / cell)
        }
    }

    private func outlining(_ image: Image, by factor: Int) -> Image {
        let border = Mask(size: PixelSize(side: Self.side), pixels: tumor).enlarged(by: factor)
        return image.outlining(border, color: RGB(255, 255, 255), thickness: 2)
    }
}
