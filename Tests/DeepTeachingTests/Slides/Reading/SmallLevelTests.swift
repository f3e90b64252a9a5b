import XCTest

@testable import DeepTeaching

/// Levels smaller than their own tile are read by other code, and must look like the others.
final class SmallLevelTests: XCTestCase {
    func testALevelSmallerThanItsTileIsResampledLikeTheOthers() throws {
        let folder = try SlideFixtures.folder(for: self)
        // Smooth, so that interpolation shows and rounding does not.
        let pictures = [(80, 60), (40, 30)].map { width, height in
            var image = Image(size: PixelSize(width: width, height: height))
            for y in 0..<height {
                for x in 0..<width {
                    image[x: x, y: y] = RGB(
                        UInt8(x * 240 / width), UInt8(y * 240 / height), UInt8((x + y) % 2 * 80))
                }
            }
            return image
        }
        func slide(_ name: String, tileSide: Int) throws -> SlideFile {
            let url = folder.appending(path: name)
            try TestTIFF(levels: pictures, tileSide: tileSide).write(to: url)
            return try SlideFile(url)
        }
        // In tiles of 16 pixels OpenSlide reads the coarse level, in one of 64 libtiff.
        let large = try slide("large.tif", tileSide: 16)
        let small = try slide("small.tif", tileSide: 64)
        XCTAssertEqual(large.sources.map(\.isGarbled), [false, false])
        XCTAssertEqual(small.sources.map(\.isGarbled), [true, true])
        for (x, y) in [
            (0, 0), (8, 6), (1, 0), (0, 1), (17, 9), (33, 31), (63, 47), (-6, -4), (-5, 3),
            (-1, -1),
        ] {
            let origin = BaselinePoint(x: Double(x), y: Double(y))
            let size = PixelSize(width: 24, height: 20)
            let expected = try large.read(origin: origin, size: size, level: 1)
            let image = try small.read(origin: origin, size: size, level: 1)
            let difference = zip(image.pixels, expected.pixels).map { abs(Int($0) - Int($1)) }.max()
            XCTAssertLessThanOrEqual(try XCTUnwrap(difference), 2, "at (\(x), \(y))")
        }
    }

    func testAShiftByLessThanAPixelAveragesNeighbours() {
        let image = Image(
            size: PixelSize(width: 2, height: 2),
            pixels: [0, 0, 0, 100, 100, 100, 40, 40, 40, 200, 200, 200])
        func shifted(_ x: Double, _ y: Double) -> [UInt8] {
            SubpixelShift(rightShare: x, lowerShare: y).applied(to: image).pixels
        }
        XCTAssertEqual(shifted(0, 0), [0, 0, 0])
        XCTAssertEqual(shifted(0.25, 0), [25, 25, 25])
        XCTAssertEqual(shifted(0, 0.5), [20, 20, 20])
        XCTAssertEqual(shifted(0.5, 0.5), [85, 85, 85])
    }

    func testPlacesAreSplitToA256thOfAPixel() {
        func assert(_ place: Double, _ pixel: Int, _ share: Double, line: UInt = #line) {
            let split = SubpixelShift.split(place)
            XCTAssertEqual(split.pixel, pixel, line: line)
            XCTAssertEqual(split.share, share, line: line)
        }
        assert(3, 3, 0)
        assert(3.5, 3, 0.5)
        assert(2.9999, 3, 0)
        assert(-0.25, -1, 0.75)
    }
}
