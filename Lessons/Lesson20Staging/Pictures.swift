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
        return picture.outlining(
            tumor(annotations, fitting: picture.size), color: .tumor, thickness: 2)
    }

    /// The whole slide with the border of its tissue.
    func picture(of tissue: TissueMask) throws -> Image {
        let picture = try thumbnail(maximumSide: 720)
        return picture.outlining(
            tissue.mask.fitted(to: picture.size), color: RGB(240, 190, 0), thickness: 2)
    }

    /// The outlines as a mask of the size of a thumbnail.
    fileprivate func tumor(_ annotations: [Annotation], fitting size: PixelSize) -> Mask {
        let downsample = Double(levels[0].size.width) / Double(size.width)
        return TumorMask(annotations, slideSize: levels[0].size, downsample: downsample)
            .mask.fitted(to: size)
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
            // A cell stays a square: the map as it is, not smoothed to look better.
            let cells = map.picture().nearest(picture.size, cells: map, of: slide)
            let truth = annotations.map { self.truth($0, over: picture) }
            return Image.sideBySide([picture, cells] + (truth.map { [$0] } ?? []), spacing: 8)
        }
    }

    /// The tumour in orange, with a ring around it: a cluster of a few cells is a single dot, or lies
    /// between the pixels, so the centre of each outline counts in any case.
    private func truth(_ annotations: [Annotation], over picture: Image) -> Image {
        let scale = Double(slide.levels[0].size.width) / Double(picture.size.width)
        var tumor = slide.tumor(annotations, fitting: picture.size)
        for annotation in annotations where annotation.kind == .tumor {
            let center = annotation.center
            let x = min(max(0, Int(center.x / scale)), picture.size.width - 1)
            let y = min(max(0, Int(center.y / scale)), picture.size.height - 1)
            tumor[x: x, y: y] = true
        }
        return picture.overlaying(tumor, color: .tumor, opacity: 0.7)
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

extension Image {
    /// The picture of a map at the size of a slide's thumbnail; where the grid leaves a rim of the
    /// slide, the rim is white.
    fileprivate func nearest(
        _ size: PixelSize, cells map: ConfidenceMap, of slide: any Slide
    ) -> Image {
        var result = Image(size: size)
        let scale = Double(slide.levels[0].size.width) / Double(size.width) / map.downsample
        for y in 0..<size.height {
            for x in 0..<size.width {
                let column = Int((Double(x) + 0.5) * scale)
                let row = Int((Double(y) + 0.5) * scale)
                if column < self.size.width, row < self.size.height {
                    result[x: x, y: y] = self[x: column, y: row]
                }
            }
        }
        return result
    }
}

extension Mask {
    /// The mask at another size, each pixel taking the nearest value.
    func fitted(to size: PixelSize) -> Mask {
        var result = Mask(size: size)
        guard self.size.area > 0 else { return result }
        for y in 0..<size.height {
            for x in 0..<size.width {
                result[x: x, y: y] =
                    self[
                        x: x * self.size.width / size.width, y: y * self.size.height / size.height]
            }
        }
        return result
    }
}
