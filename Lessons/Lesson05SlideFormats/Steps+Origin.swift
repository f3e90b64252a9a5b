import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 6: a place has one name on all levels.
extension FormatCourse {
    func showOrigin() throws {
        try lesson.step("origin") { step in
            let level = slide.levels.count - 1
            let downsample = slide.levels[level].downsample
            let size = PixelSize(
                width: min(160, slide.levels[level].size.width / 3),
                height: min(120, slide.levels[level].size.height / 3))
            let place = originOfView(size, downsample: downsample)
            // listing: FormatCourse.origin
            let right = try slide.read(origin: place, size: size, level: level)
            let levelPlace = BaselinePoint(
                x: place.x / downsample, y: place.y / downsample)
            let wrong = try slide.read(origin: levelPlace, size: size, level: level)
            // end listing
            step.number("viewLevel", level)
            step.number("viewDownsample", downsample, .decimals(4))
            step.number("viewX", Int(place.x))
            step.number("viewY", Int(place.y))
            step.number("viewWidth", size.width)
            step.number("viewHeight", size.height)
            step.number("viewColumn", place.x / downsample, .decimals(1))
            step.number("viewFirst", Int((place.x / downsample + 0.5).rounded(.down)))
            step.figure(
                "views", .sideBySide([right, wrong].map { $0.enlarged(by: 2) }, spacing: 8))
            step.figure("viewPlaces", try places(place, levelPlace, size, downsample))
            let distance = hypot(place.x - levelPlace.x, place.y - levelPlace.y)
            step.number("wrongDistance", distance * micronsPerPixel / 1000, .decimals(2))
            step.number("viewTissue", stainedShare(right), .percent(0))
            step.number("wrongTissue", stainedShare(wrong), .percent(0))
            try compareRegion(step, place, size, level: level, with: right)
        }
    }

    /// Where a view of a level begins: its middle is the border of the metastasis, its corner that of a
    /// pixel of the level, since OpenSlide mixes neighbours where a corner lies between pixels.
    private func originOfView(_ size: PixelSize, downsample: Double) -> BaselinePoint {
        func corner(_ middle: Double, _ length: Int) -> Double {
            let first = (middle / downsample - Double(length) / 2).rounded()
            return (first * downsample).rounded()
        }
        return BaselinePoint(x: corner(border.x, size.width), y: corner(border.y, size.height))
    }

    /// Both places on the whole slide: blue the right one, orange the wrong one.
    private func places(
        _ right: BaselinePoint, _ wrong: BaselinePoint, _ size: PixelSize, _ downsample: Double
    ) throws -> Image {
        let raster = try slide.thumbnail(maximumSide: 480)
        func shown(_ origin: BaselinePoint) -> [PixelRectangle] {
            let region = raster.frame.pixels(
                nearest: BaselineRectangle(
                    origin: origin, width: Double(size.width) * downsample,
                    height: Double(size.height) * downsample))
            return [region, region.grown]
        }
        return raster.pixels.outlining(shown(right), color: .blue)
            .outlining(shown(wrong), color: .vermilion)
    }

    /// The share of the pixels that are more colourful than glass.
    private func stainedShare(_ image: Image) -> Double {
        let values = image.saturation().values
        return Double(values.count { $0 > 0.1 }) / Double(values.count)
    }

    /// The student's function reads the same region from the level's decoded tiles.
    private func compareRegion(
        _ step: LessonStep, _ place: BaselinePoint, _ size: PixelSize, level: Int,
        with right: Image
    ) throws {
        let decoded = try decoded(level: level)
        try step.compare(
            mine, SlideFormatsCalls.readRegion, place, size, decoded, with: right)
    }

    private func decoded(level index: Int) throws -> DecodedLevel {
        let level = slide.levels[index]
        let tile = PixelSize(side: 128)
        let (columns, rows) = (
            (level.size.width - 1) / tile.width + 1, (level.size.height - 1) / tile.height + 1
        )
        let tiles = try (0..<columns * rows).map { number -> Image? in
            let pixels = PixelRectangle(
                x: number % columns * tile.width, y: number / columns * tile.height,
                width: tile.width, height: tile.height)
            let origin = level.frame.region(of: pixels).origin
            return try slide.read(origin: origin, size: tile, level: index)
        }
        return DecodedLevel(
            size: level.size, downsample: level.downsample, tileSize: tile, tiles: tiles)
    }
}
