import CourseKit
import DeepTeaching
import Foundation

/// Steps 1 and 2: what a slide is, and why it is a pyramid.
extension FormatCourse {
    func showGlass() throws {
        try lesson.step("glass") { step in
            let size = slide.levels[0].size
            step.text("slideName", record.name)
            step.number("levelZeroWidth", size.width)
            step.number("levelZeroHeight", size.height)
            step.number("pixelMicrons", micronsPerPixel, .decimals(2))
            step.number("widthMillimeters", millimeters(size.width), .decimals(1))
            step.number("heightMillimeters", millimeters(size.height), .decimals(1))
            step.figure("slide", try slide.thumbnail(maximumSide: 640).pixels)
            // listing: FormatCourse.plainBytes
            let plainBytes = 3 * size.area  // red, green and blue
            // end listing
            step.number("plainMegabytes", Double(plainBytes) / 1e6, .decimals(1))
            step.number("fileMegabytes", Double(walk.size) / 1e6, .decimals(2))
            step.number("compression", Double(plainBytes) / Double(walk.size), .decimals(1))
            step.number("realGigabytes", 3 * 200_000 * 100_000 / 1e9, .integer)
            step.choose("slides", isSynthetic ? "synthetic" : "real")
        }
    }

    private func millimeters(_ pixels: Int) -> Double { Double(pixels) * micronsPerPixel / 1000 }

    func showPyramid() throws {
        try lesson.step("pyramid") { step in
            let levels = slide.levels
            let area = Double(levels[0].size.area)
            let above = levels.dropFirst().reduce(0) { $0 + Double($1.size.area) } / area
            // The sum of 1/4, 1/16, 1/64 and so on.
            step.number("thirdShare", 1.0 / 3, .percent(1))
            step.number("pyramidShare", above, .percent(1))
            step.number("levelCount", levels.count)
            step.table("levels", rows: try levels.indices.map(levelRow))
            step.figure("zoom", try zoom())
            let costs = try levels.indices.map(squareCost)
            step.table("costs", rows: costs.enumerated().map { $1.row(level: $0) })
            step.number("finePixels", costs[0].pixels)
            let last = costs[costs.count - 1]
            step.number("coarsePixels", last.pixels)
            step.number("squareRatio", Double(costs[0].pixels) / Double(last.pixels), .decimals(0))
            step.duration("fineTime", seconds: costs[0].seconds)
            step.duration("coarseTime", seconds: last.seconds)
        }
    }

    private func levelRow(_ index: Int) throws -> [String] {
        let level = slide.levels[index]
        return [
            "\(index)", "\(level.size.width) x \(level.size.height)",
            NumberFormat.decimals(4).text(level.downsample),
            NumberFormat.decimals(2).text(level.downsample * micronsPerPixel),
            try directory(ofLevel: index).map { grouped(try walk.byteCount(of: $0) / 1000) } ?? "",
        ]
    }

    /// The directory of a level: the one of its size.
    func directory(ofLevel index: Int) throws -> TIFFWalk.Directory? {
        try walk.directories.first { try walk.size(of: $0) == slide.levels[index].size }
    }

    /// The same tissue at each level, its pixels enlarged as far as the level is coarser.
    private func zoom() throws -> Image {
        let side = 160
        let origin = BaselinePoint(
            x: border.x - Double(side / 2), y: border.y - Double(side / 2))
        let pictures = try slide.levels.indices.map { level -> Image in
            let factor = Int(slide.levels[level].downsample.rounded())
            let pixels = max(1, side / factor)
            return try slide.read(origin: origin, size: PixelSize(side: pixels), level: level)
                .enlarged(by: factor)
        }
        return .sideBySide(pictures, spacing: 8)
    }

    /// What a square millimetre of tissue costs at a level.
    private func squareCost(level: Int) throws -> SquareCost {
        let downsample = slide.levels[level].downsample
        let side = Int((1000 / (micronsPerPixel * downsample)).rounded())
        let start = ContinuousClock.now
        let image = try slide.read(
            origin: border, size: PixelSize(side: side), level: level)
        let elapsed = ContinuousClock.now - start
        let tiles = try directory(ofLevel: level).map { directory in
            try walk.tiles(
                of: directory,
                in: PixelRectangle(
                    x: Int(border.x / downsample), y: Int(border.y / downsample), width: side,
                    height: side))
        }
        return SquareCost(
            pixels: image.size.area, tiles: tiles?.count ?? 0,
            bytes: tiles?.reduce(0) { $0 + $1.byteCount } ?? 0, seconds: elapsed / .seconds(1))
    }
}

/// What it costs to read a square millimetre.
private struct SquareCost {
    let pixels: Int
    let tiles: Int
    let bytes: Int
    let seconds: Double

    func row(level: Int) -> [String] {
        ["\(level)", grouped(pixels), "\(tiles)", grouped(bytes / 1000)]
    }
}
