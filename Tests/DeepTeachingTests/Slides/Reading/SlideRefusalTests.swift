import DeepTeaching
import XCTest

/// Files that are not read say what they are, not that they should be copied again.
final class SlideRefusalTests: XCTestCase {
    private func assertRefused(
        _ pages: [RawTIFF.Page], _ expected: SlideRefusal, word: String, line: UInt = #line
    ) throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(pages: pages).write(to: url)
        assertRefused(url, expected, word: word, line: line)
    }

    private func assertRefused(
        _ url: URL, _ expected: SlideRefusal, word: String, line: UInt = #line
    ) {
        var slide: SlideFile?
        XCTAssertThrowsError(slide = try SlideFile(url), line: line) {
            XCTAssertEqual($0 as? SlideError, .refused(path: url.path, expected), line: line)
            XCTAssertTrue("\($0)".contains(url.path), "\($0)", line: line)
            XCTAssertTrue("\($0)".contains(word), "\($0)", line: line)
        }
        XCTAssertNil(slide, line: line)
    }

    private let page = RawTIFF.Page(SlideFixtures.picture(32, 32))

    /// A pipe would make a reader wait for ever, and a device has no end.
    func testAPipeAndADeviceAreNoSlides() throws {
        let pipe = try SlideFixtures.folder(for: self).appending(path: "pipe.svs")
        XCTAssertEqual(mkfifo(pipe.path, 0o600), 0)
        for url in [pipe, URL(filePath: "/dev/zero")] {
            XCTAssertThrowsError(try SlideFile(url)) { error in
                XCTAssertTrue(
                    "\(error)".contains("is a pipe or a device, not a slide"), "\(error)")
            }
        }
    }

    func testAperioZStack() throws {
        let text =
            "Aperio Image Library v12.0.15 \r\n64x64 [0,0 64x64] (16x16)|AppMag = 20|MPP = 0.5"
        var fine = RawTIFF.Page(SlideFixtures.picture(64, 64))
        fine.numbers[254] = [0]
        fine.texts[270] = text
        var coarse = page
        coarse.texts[270] = text
        try assertRefused([fine, coarse, fine, coarse], .focalPlanes(count: 2), word: "z-stack")
        // Without coarser levels OpenSlide would take the planes for levels of one size.
        try assertRefused([fine, fine, fine], .focalPlanes(count: 3), word: "3 planes")
        // A level that grows, with a tile missing, makes OpenSlide 3 divide by zero.
        try assertRefused(
            [coarse.missing(0), RawTIFF.Page(SlideFixtures.picture(160, 160))], .unorderedLevels,
            word: "larger than the one before")
    }

    func test32BitFloatTIFF() throws {
        var float = page
        float.numbers[258] = [32, 32, 32]
        float.numbers[339] = [3, 3, 3]
        float.tiles = float.tiles.map { _ in [UInt8](repeating: 0, count: 16 * 16 * 12) }
        let kind = "3 channels of 32-bit floating-point numbers"
        try assertRefused([float], .pixels(kind), word: "8-bit")
        float.numbers[339] = [1, 1, 1]
        try assertRefused(
            [float], .pixels("3 channels of 32-bit numbers, in the colour model 2 of TIFF"),
            word: "32-bit")
    }

    func testSignedPixels() throws {
        var signed = page
        signed.numbers[339] = [2, 2, 2]
        try assertRefused(
            [signed], .pixels("3 channels of 8-bit signed numbers"), word: "signed")
    }

    func testPictureInStrips() throws {
        var strips = page
        strips.isTiled = false
        strips.numbers[322] = nil
        strips.numbers[323] = nil
        strips.numbers[278] = [32]
        strips.tiles = [[UInt8](repeating: 7, count: 32 * 32 * 3)]
        try assertRefused([strips], .strips, word: "in strips")
    }

    func testBigEndianFiles() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let picture = SlideFixtures.picture(32, 32)
        try TestTIFF(levels: [picture], mode: "wb").write(to: url)
        do {
            // Newer versions of OpenSlide read it.
            let slide = try SlideFile(url)
            XCTAssertEqual(
                try slide.read(
                    origin: BaselinePoint(x: 0, y: 0), size: picture.size, level: 0), picture)
        } catch {
            XCTAssertEqual(error as? SlideError, .refused(path: url.path, .bigEndian))
            XCTAssertTrue("\(error)".contains("big-endian"), "\(error)")
        }
    }

    func testCompressionThatLibtiffLacks() throws {
        var odd = page
        odd.numbers[259] = [52_479]
        try assertRefused([odd], .compression(52_479), word: "method 52479")
    }

    func testLevelsOutOfOrder() throws {
        let wide = RawTIFF.Page(SlideFixtures.picture(16, 64)).reduced
        try assertRefused([page, wide], .unorderedLevels, word: "no pyramid")
        // So much higher that OpenSlide refuses it too.
        let higher = RawTIFF.Page(SlideFixtures.picture(30, 320)).reduced
        try assertRefused([page, higher], .unorderedLevels, word: "no pyramid")
    }

    func testDirectoriesThatPointBackOrNowhere() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(pages: [page, page.reduced]).write(to: url)
        let whole = try Data(contentsOf: url)
        // The link to the third directory lies behind the 12 entries of the second.
        let second = 2 * 4 * 768 + 8 + (whole.count - 8 - 8 * 768) / 2
        func link(to offset: Int) throws {
            var data = whole
            data[second + 2 + 12 * 12] = UInt8(offset & 255)
            data[second + 2 + 12 * 12 + 1] = UInt8(offset >> 8)
            try data.write(to: url)
        }
        try link(to: 0xfff0)
        XCTAssertThrowsError(try SlideFile(url)) {
            guard case .refused(url.path, .damagedDirectory(2, _))? = $0 as? SlideError else {
                return XCTFail("\($0)")
            }
        }
        // Back to the first one: libtiff stops there, OpenSlide does not know such a file.
        try link(to: 8 + 4 * 768)
        XCTAssertThrowsError(try SlideFile(url)) { XCTAssertTrue($0 is SlideError, "\($0)") }
    }

    func testChainOfDirectories() throws {
        let small = RawTIFF.Page(SlideFixtures.picture(1, 1)).reduced
        try assertRefused(
            [page] + [RawTIFF.Page](repeating: small, count: 1000),
            .tooManyDirectories(limit: 1000), word: "1000 directories")
    }

    func testFilesOfOtherKinds() throws {
        let folder = try SlideFixtures.folder(for: self)
        func assert(_ bytes: [UInt8], _ kind: String, name: String = "slide.svs") throws {
            let url = folder.appending(path: name)
            try Data(bytes).write(to: url)
            assertRefused(url, .otherKind(kind), word: kind)
        }
        try assert([0xff, 0xd8, 0xff, 0xe0, 0, 16], "a JPEG picture")
        try assert(
            [0xff, 0xd8, 0xff, 0xe0, 0, 16],
            "the preview of a MIRAX slide without the folder of data beside it",
            name: "slide.mrxs")
        try assert([0x89] + Array("PNG\r\n".utf8), "a PNG picture")
        try assert(Array("PK\u{3}\u{4}".utf8), "a ZIP archive")
        try assert([0x1f, 0x8b, 8, 0], "a gzip archive")
        try assert([UInt8](repeating: 0, count: 128) + Array("DICM".utf8), "a DICOM file")
        try assert(
            Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n".utf8),
            "a pointer of Git LFS, whose content was not fetched")
        try assert(
            Array("<!DOCTYPE html><html>404</html>".utf8),
            "a web page, as a failed download leaves it")
        try assert(
            Array("<DataObject ObjectType=\"DPUfsImport\">".utf8), "a Philips iSyntax file")
    }

    func testEmptyAndCutOffFiles() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try Data().write(to: url)
        assertRefused(url, .empty, word: "is empty")
        try RawTIFF(pages: [page]).write(to: url)
        let whole = try Data(contentsOf: url)
        // The directory lies behind four tiles.
        try whole.prefix(1000).write(to: url)
        assertRefused(
            url, .cutOff(directory: 8 + 4 * 768, size: 1000), word: "ends after 1000 bytes")
    }
}
