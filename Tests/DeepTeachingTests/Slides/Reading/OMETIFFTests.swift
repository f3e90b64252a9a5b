import CTIFF
import DeepTeaching
import Foundation
import XCTest

/// OME-TIFF, and other TIFFs whose levels lie in SubIFDs: a pyramid in red, green and blue is read,
/// all else is refused in words.
final class OMETIFFTests: XCTestCase {
    private let levels = [
        SlideFixtures.picture(200, 150), SlideFixtures.picture(100, 75),
        SlideFixtures.picture(50, 37),
    ]

    /// OME-XML of one picture.
    private func xml(
        size: PixelSize = PixelSize(width: 200, height: 150),
        planes: String = "SizeZ=\"1\" SizeT=\"1\"",
        channels: Int = 3, pixel: String = "PhysicalSizeX=\"0.5\" PhysicalSizeY=\"0.5\"",
        data: String = "<TiffData/>", more: String = ""
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image ID="Image:0">
        <Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="uint8" SizeX="\(size.width)" \
        SizeY="\(size.height)" SizeC="\(channels)" \(planes) \(pixel)>
        <Channel ID="Channel:0:0" SamplesPerPixel="3"/>\(data)</Pixels></Image>\(more)</OME>
        """
    }

    private func write(_ change: (inout TestTIFF) -> Void) throws -> URL {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.ome.tif")
        var file = TestTIFF(levels: levels)
        file.isNested = true
        file.description = xml()
        change(&file)
        try file.write(to: url)
        return url
    }

    private func assertLevels(_ slide: some Slide, line: UInt = #line) throws {
        XCTAssertEqual(slide.levels.map(\.size), levels.map(\.size), line: line)
        for (index, picture) in levels.enumerated() where index < slide.levels.count {
            let read = try slide.read(
                origin: BaselinePoint(x: 0, y: 0), size: picture.size, level: index)
            XCTAssertEqual(read, picture, "level \(index)", line: line)
        }
    }

    func testLevelsBelowTheFirstDirectoryAreAPyramid() throws {
        // Little and big endian, TIFF and BigTIFF, channels together and apart.
        for (mode, isSeparate) in [("w", false), ("wb", false), ("w8", false), ("wl", true)] {
            let slide = try SlideFile(
                try write {
                    $0.mode = mode
                    $0.isSeparate = isSeparate
                })
            try assertLevels(slide)
            XCTAssertEqual(slide.vendor, "ome-tiff")
            XCTAssertEqual(slide.levels.map(\.downsample), [1, 2, (4 + 150.0 / 37) / 2])
            XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(0.5))
            XCTAssertEqual(slide.omittedLevelCount, 0)
            XCTAssertEqual(slide.warnings, [])
            // Places are level-0 pixels, as in any slide.
            let part = try slide.read(
                origin: BaselinePoint(x: 40, y: 60), size: PixelSize(side: 20), level: 1)
            XCTAssertEqual(
                part, levels[1].cropped(to: PixelRectangle(x: 20, y: 30, width: 20, height: 20)))
            XCTAssertEqual(try openSlide(slide.url).levels.count, 3)
            _ = try slide.condensed(level: 0, progress: { _ in })
        }
    }

    func testJPEGTilesAreRead() throws {
        let smooth = PyramidPictures.gradient(
            BaselinePoint(x: 0, y: 0), PixelSize(width: 200, height: 150))
        let slide = try SlideFile(
            try write {
                $0.compression = COMPRESSION_JPEG
                $0.levels = [smooth, smooth.resized(to: PixelSize(width: 100, height: 75))]
            })
        let read = try slide.read(
            origin: BaselinePoint(x: 0, y: 0), size: smooth.size, level: 0)
        XCTAssertLessThan(PyramidPictures.worstDifference(read, smooth), 24)
        XCTAssertEqual(slide.levels.count, 2)
    }

    func testPyramidsWithoutXMLAreReadIfTheySayThatTheyAreReduced() throws {
        let slide = try SlideFile(
            try write {
                $0.description = nil
                $0.resolution = (20_000, 20_000, RESUNIT_CENTIMETER)
            })
        try assertLevels(slide)
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).mean, 0.5, accuracy: 1e-6)
        XCTAssertEqual(slide.vendor, "generic-tiff")
    }

    func testLevelsOneAfterTheOtherAreReadToo() throws {
        let slide = try SlideFile(try write { $0.isNested = false })
        try assertLevels(slide)
        XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(0.5))
    }

    func testPixelsHaveTheirSizeInItsUnit() throws {
        for (text, expected) in [
            ("PhysicalSizeX=\"0.25\" PhysicalSizeY=\"0.25\"", 0.25),
            ("PhysicalSizeX=\"0.25\" PhysicalSizeXUnit=\"µm\" PhysicalSizeY=\"0.25\"", 0.25),
            ("PhysicalSizeX=\"0.25\" PhysicalSizeXUnit=\"&#181;m\" PhysicalSizeY=\"0.25\"", 0.25),
            ("PhysicalSizeX=\"250\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.25\"", 0.25),
            (
                "PhysicalSizeX=\"2.5e-4\" PhysicalSizeXUnit=\"mm\" "
                    + "PhysicalSizeY=\"2.5e-5\" PhysicalSizeYUnit=\"cm\"", 0.25
            ),
        ] {
            let slide = try SlideFile(try write { $0.description = xml(pixel: text) })
            let size = try XCTUnwrap(slide.micronsPerPixel, text)
            XCTAssertEqual(size.x, expected, accuracy: 1e-12, text)
            XCTAssertEqual(size.y, expected, accuracy: 1e-12, text)
        }
        // Without a length in the XML, that of the TIFF counts; without both, none.
        for pixel in ["", "PhysicalSizeX=\"2\" PhysicalSizeXUnit=\"pixel\" PhysicalSizeY=\"2\""] {
            let slide = try SlideFile(
                try write {
                    $0.description = xml(pixel: pixel)
                    $0.resolution = (40_000, 40_000, RESUNIT_CENTIMETER)
                })
            XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).mean, 0.25, accuracy: 1e-6)
            let silent = try SlideFile(try write { $0.description = xml(pixel: pixel) })
            XCTAssertNil(silent.micronsPerPixel)
            XCTAssertEqual(silent.warnings, [.unknownResolution])
        }
        let huge = try SlideFile(
            try write {
                $0.description = xml(
                    pixel: "PhysicalSizeX=\"5\" PhysicalSizeXUnit=\"m\" PhysicalSizeY=\"5\"")
            })
        XCTAssertNil(huge.micronsPerPixel, "no microscope has such pixels")
    }

    func testFurtherPicturesAreNamed() throws {
        let label = """
            <Image ID="Image:1"><Pixels SizeX="9" SizeY="9" SizeZ="1" SizeC="3" SizeT="1">\
            <TiffData IFD="1"/></Pixels></Image>
            """
        let slide = try SlideFile(try write { $0.description = xml(more: label) })
        XCTAssertEqual(slide.warnings, [.furtherPictures(count: 1)])
        try assertLevels(slide)
    }

    /// A prefix and a comment, as Bio-Formats writes them.
    func testOtherWaysToWriteTheSameXMLAreRead() throws {
        let text = xml().replacing(
            "<OME xmlns=", with: "<!-- Warning: metadata --><OME:OME xmlns:OME="
        )
        .replacing("</OME>", with: "</OME:OME>").replacing("<Pixels", with: "<OME:Pixels")
        .replacing("</Pixels", with: "</OME:Pixels")
        let slide = try SlideFile(try write { $0.description = text })
        XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(0.5))
    }

    func testWhatIsNoPictureInColoursIsRefused() throws {
        let bomb = """
            <!DOCTYPE OME [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            """
        for (text, problem) in [
            (
                xml(planes: "SizeZ=\"5\" SizeT=\"1\""),
                OMEProblem.planes(depth: 5, channels: 1, times: 1)
            ),
            (xml(planes: "SizeZ=\"1\" SizeT=\"7\""), .planes(depth: 1, channels: 1, times: 7)),
            (xml(channels: 12), .planes(depth: 1, channels: 4, times: 1)),
            (
                xml(size: PixelSize(side: 64)),
                .otherSize(said: PixelSize(side: 64), found: PixelSize(width: 200, height: 150))
            ),
            (xml(data: "<TiffData IFD=\"3\"/>"), .otherDirectory(3)),
            (xml(data: "<TiffData IFD=\"-3\"/>"), .unusable(attribute: "IFD", value: "-3")),
            (xml(channels: 0), .unusable(attribute: "SizeC", value: "0")),
            (xml(planes: "SizeT=\"1\""), .unusable(attribute: "SizeZ", value: "")),
            (
                xml(pixel: "PhysicalSizeX=\"-1\" PhysicalSizeY=\"1\""),
                .unusable(attribute: "PhysicalSizeX", value: "-1")
            ),
            (
                xml(pixel: "PhysicalSizeX=\"nan\" PhysicalSizeY=\"1\""),
                .unusable(attribute: "PhysicalSizeX", value: "nan")
            ),
            (xml().replacing("?>", with: "?>" + bomb), .documentType),
            (
                "<OME xmlns=\"http://www.openmicroscopy.org\"><BinaryOnly MetadataFile=\"other.ome\"/></OME>",
                .noPixels
            ),
            (String(xml().dropLast(6)), .notXML(line: 4)),
            (xml().replacing("<Channel", with: "<Channel & "), .notXML(line: 4)),
        ] {
            let url = try write { $0.description = text }
            for open in [{ _ = try SlideFile($0) }, { _ = try openSlide($0) }]
                as [(URL) throws -> Void]
            {
                assertThrows(SlideError.refused(path: url.path, .ome(problem))) { try open(url) }
            }
            XCTAssertTrue(
                "\(SlideError.refused(path: url.path, .ome(problem)))".contains("OME-TIFF"))
        }
    }

    /// One channel of 8 bits, or three of 16: fluorescence, or a picture that would lose its meaning.
    func testOtherPixelsAreRefused() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.ome.tif")
        for (numbers, channels, kind) in [
            ([258: [8], 262: [1], 277: [1]], 1, "1 channel of 8-bit numbers"),
            ([258: [16], 262: [1], 277: [1]], 1, "1 channel of 16-bit numbers"),
            ([258: [16, 16, 16]], 3, "3 channels of 16-bit numbers"),
        ] as [([UInt16: [UInt32]], Int, String)] {
            var page = RawTIFF.Page(levels[0], tileSide: 32)
            page.numbers.merge(numbers) { $1 }
            page.texts[270] = xml(channels: channels)
            for isTiled in [true, false] {
                page.isTiled = isTiled
                if !isTiled { page.numbers[278] = [150] }
                try RawTIFF(pages: [page]).write(to: url)
                XCTAssertThrowsError(try openSlide(url)) { error in
                    XCTAssertTrue("\(error)".contains("OME-TIFF of \(kind)"), "\(error)")
                    XCTAssertTrue("\(error)".contains("Export it as RGB"), "\(error)")
                }
            }
        }
    }

    /// Damage below the first directory costs coarse levels, never the slide.
    func testLevelsThatCannotBeReadAreLeftOut() throws {
        let url = try write { _ in }
        var data = try Data(contentsOf: url)
        // The tag of the SubIFDs: two offsets of 4 bytes each.
        let tag = Data([0x4A, 0x01])
        let place = try XCTUnwrap(
            data.range(of: tag + Data([0x04, 0, 2, 0, 0, 0]))
                ?? data.range(of: tag + Data([0x0D, 0, 2, 0, 0, 0])))
        let list = data[place.upperBound..<place.upperBound + 4].enumerated()
            .reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
        for byte in 0..<4 { data[list + 4 + byte] = 0xF0 }
        try data.write(to: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.map(\.size), [levels[0].size, levels[1].size])
        XCTAssertEqual(slide.omittedLevelCount, 1)
        XCTAssertEqual(slide.warnings, [.omittedLevels(count: 1)])
        // A picture of another shape is no level.
        let other = try SlideFile(
            try write { $0.levels[2] = SlideFixtures.picture(50, 50) })
        XCTAssertEqual(other.levels.count, 2)
    }

    /// Files of another writer, which also says what they hold.
    func testFilesOfTifffile() throws {
        let folder = try SlideFixtures.folder(for: self)
        let output = try Python.run("ome", [folder.path], packages: ["tifffile", "numpy"])
        let expected = try JSONDecoder().decode([String: [String]].self, from: output)
        XCTAssertEqual(expected.count, 3)
        for (name, hashes) in expected {
            let slide = try SlideFile(folder.appending(path: name))
            XCTAssertEqual(slide.levels.count, hashes.count, name)
            XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(x: 0.25, y: 0.5), name)
            for (level, hash) in hashes.enumerated() {
                let picture = try slide.read(
                    origin: BaselinePoint(x: 0, y: 0), size: slide.levels[level].size, level: level)
                let value = picture.pixels.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
                }
                XCTAssertEqual(String(value, radix: 16), hash, "\(name), level \(level)")
            }
        }
        for (name, words) in [
            ("focus.ome.tif", "several planes (focus: 4, channels: 1"),
            ("fluorescence.ome.tif", "channels: 3, moments: 1"),
            ("deep.ome.tif", "3 channels of 16-bit numbers"),
            ("gray.ome.tif", "1 channel of 8-bit numbers"),
        ] {
            XCTAssertThrowsError(try openSlide(folder.appending(path: name)), name) {
                XCTAssertTrue("\($0)".contains(words), "\($0)")
            }
        }
    }
}
