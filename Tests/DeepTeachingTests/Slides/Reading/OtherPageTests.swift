import DeepTeaching
import XCTest

/// Other pictures in a TIFF than the slide's levels: they are never shown as the slide.
final class OtherPageTests: XCTestCase {
    private let corner = BaselinePoint(x: 0, y: 0)
    private let fine = SlideFixtures.picture(64, 64)
    private let coarse = SlideFixtures.picture(32, 32)
    private let other = Image(size: PixelSize(side: 32), color: RGB(200, 0, 90))

    /// Levels of 64 and 32 pixels; the coarse one is smaller than its tile, so that it is read
    /// through libtiff, by the directory that was matched.
    private func levels(of pages: [RawTIFF.Page]) throws -> [Image] {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(pages: pages).write(to: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.map(\.size), [PixelSize(side: 64), PixelSize(side: 32)])
        return try slide.levels.indices.map {
            try slide.read(origin: corner, size: slide.levels[$0].size, level: $0)
        }
    }

    func testAnotherPageOfTheTIFFHasALevelsSize() throws {
        let other = RawTIFF.Page(other, tileSide: 64)
        let level = RawTIFF.Page(coarse, tileSide: 64).reduced
        var page = other
        // 2 is a page of many; 4 is a mask; 0 says nothing.
        for kind in [0, 2, 4] as [UInt32] {
            page.numbers[254] = [kind]
            XCTAssertEqual(
                try levels(of: [RawTIFF.Page(fine), page, level]), [fine, coarse], "kind \(kind)")
            XCTAssertEqual(
                try levels(of: [RawTIFF.Page(fine), level, page]), [fine, coarse], "kind \(kind)")
        }
        page.numbers[254] = nil
        XCTAssertEqual(try levels(of: [RawTIFF.Page(fine), page, level]), [fine, coarse])
    }

    func testAnotherPageHasTheSizeOfTheFinestLevel() throws {
        let large = RawTIFF.Page(Image(size: fine.size, color: .black), tileSide: 128)
        XCTAssertEqual(
            try levels(
                of: [
                    RawTIFF.Page(fine, tileSide: 128), large,
                    RawTIFF.Page(coarse, tileSide: 64).reduced,
                ]), [fine, coarse])
    }

    func testALabelInStripsHasALevelsSize() throws {
        var label = RawTIFF.Page(other, tileSide: 32).reduced
        label.isTiled = false
        label.numbers[322] = nil
        label.numbers[323] = nil
        label.numbers[278] = [32]
        XCTAssertEqual(
            try levels(
                of: [RawTIFF.Page(fine), label, RawTIFF.Page(coarse, tileSide: 64).reduced]),
            [fine, coarse])
    }

    func testLevelsInAnyOrderAreSortedByTheirWidth() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let small = SlideFixtures.picture(16, 16)
        try RawTIFF(
            pages: [
                RawTIFF.Page(fine), RawTIFF.Page(small, tileSide: 64).reduced,
                RawTIFF.Page(coarse, tileSide: 64).reduced,
            ]
        ).write(to: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels.map(\.size.width), [64, 32, 16])
        for (level, picture) in [fine, coarse, small].enumerated() {
            XCTAssertEqual(
                try slide.read(origin: corner, size: picture.size, level: level), picture)
        }
    }

    func testTheTissueOfASlideIsNotThatOfAnotherPage() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        var tissue = Image(size: PixelSize(side: 256), color: RGB(243, 243, 243))
        tissue.paste(
            Image(size: PixelSize(width: 256, height: 128), color: RGB(200, 120, 180)), x: 0, y: 0)
        let half = tissue.resized(to: PixelSize(side: 128))
        let white = Image(size: half.size)
        var decoy = RawTIFF.Page(white, tileSide: 256)
        decoy.numbers[254] = [2]
        try RawTIFF(
            pages: [
                RawTIFF.Page(tissue, tileSide: 256), decoy,
                RawTIFF.Page(half, tileSide: 256).reduced,
            ]
        ).write(to: url)
        var settings = TissueSettings()
        // The resolution of the coarse level, at the 0.5 micrometres that are assumed.
        settings.micronsPerPixel = 1
        settings.minimumArea = 10
        XCTAssertEqual(
            try TissueMask(of: SlideFile(url), settings: settings).fraction, 0.5, accuracy: 0.02)
    }
}
