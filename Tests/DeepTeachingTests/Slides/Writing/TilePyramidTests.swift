import XCTest

@testable import DeepTeaching

/// Any tile can be painted alone, and is what the writer puts into the file.
final class TilePyramidTests: XCTestCase {
    private let layout = PyramidLayout(size: PixelSize(width: 2051, height: 1377), tileSide: 128)

    private var pyramid: TilePyramid<Image> {
        TilePyramid(layout: layout, paint: PyramidPictures.gradient)
    }

    /// All addresses of the pyramid, level by level.
    private var addresses: [TileAddress] {
        layout.levelSizes.indices.flatMap { level in
            let counts = layout.tileCounts(ofLevel: level)
            return (0..<counts.area).map {
                TileAddress(
                    level: level, column: $0 % counts.width, row: $0 / counts.width)
            }
        }
    }

    func testTilesPaintedAloneAreThePicturesOfWholeLevels() throws {
        // The levels as one would make them of whole pictures, halving rounding down.
        var level = PyramidPictures.gradient(BaselinePoint(x: 0, y: 0), layout.size)
        for (index, size) in layout.levelSizes.enumerated() {
            if index > 0 {
                var half = Image(size: size)
                half.placeHalf(of: level, x: 0, y: 0)
                level = half
            }
            for address in addresses where address.level == index {
                let tile = try XCTUnwrap(pyramid.tile(at: address))
                let rectangle = PixelRectangle(
                    x: address.column * 128, y: address.row * 128, width: tile.size.width,
                    height: tile.size.height)
                XCTAssertTrue(tile == level.cropped(to: rectangle), "\(address)")
            }
        }
    }

    func testHalvingAveragesTwoByTwoPixels() {
        var half = Image(size: PixelSize(width: 3, height: 1), color: RGB(9, 9, 9))
        let finer = Image(
            size: PixelSize(width: 3, height: 2),
            pixels: [0, 1, 2, 4, 5, 6, 255, 0, 0, 1, 1, 1, 1, 4, 9, 255, 0, 0])
        half.placeHalf(of: finer, x: 1, y: 0)
        // (0 + 4 + 1 + 1) / 4 = 1.5 rounds up; the third column has no partner.
        XCTAssertEqual(half.pixels, [9, 9, 9, 2, 3, 5, 9, 9, 9])
    }

    func testTheWriterPutsJustTheseTilesIntoTheFile() throws {
        let writer = PyramidWriter(
            size: layout.size, micronsPerPixel: MicronsPerPixel(1), tileSide: 128)
        let folder = try SlideFixtures.folder(for: self)
        let expected = MaskTile.expectation(of: layout)
        let url = folder.appending(path: "mask.tif")
        try writer.writeMask(to: url, mask: PyramidPictures.pattern)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.map(\.size), layout.levelSizes)
        let levels = try slide.levels.indices.map { level in
            try slide.read(
                origin: BaselinePoint(x: 0, y: 0), size: slide.levels[level].size, level: level)
        }
        // In another order than they were written, from their addresses alone.
        var generator = SeededGenerator(seed: 3)
        for address in generator.shuffled(addresses) {
            let tile = try XCTUnwrap(expected.tile(at: address))
            let rectangle = PixelRectangle(
                x: address.column * 128, y: address.row * 128, width: tile.size.width,
                height: tile.size.height)
            let read = levels[address.level].cropped(to: rectangle).pixels
            let values = stride(from: 0, to: read.count, by: 3).map { read[$0] }
            XCTAssertTrue(values == tile.bytes, "\(address)")
        }
    }

    func testWhatIsNotScannedIsMissingOrWhite() throws {
        let pyramid = TilePyramid<Image>(layout: layout) { origin, size in
            origin.x < 256 && origin.y < 256 && origin.x + origin.y < 256
                ? Image(size: size, color: RGB(10, 20, 30)) : nil
        }
        XCTAssertNil(try pyramid.tile(at: TileAddress(level: 0, column: 2, row: 0)))
        XCTAssertNil(try pyramid.tile(at: TileAddress(level: 1, column: 1, row: 0)))
        let mixed = try XCTUnwrap(pyramid.tile(at: TileAddress(level: 1, column: 0, row: 0)))
        XCTAssertEqual(mixed[x: 63, y: 63], RGB(10, 20, 30))
        XCTAssertEqual(mixed[x: 64, y: 63], RGB(10, 20, 30))
        XCTAssertEqual(mixed[x: 63, y: 64], RGB(10, 20, 30))
        XCTAssertEqual(mixed[x: 64, y: 64], .white)
    }

    func testThereAreNoTilesBeyondThePyramid() throws {
        for address in [
            TileAddress(level: -1, column: 0, row: 0), TileAddress(level: 0, column: 17, row: 0),
            TileAddress(level: 0, column: 0, row: 11), TileAddress(level: 0, column: -1, row: 0),
            TileAddress(level: layout.levelSizes.count, column: 0, row: 0),
        ] {
            XCTAssertFalse(layout.contains(address))
            XCTAssertNil(layout.tileSize(at: address))
        }
        XCTAssertEqual(
            layout.tileSize(at: TileAddress(level: 0, column: 16, row: 10)),
            PixelSize(width: 3, height: 97))
    }
}

extension MaskTile {
    /// The pyramid of the tests' pattern.
    fileprivate static func expectation(of layout: PyramidLayout) -> TilePyramid<MaskTile> {
        TilePyramid(layout: layout, paint: PyramidPictures.pattern)
    }
}
