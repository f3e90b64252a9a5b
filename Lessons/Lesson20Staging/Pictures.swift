import CourseKit
import DeepTeaching

extension RGB {
    /// The colour of tumour in all lessons. Pens are not orange; green ones are common.
    fileprivate static let tumor = RGB(213, 94, 0)
}

extension Slide {
    /// The rows of a table of the levels.
    var levelRows: [[String]] {
        levels.enumerated().map { index, level in
            [
                "\(index)", "\(level.size.width)", "\(level.size.height)",
                NumberFormat.decimals(3).text(level.downsample),
                micronsPerPixel.map {
                    NumberFormat.decimals(3).text($0.mean * level.downsample)
                } ?? "–",
            ]
        }
    }

    /// The whole slide with the outlines of tumour.
    func picture(outlining annotations: [Annotation]) throws -> Image {
        let picture = try thumbnail(maximumSide: 720)
        return picture.pixels.outlining(
            picture.tumor(annotations), color: .tumor, thickness: 2)
    }

    /// The whole slide with the border of its tissue.
    func picture(of tissue: TissueMask) throws -> Image {
        let picture = try thumbnail(maximumSide: 720)
        return picture.pixels.outlining(
            tissue.raster.resampled(over: picture, outside: false).pixels,
            color: RGB(240, 190, 0), thickness: 2)
    }
}

extension SlideRaster<Image> {
    /// The inside of the outlines of tumour, as a mask of the picture.
    fileprivate func tumor(_ annotations: [Annotation]) -> Mask {
        TumorMask(annotations, frame: frame, size: size).mask
    }
}

/// A slide, its confidence map and, where it is known, the truth, side by side.
struct MapPicture {
    let slide: any Slide
    let map: ConfidenceMap

    /// The outlines of tumour; nil if they are not known.
    let annotations: [Annotation]?

    var image: Image {
        get throws {
            let picture = try slide.thumbnail(maximumSide: 480)
            // A cell stays a square: the map as it is, not smoothed to look better. Where the grid
            // leaves a rim of the slide, the rim is white.
            let cells = map.picture().resampled(over: picture, outside: .white).pixels
            let truth = annotations.map { self.truth($0, over: picture) }
            return Image.sideBySide(
                [picture.pixels, cells] + (truth.map { [$0] } ?? []), spacing: 8)
        }
    }

    /// The tumour in orange, with a ring around it: a cluster of a few cells is a single dot, or lies
    /// between the pixels, so the centre of each outline counts in any case.
    private func truth(_ annotations: [Annotation], over picture: SlideRaster<Image>) -> Image {
        var tumor = picture.tumor(annotations)
        for annotation in annotations where annotation.kind == .tumor {
            let pixel = picture.frame.pixel(under: annotation.center)
            let x = min(max(0, pixel.x), picture.size.width - 1)
            let y = min(max(0, pixel.y), picture.size.height - 1)
            tumor[x: x, y: y] = true
        }
        return picture.pixels.overlaying(tumor, color: .tumor, opacity: 0.7)
            .outlining(
                tumor.dilated(by: .disk(radius: 8)), color: .tumor, thickness: 2)
    }
}

extension Annotation {
    /// The middle of the corners.
    fileprivate var center: BaselinePoint {
        let count = Double(max(1, outline.count))
        return BaselinePoint(
            x: outline.reduce(0) { $0 + $1.x } / count, y: outline.reduce(0) { $0 + $1.y } / count)
    }
}
