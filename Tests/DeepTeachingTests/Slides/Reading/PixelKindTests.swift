import DeepTeaching
import XCTest

/// Ways to store pixels that are not 8-bit red, green and blue: read rightly, or refused in words.
final class PixelKindTests: XCTestCase {
    private let size = PixelSize(side: 32)

    /// Tiles of 32 pixels, so that those without compression fill whole kilobytes, as the installed
    /// libtiff wants them.
    private func color(
        _ numbers: [UInt16: [UInt32]], pixel: [UInt8], planes: Int = 1
    ) throws -> RGB {
        var page = RawTIFF.Page(Image(size: size), tileSide: 32)
        page.numbers.merge(numbers) { $1 }
        page.tiles = (0..<planes).map { plane in
            let bytes = planes == 1 ? pixel : [pixel[plane]]
            return [[UInt8]](repeating: bytes, count: size.area).flatMap { $0 }
        }
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(pages: [page]).write(to: url)
        let image = try SlideFile(url).read(
            origin: BaselinePoint(x: 0, y: 0), size: size, level: 0)
        XCTAssertEqual(image, Image(size: size, color: image[x: 0, y: 0]), "not of one colour")
        return image[x: 0, y: 0]
    }

    func testPixelsOfOtherKindsHaveTheirColours() throws {
        let orange = RGB(200, 100, 50)
        XCTAssertEqual(try color([:], pixel: [200, 100, 50]), orange)
        // 16-bit red, green and blue; little-endian.
        XCTAssertEqual(
            try color([258: [16, 16, 16]], pixel: [200, 200, 100, 100, 50, 50]), orange)
        // Channels one after the other.
        XCTAssertEqual(try color([284: [2]], pixel: [200, 100, 50], planes: 3), orange)
        // Grey; grey where 0 is white.
        let gray: [UInt16: [UInt32]] = [258: [8], 262: [1], 277: [1]]
        XCTAssertEqual(try color(gray, pixel: [77]), RGB(77, 77, 77))
        XCTAssertEqual(
            try color(gray.merging([262: [0]]) { $1 }, pixel: [77]), RGB(178, 178, 178))
        // A palette whose entry 9 is orange.
        var palette = [UInt32](repeating: 0, count: 768)
        (palette[9], palette[256 + 9], palette[512 + 9]) = (200 * 257, 100 * 257, 50 * 257)
        XCTAssertEqual(
            try color([258: [8], 262: [3], 277: [1], 320: palette], pixel: [9]), orange)
        // Cyan, magenta, yellow, black.
        XCTAssertEqual(
            try color(
                [258: [8, 8, 8, 8], 262: [5], 277: [4]], pixel: [55, 155, 205, 0]), orange)
    }

    func testTransparencyLiesOnTheBackground() throws {
        let four: [UInt16: [UInt32]] = [258: [8, 8, 8, 8], 277: [4]]
        let half = RGB(227, 177, 152)
        XCTAssertEqual(
            try color(four.merging([338: [1]]) { $1 }, pixel: [100, 50, 25, 128]), half)
        XCTAssertEqual(
            try color(four.merging([338: [2]]) { $1 }, pixel: [200, 100, 50, 128]), half)
    }

    func testAChannelWithoutMeaningIsNoTransparency() throws {
        for value in [0, 7, 255] as [UInt8] {
            XCTAssertEqual(
                try color(
                    [258: [8, 8, 8, 8], 277: [4], 338: [0]], pixel: [200, 100, 50, value]),
                RGB(200, 100, 50), "\(value)")
        }
        XCTAssertEqual(
            try color(
                [258: [8, 8, 8, 8, 8], 277: [5], 338: [0, 0]], pixel: [200, 100, 50, 1, 2]),
            RGB(200, 100, 50))
        XCTAssertThrowsError(
            try color(
                [258: [16, 16, 16, 16], 277: [4], 338: [0]], pixel: [1, 1, 1, 1, 1, 1, 0, 0])
        ) { XCTAssertTrue("\($0)".contains("4 channels of 16-bit numbers"), "\($0)") }
    }

    func testTilesWithoutCompressionOfAnySizeAreRead() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let picture = SlideFixtures.picture(100, 60)
        for side in [16, 48, 112] {
            try RawTIFF(pages: [RawTIFF.Page(picture, tileSide: side)]).write(to: url)
            XCTAssertEqual(
                try SlideFile(url).read(
                    origin: BaselinePoint(x: 0, y: 0), size: picture.size, level: 0), picture)
        }
    }
}
