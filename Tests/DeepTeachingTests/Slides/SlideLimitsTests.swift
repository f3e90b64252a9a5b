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

    /// A page without any bytes in its tiles.
    private func hollowPage(
        width: UInt32, height: UInt32, tileWidth: UInt32, tileHeight: UInt32
    ) -> RawTIFF.Page {
        var page = RawTIFF.Page(SlideFixtures.picture(16, 16)).missing(0)
        page.numbers.merge([
            256: [width], 257: [height], 322: [tileWidth], 323: [tileHeight], 324: [0], 325: [0],
        ]) { $1 }
        return page
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
        let side: UInt32 = 8192
        XCTAssertEqual(Int(side * side), SlideLimits.tileArea)
        let url = folder.appending(path: "tile.tif")
        func write(tileHeight: UInt32) throws {
            try RawTIFF(pages: [
                hollowPage(width: 20_000, height: 9000, tileWidth: side, tileHeight: tileHeight)
            ]).write(to: url)
        }
        try write(tileHeight: side)
        XCTAssertEqual(try SlideFile(url).missingTileCounts, [6])
        // The sides of a tile are multiples of 16.
        try write(tileHeight: side + 16)
        assertThrows(
            SlideError.tileTooLarge(
                path: url.path, level: 0, tile: PixelSize(width: 8192, height: 8208))
        ) { try SlideFile(url) }
    }

    /// Ten directories of 800,000 tiles each: libtiff wants lists as long as they say above a million.
    func testTheTilesOfASlide() throws {
        let page = hollowPage(width: 16_000, height: 12_800, tileWidth: 16, tileHeight: 16)
        let url = folder.appending(path: "tiles.tif")
        let most = [RawTIFF.Page](repeating: page, count: SlideLimits.tiles / 800_000)
        try RawTIFF(pages: most).write(to: url)
        XCTAssertEqual(try SlideFile(url).missingTileCounts, [800_000])
        let one = hollowPage(width: 16, height: 16, tileWidth: 16, tileHeight: 16)
        try RawTIFF(pages: most + [one]).write(to: url)
        assertThrows(
            SlideError.refused(path: url.path, .tooManyTiles(limit: SlideLimits.tiles))
        ) { try SlideFile(url) }
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
        try skipUnlessProving("Looking through 128 MB of zeros takes some seconds.")
        let most = try sparse("most.xml", bytes: SlideLimits.annotationBytes)
        XCTAssertThrowsError(try AnnotationFile(most)) {
            XCTAssertFalse("\($0)".contains("at most"), "\($0)")
        }
    }

    func testTheCornersOfAnOutline() throws {
        try skipUnlessProving(
            "A million corners take ten seconds; GeoJSONTests tries as many in a ring.")
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
            SizeY="64" SizeZ="1" SizeC="3" SizeT="1"/></Image>
            """
        let tail = "</OME>"
        // Parsers of XML have limits of their own for one comment.
        let comment = "<!--" + String(repeating: "x", count: 1 << 20) + "-->"
        for extra in [0, 1] {
            let rest = SlideLimits.descriptionBytes - head.utf8.count - tail.utf8.count + extra
            let comments = rest / comment.utf8.count
            let spaces = rest - comments * comment.utf8.count
            var page = RawTIFF.Page(SlideFixtures.picture(64, 64))
            page.texts[270] =
                head + String(repeating: comment, count: comments)
                + String(repeating: " ", count: spaces) + tail
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
