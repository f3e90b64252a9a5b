import CourseKit
import DeepTeaching
import Foundation

/// A slide of the user's own: what is inside.
struct OwnSlide {
    let file: URL

    func teach(_ lesson: Lesson) throws {
        try lesson.step("ownSlide") { step in
            let slide = try SlideFile(file)
            for warning in slide.warnings { lesson.warn(warning.description) }
            step.text("ownName", slide.name)
            step.text("ownVendor", slide.vendor)
            step.figure("ownOverview", try slide.thumbnail(maximumSide: 720).pixels)
            let scale = slide.micronsPerPixel
            step.choose("ownScale", scale == nil ? "unknown" : "known")
            step.number("ownMicrons", scale?.mean ?? 0, .decimals(4))
            step.table(
                "ownLevels",
                rows: slide.levels.enumerated().map { index, level in
                    [
                        "\(index)", "\(level.size.width) x \(level.size.height)",
                        NumberFormat.decimals(4).text(level.downsample),
                        scale.map { NumberFormat.decimals(3).text($0.mean * level.downsample) }
                            ?? "",
                        grouped(slide.missingTileCounts[index]),
                    ]
                })
            // Other formats than TIFF have no directories.
            let walk = try? TIFFWalk(file)
            step.choose("ownKind", walk == nil ? "other" : "tiff")
            step.table("ownHeader", rows: walk?.headerRows ?? [])
            step.table("ownChain", rows: try walk?.chainRows() ?? [])
        }
    }
}
