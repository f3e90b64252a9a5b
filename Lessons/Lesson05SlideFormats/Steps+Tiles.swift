import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 5: tiles, a region that needs four of them, and tiles that are not there.
extension FormatCourse {
    func showTiles() throws {
        try lesson.step("tiles") { step in
            let tiles = try walk.tiles(of: walk.directories[0])
            guard let tile = tiles.first else { throw TIFFWalkError.noTIFF(path: record.file.path) }
            let side = tile.region.size
            let columns = (tiles.map(\.column).max() ?? 0) + 1
            step.number("tileWidth", side.width)
            step.number("tileColumns", columns)
            step.number("tileRows", (tiles.map(\.row).max() ?? 0) + 1)
            step.number("tileCount", tiles.count)
            let region = crossing(near: border, tile: side)
            step.number("regionX", region.x)
            step.number("regionY", region.y)
            step.number("regionWidth", region.width)
            step.number("regionHeight", region.height)
            step.figure("grid", try gridPicture(tiles, region: region))
            let needed = try walk.tiles(of: walk.directories[0], in: region)
            giveArithmetic(step, region, side, columns)
            step.text("neededTiles", needed.map { "\($0.index)" }.joined(separator: ", "))
            step.number("neededCount", needed.count)
            step.number("neededPixels", needed.count * side.area)
            step.number("regionPixels", region.area)
            step.table("needed", rows: try needed.map(tileRow))
            step.figure("four", try picture(of: needed, region: region))
            giveSwapped(step, needed.first { $0.row != $0.column } ?? needed[0], columns: columns)
            try showSparse(step)
            let expected = needed.map(\.index)
            try step.compare(
                mine, SlideFormatsCalls.tilesCovering, region, slide.levels[0].size, side,
                with: expected)
        }
    }

    /// A region across the corner of four tiles that lies nearest to a point.
    private func crossing(near point: BaselinePoint, tile: PixelSize) -> PixelRectangle {
        func corner(_ value: Double, _ length: Int, _ whole: Int) -> Int {
            let last = max(1, (whole - 1) / length)
            return min(last, max(1, Int((value / Double(length)).rounded()))) * length
        }
        let size = slide.levels[0].size
        return PixelRectangle(
            x: corner(point.x, tile.width, size.width) - 90,
            y: corner(point.y, tile.height, size.height) - 70, width: 200, height: 150)
    }

    /// Which rows and columns of tiles the first and the last pixel lie in.
    private func giveArithmetic(
        _ step: LessonStep, _ region: PixelRectangle, _ tile: PixelSize, _ columns: Int
    ) {
        let (lastX, lastY) = (region.x + region.width - 1, region.y + region.height - 1)
        step.number("lastX", lastX)
        step.number("lastY", lastY)
        step.number("firstColumn", region.x / tile.width)
        step.number("lastColumn", lastX / tile.width)
        step.number("firstRow", region.y / tile.height)
        step.number("lastRow", lastY / tile.height)
        step.number(
            "firstIndex", region.y / tile.height * columns + region.x / tile.width)
    }

    /// Index, row, column, where the bytes lie, and how they begin and end.
    private func tileRow(_ tile: TIFFWalk.Tile) throws -> [String] {
        let ends =
            try tile.byteCount < 4
            ? ""
            : hexadecimal(walk.bytes(at: tile.place, count: 2)) + " ... "
                + hexadecimal(walk.bytes(at: tile.place + tile.byteCount - 2, count: 2))
        return [
            "\(tile.index)", "\(tile.row)", "\(tile.column)", grouped(tile.place),
            grouped(tile.byteCount), ends,
        ]
    }

    /// The whole slide with its tiles and the region.
    private func gridPicture(_ tiles: [TIFFWalk.Tile], region: PixelRectangle) throws -> Image {
        let raster = try slide.thumbnail(maximumSide: 640)
        func shrunk(_ region: PixelRectangle) -> PixelRectangle {
            let whole = RasterFrame(downsample: 1).region(of: region)
            return raster.frame.pixels(nearest: whole)
        }
        let inner = shrunk(region)
        return raster.pixels
            .outlining(tiles.map { shrunk($0.region) }, color: RGB(150, 150, 150))
            .outlining([inner, inner.grown], color: .vermilion)
    }

    /// The needed tiles side by side, the region outlined.
    private func picture(of tiles: [TIFFWalk.Tile], region: PixelRectangle) throws -> Image {
        let (first, last) = (tiles[0].region, tiles[tiles.count - 1].region)
        let size = PixelSize(
            width: last.x + last.width - first.x, height: last.y + last.height - first.y)
        let image = try slide.read(
            origin: BaselinePoint(x: Double(first.x), y: Double(first.y)), size: size, level: 0)
        func moved(_ other: PixelRectangle) -> PixelRectangle {
            PixelRectangle(
                x: other.x - first.x, y: other.y - first.y, width: other.width,
                height: other.height)
        }
        return image.outlining(tiles.map { moved($0.region) }, color: .blue)
            .outlining([moved(region), moved(region).grown], color: .vermilion)
    }

    /// The wrong way: the index with row and column swapped.
    private func giveSwapped(_ step: LessonStep, _ tile: TIFFWalk.Tile, columns: Int) {
        // listing: FormatCourse.swapped
        let wrong = tile.column * columns + tile.row
        // end listing
        step.number("swappedIndex", tile.index)
        step.number("wrongIndex", wrong)
        let distance = hypot(
            Double((wrong % columns - tile.column) * tile.region.width),
            Double((wrong / columns - tile.row) * tile.region.height))
        step.number("wrongTileDistance", distance * micronsPerPixel / 1000, .decimals(1))
    }

    /// The same pixels written with all tiles, and without those of glass.
    private func showSparse(_ step: LessonStep) throws {
        let piece = try SparsePiece(of: slide, micronsPerPixel: micronsPerPixel)
        let missing = Double(piece.missing) / Double(piece.tiles)
        let saved = 1 - Double(piece.sparseBytes) / Double(piece.denseBytes)
        step.number("pieceTile", piece.tileSide)
        step.number("allTiles", piece.tiles)
        step.number("missingTiles", piece.missing)
        step.number("missingShare", missing, .percent(0))
        step.number("denseKilobytes", piece.denseBytes / 1000)
        step.number("sparseKilobytes", piece.sparseBytes / 1000)
        step.number("savedShare", saved, .percent(0))
        step.choose("saving", piece.missing == 0 ? "none" : saved < missing ? "less" : "more")
        step.text("spacing", piece.spacing ?? "")
    }
}

extension PixelRectangle {
    /// One pixel more on each side.
    var grown: PixelRectangle {
        PixelRectangle(x: x - 1, y: y - 1, width: width + 2, height: height + 2)
    }
}
