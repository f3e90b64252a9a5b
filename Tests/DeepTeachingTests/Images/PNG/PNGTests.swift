import DeepTeaching
import XCTest

final class PNGTests: XCTestCase {
    private static let alphaPNG =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8Dw/z8DAwMAEPgC/q7f"
        + "k8sAAAAASUVORK5CYII="

    func testImageComesBackAsItWasWritten() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "picture.png")
        let image = SlideFixtures.picture(37, 23)
        try image.writePNG(to: url)
        XCTAssertEqual(try Image(png: url), image)
        XCTAssertEqual(try Data(contentsOf: url), try image.pngData())
    }

    func testMaskAndPlaneComeBack() throws {
        let folder = try SlideFixtures.folder(for: self)
        let size = PixelSize(width: 5, height: 3)
        let mask = Mask(size: size, pixels: (0..<15).map { $0 % 4 == 1 })
        try mask.writePNG(to: folder.appending(path: "mask.png"))
        XCTAssertEqual(try Mask(png: folder.appending(path: "mask.png")), mask)

        let values: [Float] = [-1, 0, 0.2, 0.4, 0.5, 0.6, 0.8, 1, 2, .nan, .infinity, 0, 0, 0, 1]
        try Plane(size: size, values: values).writePNG(to: folder.appending(path: "plane.png"))
        let expected: [Float] = [0, 0, 51, 102, 128, 153, 204, 255, 255, 0, 255, 0, 0, 0, 255]
        XCTAssertEqual(
            try Plane(png: folder.appending(path: "plane.png")).values, expected.map { $0 / 255 })
    }

    /// A 2 x 1 PNG with alpha, as Pillow writes it: red at alpha 255, and at 0.
    func testTransparentPixelsLieOverWhite() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "alpha.png")
        let bytes = try XCTUnwrap(Data(base64Encoded: Self.alphaPNG))
        try bytes.write(to: url)
        XCTAssertEqual(
            try Image(png: url),
            Image(size: PixelSize(width: 2, height: 1), pixels: [255, 0, 0, 255, 255, 255]))
    }

    func testWhatIsNoPNGIsSaid() throws {
        let folder = try SlideFixtures.folder(for: self)
        let absent = folder.appending(path: "absent.png")
        assertThrows(PNGError.missing(path: absent.path)) { try Image(png: absent) }

        let text = folder.appending(path: "text.png")
        try Data("no picture".utf8).write(to: text)
        assertThrows(PNGError.unreadable(path: text.path, reason: "")) { try Image(png: text) }

        let cut = folder.appending(path: "cut.png")
        let whole = try SlideFixtures.picture(64, 64).pngData()
        try whole.prefix(whole.count / 2).write(to: cut)
        assertThrows(PNGError.unreadable(path: cut.path, reason: "")) { try Image(png: cut) }

        let empty = Image(size: PixelSize(width: 0, height: 3))
        XCTAssertThrowsError(try empty.pngData()) {
            XCTAssertEqual(
                $0 as? PNGError, .notEncodable(empty.size, reason: "it is empty"))
        }
        let nowhere = folder.appending(path: "no/folder.png")
        XCTAssertThrowsError(try SlideFixtures.picture(2, 2).writePNG(to: nowhere)) {
            XCTAssertTrue("\($0)".contains(nowhere.path), "\($0)")
        }
    }

    /// The error is of the same case and names the same file; the library's words are its own.
    private func assertThrows(
        _ expected: PNGError, line: UInt = #line, _ body: () throws -> Image
    ) {
        XCTAssertThrowsError(try body(), line: line) { error in
            switch (error as? PNGError, expected) {
            case (.missing(let path), .missing(let expected)):
                XCTAssertEqual(path, expected, line: line)
            case (.unreadable(let path, let reason), .unreadable(let expected, _)):
                XCTAssertEqual(path, expected, line: line)
                XCTAssertFalse(reason.isEmpty, line: line)
            default: XCTFail("\(error)", line: line)
            }
        }
    }
}
