import DeepTeaching
import Foundation
import XCTest

/// Plain pictures, read as slides.
final class PictureSlideTests: XCTestCase {
    private let picture = SlideFixtures.picture(150, 130)

    private func file(_ name: String) throws -> URL {
        try SlideFixtures.folder(for: self).appending(path: name)
    }

    /// One strip of pixels, without compression.
    private func strip(
        _ size: PixelSize, _ numbers: [UInt16: [UInt32]] = [:], bytes: [UInt8]
    ) -> RawTIFF.Page {
        var page = RawTIFF.Page(Image(size: PixelSize(side: 16)))
        page.isTiled = false
        page.numbers[322] = nil
        page.numbers[323] = nil
        page.numbers[256] = [UInt32(size.width)]
        page.numbers[257] = [UInt32(size.height)]
        page.numbers[278] = [UInt32(size.height)]
        page.numbers.merge(numbers) { $1 }
        page.tiles = [bytes]
        return page
    }

    private func whole(_ slide: any Slide) throws -> Image {
        try slide.read(origin: BaselinePoint(x: 0, y: 0), size: slide.levels[0].size, level: 0)
    }

    func testATIFFInStripsBecomesAPyramid() throws {
        let url = try file("photo.tif")
        try RawTIFF(pages: [strip(picture.size, bytes: picture.pixels)]).write(to: url)
        XCTAssertThrowsError(try SlideFile(url))
        let slide = try openSlide(url)
        XCTAssertEqual(slide as? MemorySlide, try MemorySlide(picture: url))
        XCTAssertEqual(slide.name, "photo.tif")
        XCTAssertEqual(try whole(slide), picture)
        XCTAssertEqual(
            slide.levels.map(\.size), MemorySlide(image: picture).levels.map(\.size))
        XCTAssertEqual(slide.warnings, [.unknownResolution])
    }

    func testWhatOpenSlideKnowsStaysAFile() throws {
        let url = try file("slide.tif")
        try RawTIFF(pages: [RawTIFF.Page(picture)]).write(to: url)
        XCTAssertTrue(try openSlide(url) is SlideFile)
        let told = try openSlide(url, micronsPerPixel: MicronsPerPixel(0.5))
        XCTAssertEqual(told.micronsPerPixel, MicronsPerPixel(0.5))
        XCTAssertEqual(try whole(MemorySlide(picture: url)), picture, "tiles are read as well")
    }

    /// Pixels of each kind show the colour that its formula gives.
    func testKindsOfPixels() throws {
        func color(_ numbers: [UInt16: [UInt32]], pixel: [UInt8]) throws -> RGB {
            let url = try file("kind.tif")
            let size = PixelSize(width: 5, height: 3)
            let bytes = [[UInt8]](repeating: pixel, count: 15).flatMap(\.self)
            try RawTIFF(pages: [strip(size, numbers, bytes: bytes)]).write(to: url)
            let image = try whole(openSlide(url))
            XCTAssertEqual(image, Image(size: size, color: image[x: 0, y: 0]))
            return image[x: 0, y: 0]
        }
        let orange = RGB(200, 100, 50)
        XCTAssertEqual(try color([:], pixel: [200, 100, 50]), orange)
        XCTAssertEqual(
            try color([258: [16, 16, 16]], pixel: [200, 200, 100, 100, 50, 50]), orange)
        let gray: [UInt16: [UInt32]] = [258: [8], 262: [1], 277: [1]]
        XCTAssertEqual(try color(gray, pixel: [77]), RGB(77, 77, 77))
        XCTAssertEqual(
            try color(gray.merging([262: [0]]) { $1 }, pixel: [77]), RGB(178, 178, 178))
        XCTAssertEqual(
            try color(gray.merging([258: [16]]) { $1 }, pixel: [0, 128]), RGB(128, 128, 128))
        var palette = [UInt32](repeating: 0, count: 768)
        (palette[9], palette[256 + 9], palette[512 + 9]) = (200 * 257, 100 * 257, 50 * 257)
        XCTAssertEqual(
            try color([258: [8], 262: [3], 277: [1], 320: palette], pixel: [9]), orange)
        let four: [UInt16: [UInt32]] = [258: [8, 8, 8, 8], 277: [4], 338: [2]]
        XCTAssertEqual(try color(four, pixel: [200, 100, 50, 128]), RGB(227, 177, 152))
        // What is not read is said.
        for (numbers, pixel, words) in [
            ([258: [32, 32, 32], 339: [3, 3, 3]], 12, "32-bit floating-point"),
            ([258: [8, 8, 8, 8], 277: [4], 338: [0]], 4, "4 channels of 8-bit"),
            ([258: [8, 8], 277: [2], 262: [1], 338: [0], 339: [2, 2]], 2, "signed"),
        ] as [([UInt16: [UInt32]], Int, String)] {
            XCTAssertThrowsError(
                try color(numbers, pixel: [UInt8](repeating: 1, count: pixel))
            ) { XCTAssertTrue("\($0)".contains(words), "\($0)") }
        }
    }

    func testATurnedPictureIsReadAsItIsStored() throws {
        for orientation in 1...8 as ClosedRange<UInt32> {
            let url = try file("turned.tif")
            try RawTIFF(
                pages: [strip(picture.size, [274: [orientation]], bytes: picture.pixels)]
            ).write(to: url)
            let slide = try openSlide(url)
            XCTAssertEqual(try whole(slide), picture, "\(orientation)")
            XCTAssertEqual(
                slide.warnings.contains(.orientation(Int(orientation))), orientation != 1)
        }
    }

    func testTheResolutionOfATIFF() throws {
        func resolution(_ unit: UInt32?, _ x: Double, _ y: Double) throws -> (any Slide) {
            var page = strip(picture.size, bytes: picture.pixels)
            page.numbers[296] = unit.map { [$0] }
            page.fractions = [282: x, 283: y]
            let url = try file("photo.tif")
            try RawTIFF(pages: [page]).write(to: url)
            return try openSlide(url)
        }
        XCTAssertEqual(
            try resolution(3, 20_000, 40_000).micronsPerPixel, MicronsPerPixel(x: 0.5, y: 0.25))
        XCTAssertEqual(try resolution(2, 25_400, 25_400).micronsPerPixel, MicronsPerPixel(1))
        // Without a unit, inches; the unit 1 means the shape alone.
        XCTAssertEqual(try resolution(nil, 25_400, 25_400).micronsPerPixel, MicronsPerPixel(1))
        XCTAssertNil(try resolution(1, 25_400, 25_400).micronsPerPixel)
        let screen = try resolution(2, 72, 72)
        XCTAssertNil(screen.micronsPerPixel)
        guard case .implausibleResolution = screen.warnings.first else {
            return XCTFail("\(screen.warnings)")
        }
    }

    func testAPNGPictureAndItsResolution() throws {
        let url = try file("photo.png")
        try picture.writePNG(to: url)
        XCTAssertEqual(try whole(openSlide(url)), picture)
        XCTAssertNil(try openSlide(url).micronsPerPixel)
        let plain = try Data(contentsOf: url)
        func slide(perMeter: UInt32, unit: UInt8) throws -> any Slide {
            var data = plain
            // Behind the header of 33 bytes.
            data.insert(contentsOf: Self.physical(perMeter, unit: unit), at: 33)
            try data.write(to: url)
            return try openSlide(url)
        }
        XCTAssertEqual(
            try slide(perMeter: 2_000_000, unit: 1).micronsPerPixel, MicronsPerPixel(0.5))
        XCTAssertNil(try slide(perMeter: 2_000_000, unit: 0).micronsPerPixel)
        XCTAssertNil(try slide(perMeter: 0, unit: 1).micronsPerPixel)
        XCTAssertEqual(
            try slide(perMeter: 2835, unit: 1).warnings,
            [.implausibleResolution(MicronsPerPixel(1e6 / 2835))])
        try plain.prefix(plain.count / 2).write(to: url)
        XCTAssertThrowsError(try openSlide(url)) {
            guard case .unreadable = $0 as? SlideError else { return XCTFail("\($0)") }
        }
    }

    /// The chunk pHYs with its checksum.
    private static func physical(_ perMeter: UInt32, unit: UInt8) -> [UInt8] {
        let number = [24, 16, 8, 0].map { UInt8(perMeter >> $0 & 255) }
        let content = Array("pHYs".utf8) + number + number + [unit]
        let sum = ~content.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
                rest & 1 == 1 ? 0xedb8_8320 ^ (rest >> 1) : rest >> 1
            }
        }
        return [0, 0, 0, 9] + content + [24, 16, 8, 0].map { UInt8(sum >> $0 & 255) }
    }

    func testFurtherPicturesAreNamed() throws {
        let url = try file("pages.tif")
        let page = strip(picture.size, bytes: picture.pixels)
        try RawTIFF(pages: [page, page.reduced, page]).write(to: url)
        let slide = try openSlide(url)
        XCTAssertEqual(slide.warnings, [.unknownResolution, .furtherPictures(count: 1)])
        XCTAssertTrue("\(slide.warnings[1])".contains("1 further picture,"))
    }

    /// A picture of one bit a pixel, 8192 x 8192 and one row more.
    func testTheLimitOfPixels() throws {
        for (height, isRead) in [(8192, true), (8193, false)] {
            let url = try file("large.tif")
            let page = strip(
                PixelSize(width: 8192, height: height), [258: [1], 262: [1], 277: [1]],
                bytes: [UInt8](repeating: 0xff, count: 1024 * height))
            try RawTIFF(pages: [page]).write(to: url)
            if isRead {
                XCTAssertEqual(try openSlide(url).levels[0].size.area, 1 << 26)
            } else {
                XCTAssertThrowsError(try openSlide(url)) {
                    XCTAssertEqual(
                        $0 as? SlideError,
                        .refused(
                            path: url.path,
                            .tooLarge(
                                PixelSize(width: 8192, height: 8193),
                                limit: MemorySlide.maximumPictureArea)))
                }
            }
        }
    }

    func testWhatIsNoPictureSaysWhatItIs() throws {
        let url = try file("page.html")
        try Data("<!doctype html>".utf8).write(to: url)
        XCTAssertThrowsError(try openSlide(url)) { XCTAssertTrue("\($0)".contains("a web page")) }
        XCTAssertThrowsError(try MemorySlide(picture: url))
        XCTAssertThrowsError(try openSlide(url.appendingPathExtension("no"))) {
            guard case .missing = $0 as? SlideError else { return XCTFail("\($0)") }
        }
        let cut = try file("cut.tif")
        let page = strip(picture.size, bytes: Array(picture.pixels.prefix(100)))
        try RawTIFF(pages: [page]).write(to: cut)
        XCTAssertThrowsError(try openSlide(cut)) { XCTAssertTrue($0 is SlideError, "\($0)") }
    }

    /// A real picture: 16 bits of grey in PNG.
    func testTheFaultThatOpenSlideLeaves() throws {
        let url = House.root.deletingLastPathComponent()
            .appending(path: "shared/faults/png_16bit_grey.png")
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw XCTSkip("the file is not beside the package")
        }
        XCTAssertGreaterThan(try openSlide(url).levels[0].size.area, 0)
    }
}
