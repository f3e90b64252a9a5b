import Foundation
import XCTest

@testable import DeepTeaching

/// Masks are written without loss, and read as they were.
final class MaskPyramidTests: XCTestCase {
    private let size = PixelSize(width: 1551, height: 1377)

    private func write() throws -> URL {
        let url = try SlideFixtures.folder(for: self).appending(path: "a_mask.tif")
        let writer = PyramidWriter(size: size, micronsPerPixel: MicronsPerPixel(0.5))
        try writer.writeMask(to: url, mask: PyramidPictures.pattern)
        return url
    }

    func testEveryPixelOfEveryLevelIsReadAsItWasWritten() throws {
        let slide = try SlideFile(try write())
        XCTAssertEqual(slide.vendor, "generic-tiff")
        XCTAssertEqual(
            slide.levels.map(\.size),
            [size, PixelSize(width: 775, height: 688), PixelSize(width: 387, height: 344)])
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).x, 0.5, accuracy: 1e-6)
        let whole = PyramidPictures.pattern(BaselinePoint(x: 0, y: 0), size)
        for (level, info) in slide.levels.enumerated() {
            let read = try slide.read(
                origin: BaselinePoint(x: 0, y: 0), size: info.size, level: level)
            var wrong = 0
            for y in 0..<info.size.height {
                for x in 0..<info.size.width {
                    let expected = whole.bytes[(y << level) * size.width + x << level]
                    let color = read[x: x, y: y]
                    if color != RGB(expected, expected, expected) { wrong += 1 }
                }
            }
            XCTAssertEqual(wrong, 0, "level \(level)")
        }
    }

    func testTheFileHasOneChannelOfEightBits() throws {
        let slide = try SlideFile(try write())
        XCTAssertEqual(slide.property("openslide.level[0].tile-width"), "256")
        // 2.1 million pixels of colour would need more than this even as JPEG.
        XCTAssertLessThan(try Data(contentsOf: slide.url).count, 400_000)
    }
}
