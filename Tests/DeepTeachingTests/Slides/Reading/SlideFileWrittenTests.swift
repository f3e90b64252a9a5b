import CTIFFShim
import DeepTeaching
import XCTest

/// Files that the test writes, so that each pixel is known.
final class SlideFileWrittenTests: XCTestCase {
    func testAllLevelsAreReadPixelByPixel() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        // The last two levels are lower, or lower and narrower, than a tile.
        let levels = [(80, 40), (40, 20), (20, 10), (10, 5)].map(SlideFixtures.picture)
        try TestTIFF(levels: levels).write(to: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.map(\.size), levels.map(\.size))
        XCTAssertEqual(slide.levels.map(\.downsample), [1, 2, 4, 8])
        let reference = try levels.map { level in
            // Level 0 of a slide in memory pads with white as a file should.
            try MemorySlide(image: level).read(
                origin: BaselinePoint(x: 3, y: -2), size: PixelSize(width: 90, height: 45),
                level: 0)
        }
        for (index, level) in slide.levels.enumerated() {
            let origin = BaselinePoint(x: 3 * level.downsample, y: -2 * level.downsample)
            XCTAssertEqual(
                try slide.read(
                    origin: origin, size: PixelSize(width: 90, height: 45), level: index),
                reference[index], "level \(index)")
        }
    }

    func testMissingTilesLeaveTheirNeighboursAlone() throws {
        let folder = try SlideFixtures.folder(for: self)
        for (compression, side) in [(COMPRESSION_ADOBE_DEFLATE, 16), (COMPRESSION_JPEG, 32)] {
            let picture = SlideFixtures.picture(4 * side, 3 * side)
            var tiff = TestTIFF(levels: [picture], tileSide: side, compression: compression)
            try tiff.write(to: folder.appending(path: "whole.tif"))
            tiff.missingTiles = [2, 5]
            try tiff.write(to: folder.appending(path: "sparse.tif"))
            let whole = try SlideFile(folder.appending(path: "whole.tif"))
            let sparse = try SlideFile(folder.appending(path: "sparse.tif"))
            XCTAssertEqual(sparse.missingTileCounts, [2])
            let corner = BaselinePoint(x: 0, y: 0)
            var expected = try whole.read(origin: corner, size: picture.size, level: 0)
            for tile in tiff.missingTiles {
                for y in 0..<side {
                    for x in 0..<side {
                        expected[x: tile % 4 * side + x, y: tile / 4 * side + y] = .white
                    }
                }
            }
            XCTAssertEqual(
                try sparse.read(origin: corner, size: picture.size, level: 0), expected)
            XCTAssertEqual(sparse.statistics.missingTiles, 2)
            XCTAssertEqual(whole.statistics.missingTiles, 0)
        }
    }

    func testResolutionOfPlainTIFFs() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let picture = SlideFixtures.picture(32, 32)
        func resolution(_ x: Double, _ y: Double, _ unit: Int32) throws -> MicronsPerPixel? {
            try TestTIFF(levels: [picture], resolution: (x, y, unit)).write(to: url)
            return try SlideFile(url).micronsPerPixel
        }
        let centimetre = try XCTUnwrap(resolution(40_000, 20_000, RESUNIT_CENTIMETER))
        XCTAssertEqual(centimetre.x, 0.25, accuracy: 1e-6)
        XCTAssertEqual(centimetre.y, 0.5, accuracy: 1e-6)
        let inch = try XCTUnwrap(resolution(50_800, 101_600, RESUNIT_INCH))
        XCTAssertEqual(inch.x, 0.5, accuracy: 1e-6)
        XCTAssertEqual(inch.y, 0.25, accuracy: 1e-6)
        XCTAssertNil(try resolution(1, 1, RESUNIT_NONE))
        XCTAssertNil(try resolution(0, 0, RESUNIT_CENTIMETER))
        try TestTIFF(levels: [picture]).write(to: url)
        XCTAssertNil(try SlideFile(url).micronsPerPixel)
    }

    func testOneCorruptTileLeavesTheOthersReadable() throws {
        let folder = try SlideFixtures.folder(for: self)
        for (width, side, compression) in [
            (64, 16, COMPRESSION_ADOBE_DEFLATE), (128, 32, COMPRESSION_JPEG),
        ] {
            let url = folder.appending(path: "corrupt.tif")
            let picture = SlideFixtures.picture(width, side)
            try TestTIFF(levels: [picture], tileSide: side, compression: compression).write(to: url)
            let sound = try SlideFile(url).read(
                origin: BaselinePoint(x: 0, y: 0), size: picture.size, level: 0)
            try corrupt(tile: 1, of: url)
            let slide = try SlideFile(url)
            for _ in 0..<3 {
                for tile in 0..<4 {
                    let origin = BaselinePoint(x: Double(tile * side), y: 0)
                    let size = PixelSize(side: side)
                    if tile == 1 {
                        XCTAssertThrowsError(try slide.read(origin: origin, size: size, level: 0)) {
                            XCTAssertTrue("\($0)".contains("corrupt.tif"), "\($0)")
                        }
                    } else {
                        XCTAssertEqual(
                            try slide.read(origin: origin, size: size, level: 0),
                            sound.cropped(
                                to: PixelRectangle(x: tile * side, y: 0, width: side, height: side))
                        )
                    }
                }
            }
            XCTAssertEqual(slide.statistics.regionsRead, 9)
        }
    }

    func testManyThreadsReadOneSlide() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let levels = [(768, 128), (384, 64)].map(SlideFixtures.picture)
        try TestTIFF(levels: levels, tileSide: 128).write(to: url)
        try corrupt(tile: 3, of: url)
        let slide = try SlideFile(url)
        let wrong = Counter()
        DispatchQueue.concurrentPerform(iterations: 200) { index in
            let level = index % 2
            let x = index % 5 * (level == 0 ? 128 : 64)
            let size = PixelSize(width: 128, height: 64)
            let image = try? slide.read(
                origin: BaselinePoint(x: Double(x << level), y: 0), size: size, level: level)
            let rectangle = PixelRectangle(x: x, y: 0, width: 128, height: 64)
            let expected = level == 0 && x == 384 ? nil : levels[level].cropped(to: rectangle)
            if image != expected { wrong.increment() }
        }
        XCTAssertEqual(wrong.value, 0)
    }

    func testOpeningAndReadingLeaksNoFile() throws {
        let folder = "/proc/self/fd"
        guard FileManager.default.fileExists(atPath: folder) else { throw XCTSkip("no /proc") }
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try TestTIFF(levels: [(40, 40), (20, 10)].map(SlideFixtures.picture)).write(to: url)
        try corrupt(tile: 1, of: url)
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).count
        for _ in 0..<50 {
            let slide = try SlideFile(url)
            _ = try? slide.read(
                origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 40), level: 0)
            _ = try slide.read(
                origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 10), level: 1)
        }
        let after = try FileManager.default.contentsOfDirectory(atPath: folder).count
        XCTAssertLessThan(after, before + 10)
    }

    func testWhatIsNoSlideIsSaid() throws {
        let folder = try SlideFixtures.folder(for: self)
        XCTAssertThrowsError(try SlideFile(folder)) {
            XCTAssertEqual($0 as? SlideError, .folder(path: folder.path))
        }
        let absent = folder.appending(path: "absent.svs")
        XCTAssertThrowsError(try SlideFile(absent)) {
            XCTAssertEqual($0 as? SlideError, .missing(path: absent.path))
            XCTAssertTrue("\($0)".contains(absent.path))
        }
        let text = folder.appending(path: "text.svs")
        try Data("no slide".utf8).write(to: text)
        XCTAssertThrowsError(try SlideFile(text)) {
            XCTAssertEqual($0 as? SlideError, .unknownFormat(path: text.path))
        }
    }

    /// Overwrites the bytes of one tile of the first directory.
    private func corrupt(tile: UInt32, of url: URL) throws {
        let file = try XCTUnwrap(TIFFOpen(url.path, "r"))
        let offset = Int(TIFFGetStrileOffset(file, tile))
        let count = Int(TIFFGetStrileByteCount(file, tile))
        TIFFClose(file)
        var data = try Data(contentsOf: url)
        data.replaceSubrange(offset..<offset + count, with: [UInt8](repeating: 0x5a, count: count))
        try data.write(to: url)
    }
}

/// Counts from several threads.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    var value: Int { lock.withLock { count } }

    func increment() { lock.withLock { count += 1 } }
}
