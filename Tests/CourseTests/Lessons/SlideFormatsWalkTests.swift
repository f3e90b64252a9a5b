import Curriculum
import DeepTeaching
import Foundation
import XCTest

@testable import Graders
@testable import Lesson05SlideFormats

/// The lesson's own walk through the bytes of a TIFF, on files that are written byte by byte.
final class SlideFormatsWalkTests: XCTestCase {
    private var generator = SeededGenerator(seed: 50)

    func testItReadsBothKindsInBothOrders() throws {
        for (isBig, isLittle) in [(true, true), (true, false), (false, true), (false, false)] {
            let file = file(isBig: isBig, isLittle: isLittle)
            try walk(file.bytes) { walk in
                XCTAssertEqual(walk.isBig, isBig)
                XCTAssertEqual(walk.directories.count, file.directories.count)
                for (found, written) in zip(walk.directories, file.directories) {
                    XCTAssertEqual(
                        try walk.size(of: found),
                        PixelSize(width: written.width, height: written.height))
                    let tiles = try walk.tiles(of: found)
                    XCTAssertEqual(tiles.map(\.place), written.tileOffsets)
                    XCTAssertEqual(tiles.map(\.byteCount), written.tileByteCounts)
                    XCTAssertEqual(
                        try found[282].map(walk.fraction) ?? 0, written.xResolution ?? 0,
                        accuracy: 1e-3)
                }
            }
        }
    }

    /// Wherever a file is cut off, it is walked through as far as it goes, or refused in words.
    func testFilesThatAreCutOffAreRefused() throws {
        let bytes = file(isBig: true, isLittle: true).bytes
        var refused = 0
        for length in stride(from: 0, to: bytes.count, by: 7) {
            do {
                try walk(Array(bytes.prefix(length))) { walk in
                    for directory in walk.directories { _ = try walk.entryRows(of: directory) }
                }
            } catch let error as TIFFWalkError {
                refused += 1
                XCTAssertFalse(error.description.isEmpty)
            }
        }
        XCTAssertGreaterThan(refused, 20)
    }

    func testAChainWithoutEndIsRefused() throws {
        var bytes = file(isBig: true, isLittle: true, levels: 1).bytes
        var end = 0
        try walk(bytes) { walk in
            let directory = walk.directories[0]
            end = directory.place + 8 + walk.entrySize * directory.entries.count
        }
        // The place of the next directory becomes that of the first.
        bytes.replaceSubrange(end..<end + 8, with: bytes[8..<16])
        XCTAssertThrowsError(try walk(bytes) { _ in }) { error in
            guard case TIFFWalkError.endless = error else { return XCTFail("\(error)") }
        }
    }

    /// Bytes that say anything: an error, or numbers, and never a trap.
    func testChangedBytesDoNotTrap() throws {
        let bytes = file(isBig: false, isLittle: true).bytes
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<3 {
                changed[generator.index(below: bytes.count)] = UInt8(generator.index(below: 256))
            }
            do {
                try walk(changed) { walk in
                    _ = try walk.chainRows()
                    for directory in walk.directories { _ = try walk.entryRows(of: directory) }
                }
            } catch is TIFFWalkError {
                continue
            }
        }
    }

    private func file(isBig: Bool, isLittle: Bool, levels: Int = 3) -> WrittenTIFF {
        WrittenTIFF(
            directories: (0..<levels).map { level in
                .drawn(columns: 4 - level, rows: 2, offsets: 500..<900_000, &generator)
            }, isBig: isBig, isLittle: isLittle)
    }

    private func walk(_ bytes: [UInt8], _ body: (TIFFWalk) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(TIFFWalk(url))
    }
}
