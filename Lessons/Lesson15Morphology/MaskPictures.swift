import DeepTeaching
import LessonSlides

extension MapView {
    /// How many pixels wide and high a cell is drawn.
    static let scale = 3

    /// A mask of the map on pale tissue, in the part that is drawn.
    func picture(_ mask: Mask, _ color: RGB = .vermilion) -> Image {
        ground.overlaying(mask.cropped(to: part), color: color, opacity: 0.85)
            .enlarged(by: Self.scale)
    }

    /// A mask with what an operation took away and what it added.
    func picture(_ after: Mask, before: Mask) -> Image {
        let (after, before) = (after.cropped(to: part), before.cropped(to: part))
        return ground.overlaying(after.intersection(before), color: .vermilion, opacity: 0.85)
            .overlaying(before.subtracting(after), color: .blue, opacity: 0.85)
            .overlaying(after.subtracting(before), color: .green, opacity: 0.85)
            .enlarged(by: Self.scale)
    }

    /// Each region in one of a few colours, in the order of their numbers.
    func picture(_ labels: LabelImage) -> Image {
        let palette = [RGB.vermilion, .blue, .green, .purple, .orange, .skyBlue]
        return palette.indices.reduce(ground) { image, turn in
            let mask = labels.foreground { ($0 - 1) % palette.count == turn }
            return image.overlaying(mask.cropped(to: part), color: palette[turn], opacity: 0.85)
        }.enlarged(by: Self.scale)
    }

    /// Numbers of the foreground in colours, from 0 to the largest.
    func picture(_ plane: Plane, where mask: Mask) -> Image {
        let plane = plane.cropped(to: part)
        let mask = mask.cropped(to: part)
        let largest =
            zip(plane.values, mask.pixels).filter { $1 && $0.isFinite }.map(\.0).max() ?? 1
        let scaled = Plane(size: plane.size, values: plane.values.map { $0 / max(largest, 1e-6) })
        return ground.overlaying(scaled, where: mask, by: .perceptual, opacity: 1)
            .enlarged(by: Self.scale)
    }

    /// The probabilities in colours.
    var mapPicture: Image {
        ground.overlaying(
            map.probabilities.cropped(to: part), where: map.covered.cropped(to: part), opacity: 1
        ).enlarged(by: Self.scale)
    }

    /// Tissue in pale violet, glass in white.
    private var ground: Image {
        Image(size: part.size, color: .white)
            .overlaying(map.covered.cropped(to: part), color: RGB(226, 214, 232), opacity: 1)
    }
}

/// A few pixels by hand, as large squares with thin lines between them.
enum HandPicture {
    /// - Parameters:
    ///   - marked: drawn in blue: what was taken away or added.
    static func image(_ mask: Mask, marked: Mask? = nil, cell: Int = 22) -> Image {
        var image = Image(
            size: PixelSize(width: mask.size.width * cell + 1, height: mask.size.height * cell + 1),
            color: RGB(120, 120, 120))
        for y in 0..<mask.size.height {
            for x in 0..<mask.size.width {
                let isMarked = marked?[x: x, y: y] ?? false
                let color: RGB = isMarked ? .blue : mask[x: x, y: y] ? .vermilion : .white
                for v in 1..<cell {
                    for u in 1..<cell { image[x: x * cell + u, y: y * cell + v] = color }
                }
            }
        }
        return image
    }

    /// Two blocks, a thin bridge between them, a speck and a hole.
    static let mask = drawn([
        "..............",
        ".####.....##..",
        ".####.....###.",
        ".##.#######.#.",
        ".####....####.",
        ".####.....##..",
        "......#.......",
        "..............",
    ])

    /// Four regions, three of which form a chain.
    static let regions = drawn([
        "##....##....",
        "##....##....",
        "...#........",
        "............",
        "............",
        ".........###",
    ])

    /// A mask drawn with "#" for foreground.
    static func drawn(_ rows: [String]) -> Mask {
        Mask(
            size: PixelSize(width: rows.first?.count ?? 0, height: rows.count),
            pixels: rows.flatMap { $0.map { $0 == "#" } })
    }
}
