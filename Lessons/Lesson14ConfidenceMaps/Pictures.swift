import DeepTeaching
import LessonSlides

extension MappedSlide {
    /// The slide, small.
    ///
    /// - Throws: `SlideError` if it cannot be read.
    func thumbnail() throws -> SlideRaster<Image> { try record.open().thumbnail(maximumSide: 420) }

    /// The slide with its metastases outlined in green.
    func outlined(_ slide: SlideRaster<Image>) throws -> Image {
        slide.pixels.outlining(try truth(over: slide), color: RGB(0, 130, 60), thickness: 2)
    }

    /// The slide with a map laid over it, and the metastases outlined in green.
    func overlaid(_ map: ConfidenceMap, _ slide: SlideRaster<Image>) throws -> Image {
        map.overlaid(slide)
            .outlining(try truth(over: slide), color: RGB(0, 130, 60), thickness: 1)
    }

    private func truth(over slide: SlideRaster<Image>) throws -> Mask {
        TumorMask(try record.outlines(), frame: slide.frame, size: slide.size).mask
    }
}

extension ConfidenceMap {
    /// A slide with the map laid over its tissue.
    func overlaid(_ slide: SlideRaster<Image>) -> Image {
        let plane = SlideRaster(probabilities, frame: frame).resampled(over: slide, outside: 0)
        let shown = SlideRaster(covered, frame: frame).resampled(over: slide, outside: false)
        return slide.pixels.overlaying(plane.pixels, where: shown.pixels, opacity: 0.75)
    }
}

extension SlideRaster<Image> {
    /// The picture with a square around each of some points of the slide.
    func marking(_ points: [BaselinePoint], color: RGB) -> Image {
        let squares = points.flatMap { point -> [PixelRectangle] in
            let pixel = frame.pixel(under: point)
            return [5, 4].map { reach in
                PixelRectangle(
                    x: pixel.x - reach, y: pixel.y - reach, width: 2 * reach + 1,
                    height: 2 * reach + 1)
            }
        }
        return pixels.outlining(squares, color: color)
    }
}
