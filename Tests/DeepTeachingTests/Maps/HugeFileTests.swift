import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// A file of 100,000 x 100,000 pixels is written, read, searched for tissue and cut into patches in under
/// a gigabyte.
final class HugeFileTests: XCTestCase {
    func testMemoryStaysBounded() throws {
        try skipUnlessProving(
            "A slide of ten gigapixels takes a minute; HugeSlideTests and PyramidWriterTests do the same "
                + "with a computed slide and small files.")
        let url = try SlideFixtures.folder(for: self).appending(path: "huge.tif")
        try ProcessMemory.resetHighestMark()
        let before = try ProcessMemory.resident()

        // Tissue with nuclei in the middle of the slide, on glass that the scanner left out.
        let size = PixelSize(side: 100_000)
        let writer = PyramidWriter(
            size: size, micronsPerPixel: MicronsPerPixel(0.25), tileSide: 512, format: .philips)
        try writer.write(to: url) { origin, size in
            let tissue = 40_960.0..<61_440.0
            guard tissue ~= origin.x, tissue ~= origin.y else { return nil }
            var image = Image(size: size, color: RGB(225, 150, 195))
            for y in 0..<size.height {
                for x in 0..<size.width where (x / 24 + y / 24) % 3 == 0 {
                    image[x: x, y: y] = RGB(120, 80, 160)
                }
            }
            return image
        }

        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels[0].size, size)
        let tissue = try TissueMask(of: slide)
        XCTAssertEqual(tissue.fraction, 0.042, accuracy: 0.002)
        let grid = PatchGrid(forSlidesOf: 0.25)
        let patches = try grid.patches(on: slide, tissue: tissue)
        XCTAssertGreaterThan(patches.count, 1500)
        let images = try PatchReader(slide, grid: grid).images(of: patches.map(\.region))
        XCTAssertEqual(images.count, patches.count)
        XCTAssertTrue(images.allSatisfy { $0.size == PixelSize(side: 64) })

        let growth = try ProcessMemory.highest() - before
        print("peak memory of a slide of ten gigapixels: \(growth / 1_000_000) MB")
        XCTAssertLessThan(growth, 1_000_000_000, "bytes of resident memory at the peak")
    }
}
