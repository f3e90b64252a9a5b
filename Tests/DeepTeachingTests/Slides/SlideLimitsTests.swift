import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// What is as large as `SlideLimits` allows is taken; one more is an error in words.
///
/// The corners of a ring, the pixels of a picture and the chain of directories are tried in
/// `GeoJSONTests`, `PictureSlideTests` and `SlideRefusalTests`.
final class SlideLimitsTests: XCTestCase {
    private var folder: URL!

    override func setUpWithError() throws { folder = try SlideFixtures.folder(for: self) }

    /// A file of zeros behind a beginning, of which the disk stores nothing.
    private func sparse(_ name: String, bytes: Int, start: [UInt8] = []) throws -> URL {
        let url = folder.appending(path: name)
        try Data(start).write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try file.truncate(atOffset: UInt64(bytes))
        try file.close()
        return url
    }

    /// A TIFF without any bytes in its tiles.
    private func hollow(width: Int, height: Int, tileWidth: Int, tileHeight: Int) throws -> URL {
        var page = RawTIFF.Page(SlideFixtures.picture(16, 16)).missing(0)
        page.numbers[256] = [UInt32(width)]
        page.numbers[257] = [UInt32(height)]
        page.numbers[322] = [UInt32(tileWidth)]
        page.numbers[323] = [UInt32(tileHeight)]
        page.numbers[324] = [0]
        page.numbers[325] = [0]
        let url = folder.appending(path: "hollow.tif")
        try RawTIFF(pages: [page]).write(to: url)
        return url
    }

    private func assertRefused(
        _ words: String..., line: UInt = #line, _ work: () throws -> some Any
    ) {
        XCTAssertThrowsError(try work(), line: line) { error in
            for word in words {
                XCTAssertTrue("\(error)".contains(word), "\(error)", line: line)
            }
        }
    }

    func testTheTile() throws {
        let side = 8192
        XCTAssertEqual(side * side, SlideLimits.tileArea)
        let most = try hollow(width: 20_000, height: 9000, tileWidth: side, tileHeight: side)
        XCTAssertEqual(try SlideFile(most).missingTileCounts, [6])
        // The sides of a tile are multiples of 16.
        let more = try hollow(width: 20_000, height: 9000, tileWidth: side, tileHeight: side + 16)
        assertThrows(
            SlideError.tileTooLarge(
                path: more.path, level: 0, tile: PixelSize(width: side, height: side + 16))
        ) { try SlideFile(more) }
    }

    func testTheTilesOfASlide() throws {
        let most = try hollow(width: 32_000, height: 64_000, tileWidth: 16, tileHeight: 16)
        XCTAssertEqual(try SlideFile(most).missingTileCounts, [SlideLimits.tiles])
        let more = try hollow(width: 32_000, height: 64_001, tileWidth: 16, tileHeight: 16)
        assertThrows(
            SlideError.refused(path: more.path, .tooManyTiles(limit: SlideLimits.tiles))
        ) { try SlideFile(more) }
    }

    func testTheDirectoriesBelowTheFirst() throws {
        for (count, isRead) in [
            (SlideLimits.directories, true), (SlideLimits.directories + 1, false),
        ] {
            var page = RawTIFF.Page(SlideFixtures.picture(64, 64))
            // All of them lie beyond the end of the file.
            page.numbers[330] = [UInt32](repeating: 0x00ff_0000, count: count)
            let url = folder.appending(path: "slide.tif")
            try RawTIFF(pages: [page]).write(to: url)
            if isRead {
                XCTAssertEqual(try SlideFile(url).levels.count, 1)
            } else {
                assertThrows(
                    SlideError.refused(
                        path: url.path, .tooManyDirectories(limit: SlideLimits.directories))
                ) { try SlideFile(url) }
            }
        }
    }

    func testTheRegion() throws {
        let slide = MemorySlide(image: SlideFixtures.picture(64, 64))
        let origin = BaselinePoint(x: 0, y: 0)
        func region(_ width: Int, _ height: Int, at origin: BaselinePoint) throws -> SlideRegion {
            try SlideRegion(
                origin: origin, size: PixelSize(width: width, height: height), level: 0,
                of: slide.levels)
        }
        XCTAssertEqual(try region(SlideLimits.regionArea, 1, at: origin).size.height, 1)
        assertRefused("is more than the 134217728 that one read returns") {
            try slide.read(
                origin: origin, size: PixelSize(width: SlideLimits.regionArea + 1, height: 1),
                level: 0)
        }
        XCTAssertEqual(try region(1, 1, at: BaselinePoint(x: 0x1p52, y: -0x1p52)).origin.x, 1 << 52)
        assertRefused("No region begins at") {
            try region(1, 1, at: BaselinePoint(x: 0x1p52 + 1, y: 0))
        }
    }

    func testThePictureFile() throws {
        let start: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
        let more = try sparse("more.png", bytes: SlideLimits.pictureBytes + 1, start: start)
        assertRefused("has 1073741825 bytes", "at most 1073741824") { try openSlide(more) }
        // As large as allowed it is read, and found to be no picture.
        try skipUnlessProving("Reading a gigabyte of zeros takes a second or two.")
        let most = try sparse("most.png", bytes: SlideLimits.pictureBytes, start: start)
        XCTAssertThrowsError(try openSlide(most)) {
            XCTAssertFalse("\($0)".contains("at most"), "\($0)")
        }
    }

    func testTheFileOfAnnotations() throws {
        let more = try sparse("more.xml", bytes: SlideLimits.annotationBytes + 1)
        assertThrows(
            SlideError.annotations(
                path: more.path, line: 1,
                problem: .tooLarge(
                    bytes: SlideLimits.annotationBytes + 1, limit: SlideLimits.annotationBytes))
        ) { try AnnotationFile(more) }
        let most = try sparse("most.xml", bytes: SlideLimits.annotationBytes)
        XCTAssertThrowsError(try AnnotationFile(most)) {
            XCTAssertFalse("\($0)".contains("at most"), "\($0)")
        }
    }

    func testTheCornersOfAnOutline() throws {
        let count = SlideLimits.corners
        func outline(_ corners: Int) throws -> URL {
            var text = """
                <ASAP_Annotations><Annotations><Annotation Name="A" Type="Polygon" PartOfGroup="Tumor">
                <Coordinates>
                """
            for order in 0..<corners {
                text += "<Coordinate Order=\"\(order)\" X=\"\(order)\" Y=\"\(order % 2)\"/>"
            }
            text += "</Coordinates></Annotation></Annotations></ASAP_Annotations>"
            let url = folder.appending(path: "outline.xml")
            try Data(text.utf8).write(to: url)
            return url
        }
        let most = try AnnotationFile(outline(count))
        XCTAssertEqual(most.annotations.map(\.outline.count), [count])
        assertRefused("line 2", "\"A\" has more than 1000000 corners") {
            try AnnotationFile(outline(count + 1))
        }
    }

    func testTheCoordinate() throws {
        func outline(_ x: String) throws -> URL {
            let corners = [("0", "0"), (x, "0"), ("0", "9")].enumerated().map {
                "<Coordinate Order=\"\($0)\" X=\"\($1.0)\" Y=\"\($1.1)\"/>"
            }.joined()
            let url = folder.appending(path: "outline.xml")
            try Data(
                """
                <ASAP_Annotations><Annotations><Annotation Name="A" PartOfGroup="Tumor"><Coordinates>\
                \(corners)</Coordinates></Annotation></Annotations></ASAP_Annotations>
                """.utf8
            ).write(to: url)
            return url
        }
        XCTAssertEqual(try AnnotationFile(outline("1e9")).annotations.count, 1)
        assertRefused("further away than any slide reaches") {
            try AnnotationFile(outline("1000000001"))
        }
    }

    func testTheTable() throws {
        let more = try sparse("more.csv", bytes: SlideLimits.tableBytes + 1)
        assertRefused("has 67108865 bytes", "at most 67108864") { try SlideTable(contentsOf: more) }
        let most = try sparse("most.csv", bytes: SlideLimits.tableBytes)
        XCTAssertThrowsError(try SlideTable(contentsOf: most)) {
            XCTAssertFalse("\($0)".contains("at most"), "\($0)")
        }
    }

    func testTheDescription() throws {
        let head = """
            <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image><Pixels SizeX="64" \
            SizeY="64" SizeZ="1" SizeC="3" SizeT="1"/></Image><!--
            """
        let tail = "--></OME>"
        for extra in [0, 1] {
            let fill = SlideLimits.descriptionBytes - head.utf8.count - tail.utf8.count + extra
            var page = RawTIFF.Page(SlideFixtures.picture(64, 64))
            page.texts[270] = head + String(repeating: "x", count: fill) + tail
            let url = folder.appending(path: "slide.tif")
            try RawTIFF(pages: [page]).write(to: url)
            if extra == 0 {
                XCTAssertEqual(try SlideFile(url).vendor, "ome-tiff")
            } else {
                assertRefused("OME-TIFF", "16777217 bytes") { try SlideFile(url) }
            }
        }
    }
}
