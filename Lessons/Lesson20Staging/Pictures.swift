import CourseKit
import DeepTeaching

/// What a slide file is made of, in words.
struct SlideDescription {
    let slide: any Slide

    func write(to step: StepWriter) throws {
        step.words(
            """
            A scanner's picture does not fit into memory, so a slide holds it several times, each \
            time half as fine, cut into tiles. Places are always given in pixels of level 0.
            """)
        let resolution = slide.micronsPerPixel
        step.table(
            header: ["level", "width", "height", "downsample", "µm per pixel"],
            rows: slide.levels.enumerated().map { index, level in
                [
                    "\(index)", "\(level.size.width)", "\(level.size.height)",
                    fixed(level.downsample, 3),
                    resolution.map { fixed($0.mean * level.downsample, 3) } ?? "unknown",
                ]
            }, caption: slide.name)
    }
}

/// A slide with the border of its tissue.
struct TissuePicture {
    let slide: any Slide
    let tissue: TissueMask

    var image: Image {
        get throws {
            let picture = try slide.thumbnail(maximumSide: 720)
            return picture.outlining(
                tissue.mask.fitted(to: picture.size), color: RGB(240, 190, 0), thickness: 2)
        }
    }
}

/// A slide, its confidence map and, where it is known, the truth, side by side.
struct MapPicture {
    let slide: any Slide
    let map: ConfidenceMap
    let annotations: [Annotation]?

    var image: Image {
        get throws {
            let picture = try slide.thumbnail(maximumSide: 480)
            // A cell stays a square: the map as it is, not smoothed to look better.
            var panels = [picture, map.picture().nearest(picture.size, cells: map, of: slide)]
            if let annotations {
                let downsample = Double(slide.levels[0].size.width) / Double(picture.size.width)
                let truth = TumorMask(
                    annotations, slideSize: slide.levels[0].size, downsample: downsample
                ).mask.fitted(to: picture.size)
                // A ring around it, or a cluster of a few cells would be a single green dot.
                let ring = truth.dilated(by: .disk(radius: 8))
                panels.append(
                    picture.overlaying(truth, color: RGB(0, 130, 60), opacity: 0.7)
                        .outlining(ring, color: RGB(0, 130, 60), thickness: 2))
            }
            return Image.sideBySide(panels, spacing: 8)
        }
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
