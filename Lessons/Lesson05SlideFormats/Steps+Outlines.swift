import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 9: what a pathologist drew, and the holes in it.
extension FormatCourse {
    func showOutlines() throws {
        try lesson.step("outlines") { step in
            let holes = outlines.count { $0.kind == .exclusion }
            step.number("tumorOutlines", outlines.count - holes)
            step.number("holes", holes)
            step.table("corners", rows: cornerRows())
            let view = try OutlineView(of: slide, around: outlines)
            // listing: FormatCourse.tumorMask
            let filled = outlines.map { outline in
                Annotation(name: outline.name, kind: .tumor, outline: outline.outline)
            }
            let right = TumorMask(outlines, frame: view.frame, size: view.size)
            let wrong = TumorMask(filled, frame: view.frame, size: view.size)
            // end listing
            let pixelArea = pow(view.frame.downsample * micronsPerPixel / 1000, 2)
            func area(_ mask: TumorMask) -> Double {
                Double(mask.raster.pixels.foregroundCount) * pixelArea
            }
            step.number("tumorArea", area(right), .decimals(3))
            step.number("wrongArea", area(wrong), .decimals(3))
            step.number("wrongAreaShare", area(wrong) / area(right) - 1, .percent(1))
            step.choose("hole", hasHoles ? "drawn" : "added")
            step.figure("outline", view.picture(right.raster.pixels, filled: wrong.raster.pixels))
            let star = TumorMask(
                outlines.map(\.sortedAsText), frame: view.frame, size: view.size)
            let (own, other) = (right.raster.pixels, star.raster.pixels)
            let mistaken = own.subtracting(other).union(other.subtracting(own))
            step.number(
                "wrongStarShare",
                Double(mistaken.foregroundCount) / Double(own.foregroundCount), .percent(0))
            step.figure("star", view.picture(star.raster.pixels))
            try compareOutlines(step)
        }
    }

    /// The first corners of each of the first outlines.
    private func cornerRows() -> [[String]] {
        let tumor = outlines.first { $0.kind == .tumor }
        let hole = outlines.first { $0.kind == .exclusion }
        return [tumor, hole].compactMap { $0 }.flatMap { outline in
            outline.outline.prefix(3).enumerated().map { order, corner in
                [
                    outline.name, outline.kind == .tumor ? "Tumor" : "Exclusion", "\(order)",
                    NumberFormat.decimals(1).text(corner.x),
                    NumberFormat.decimals(1).text(corner.y),
                ]
            }
        }
    }

    /// The student's function gets the corners of the file in the order of a draw.
    private func compareOutlines(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "elements")
        let elements = outlines.map { outline in
            DrawnElement(
                name: outline.name, group: outline.kind == .tumor ? "Tumor" : "Exclusion",
                coordinates: generator.shuffled(
                    outline.outline.enumerated().map {
                        DrawnCorner(order: $0, x: $1.x, y: $1.y)
                    }))
        }
        func numbers(_ outlines: [Annotation]) -> [[Double]] {
            outlines.map { outline in
                [outline.kind == .tumor ? 1 : 0] + outline.outline.flatMap { [$0.x, $0.y] }
            }
        }
        try step.compare(
            mine, SlideFormatsCalls.annotations, elements, with: numbers(outlines), part: numbers)
    }
}

extension Annotation {
    /// The wrong way: the corners in the order of their numbers as text.
    fileprivate var sortedAsText: Annotation {
        // listing: Annotation.sortedAsText
        let corners = outline.enumerated().sorted { first, second in
            "\(first.offset)" < "\(second.offset)"  // "10" comes before "2"
        }
        // end listing
        return Annotation(name: name, kind: kind, outline: corners.map(\.element))
    }
}

/// The part of a slide that holds all outlines, as a picture.
struct OutlineView {
    let frame: RasterFrame
    let size: PixelSize
    private let image: Image

    /// - Throws: `SlideError` if the slide cannot be read.
    init(of slide: SlideFile, around outlines: [Annotation]) throws {
        let points = outlines.filter { $0.kind == .tumor }.flatMap(\.outline)
        guard let box = BaselineRectangle(around: points) else {
            throw FormatCourseError.noOutlinedSlide
        }
        let region = box.middle(1.15)
        let level = slide.level(forDownsample: max(1, max(region.width, region.height) / 560))
        let downsample = slide.levels[level].downsample
        // Where the level's own pixels begin, so that nothing shifts.
        let origin = BaselinePoint(
            x: (region.origin.x / downsample).rounded() * downsample,
            y: (region.origin.y / downsample).rounded() * downsample)
        size = PixelSize(
            width: Int(region.width / downsample) + 1, height: Int(region.height / downsample) + 1)
        frame = RasterFrame(origin: origin, downsample: downsample)
        image = try slide.read(origin: origin, size: size, level: level)
    }

    /// What is tumour in orange; what is only filled in blue.
    func picture(_ tumor: Mask, filled: Mask? = nil) -> Image {
        let extra = filled?.subtracting(tumor)
        let picture = image.overlaying(tumor, color: .vermilion, opacity: 0.45)
        return extra.map { picture.overlaying($0, color: .blue, opacity: 0.45) } ?? picture
    }
}
