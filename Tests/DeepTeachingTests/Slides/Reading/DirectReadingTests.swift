import XCTest

@testable import DeepTeaching

/// What is read through libtiff because it is faster must be what OpenSlide shows.
final class DirectReadingTests: XCTestCase {
    func testWrittenPyramidsShowWhatOpenSlideShows() throws {
        let folder = try SlideFixtures.folder(for: self)
        for (format, size) in [
            (PyramidFormat.tiled, PixelSize(width: 1000, height: 701)),
            (.philips, PixelSize(width: 1000, height: 701)),
            // Whose levels are not halves of each other to the pixel.
            (.tiled, PixelSize(width: 1013, height: 777)),
        ] {
            let file = folder.appending(path: "\(format)-\(size.width).tiff")
            let writer = PyramidWriter(
                size: size, micronsPerPixel: MicronsPerPixel(0.5), tileSide: 64, format: format)
            try writer.write(to: file) { origin, size in
                PyramidPictures.noise(origin, size)
            }
            try assertEqualsOpenSlide(file, count: 150)
        }
    }

    func testRealSlideShowsWhatOpenSlideShows() throws {
        try assertEqualsOpenSlide(SlideFixtures.shared("CMU-1-Small-Region.svs"), count: 25)
    }

    /// Reads regions inside, across the border and beside every level in both ways.
    private func assertEqualsOpenSlide(_ file: URL, count: Int, line: UInt = #line) throws {
        let slide = try SlideFile(file)
        let handle = try OpenSlideHandle(path: file.path)
        XCTAssertTrue(slide.sources[0].isReadDirectly, file.path, line: line)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<count {
            let level = Int.random(in: slide.levels.indices, using: &random)
            let (width, height) = (slide.levels[0].size.width, slide.levels[0].size.height)
            let origin = BaselinePoint(
                x: Double(Int.random(in: -40..<width + 10, using: &random)),
                y: Double(Int.random(in: -40..<height + 10, using: &random)))
            let size = PixelSize(
                width: Int.random(in: 1...200, using: &random),
                height: Int.random(in: 1...200, using: &random))
            let region = try SlideRegion(
                origin: origin, size: size, level: level, of: slide.levels)
            let expected = try XCTUnwrap(
                handle.read(
                    region, level: slide.sources[level].openSlideLevel, over: slide.background))
            let read = try slide.read(origin: origin, size: size, level: level)
            XCTAssertTrue(
                read == expected,
                "\(file.lastPathComponent), level \(level), \(size) at \(origin)", line: line)
        }
    }
}

final class TileCacheTests: XCTestCase {
    func testKeepsWhatWasUsedLast() {
        let cache = TileCache(byteLimit: 100)
        for tile in 0..<10 { cache.keep([UInt8](repeating: UInt8(tile), count: 10), of: tile) }
        XCTAssertEqual(cache.byteCount, 100)
        XCTAssertEqual(cache.bytes(of: 0), [UInt8](repeating: 0, count: 10))
        cache.keep([UInt8](repeating: 10, count: 10), of: 10)
        XCTAssertEqual(cache.byteCount, 50, "half of the limit is left")
        XCTAssertNotNil(cache.bytes(of: 0), "it was used after the others")
        XCTAssertNotNil(cache.bytes(of: 10))
        XCTAssertNil(cache.bytes(of: 1))
    }

    func testNeverHoldsMoreThanItsLimit() {
        let cache = TileCache(byteLimit: 100)
        cache.keep([UInt8](repeating: 1, count: 101), of: 0)
        XCTAssertNil(cache.bytes(of: 0))
        XCTAssertEqual(cache.byteCount, 0)
        cache.keep([UInt8](repeating: 1, count: 60), of: 1)
        cache.keep([UInt8](repeating: 1, count: 40), of: 1)
        XCTAssertEqual(cache.byteCount, 40, "a tile that is kept twice counts once")
        for tile in 2..<60 {
            cache.keep([UInt8](repeating: 1, count: tile), of: tile)
            XCTAssertLessThanOrEqual(cache.byteCount, 100)
        }
    }
}
