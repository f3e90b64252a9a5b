import DeepTeaching
import XCTest

final class SlideMaterialTests: XCTestCase {
    private let left = PixelRectangle(x: 10, y: 10, width: 60, height: 80)
    private let strokes = PixelRectangle(x: 90, y: 20, width: 60, height: 12)

    private func materials(of slide: PaintedSlide) throws -> SlideMaterials {
        try SlideMaterials(
            of: MemorySlide(image: slide.image, micronsPerPixel: MicronsPerPixel(8)))
    }

    private func slide() -> PaintedSlide {
        var slide = PaintedSlide(width: 160, height: 100)
        slide.paint(left, PaintedSlide.hematoxylin)
        return slide
    }

    private func count(_ materials: SlideMaterials, _ material: SlideMaterial) -> Int {
        materials.mask(of: material).foregroundCount
    }

    func testGlassAndTissueAloneAreNothingElse() throws {
        let materials = try materials(of: slide())
        XCTAssertEqual(count(materials, .tissue), left.area)
        XCTAssertEqual(count(materials, .glass), 160 * 100 - left.area)
        XCTAssertEqual(materials.shares[.tissue], Double(left.area) / 16_000)
        XCTAssertEqual(materials.tissue.mask, materials.mask(of: .tissue))
        XCTAssertEqual(materials.raster.downsample, 1)
    }

    func testEachInkIsPenAndNotTissue() throws {
        let inks = [
            ("blue", RGB(54, 98, 189)), ("green", RGB(60, 146, 99)), ("black", RGB(50, 50, 54)),
            ("red", RGB(200, 35, 45)), ("dark blue", RGB(30, 50, 150)),
        ]
        for (name, color) in inks {
            var slide = slide()
            slide.paint(strokes, color, noise: 5)
            let materials = try materials(of: slide)
            XCTAssertEqual(count(materials, .pen), strokes.area, name)
            XCTAssertEqual(count(materials, .tissue), left.area, name)
        }
    }

    func testABlackBlockIsBlackWithItsSoftBorder() throws {
        var slide = slide()
        slide.paint(strokes.grown(by: 1), RGB(110, 109, 112), noise: 2)
        slide.paint(strokes, .black, noise: 0)
        let materials = try materials(of: slide)
        XCTAssertEqual(count(materials, .pen), 0)
        // The four corners touch the block by a corner only.
        XCTAssertEqual(count(materials, .black), strokes.grown(by: 1).area - 4)
    }

    func testStainsAreNoInk() throws {
        let stains = [
            PaintedSlide.eosin, PaintedSlide.hematoxylin, RGB(200, 100, 110), RGB(90, 50, 110),
        ]
        for color in stains {
            var slide = PaintedSlide(width: 160, height: 100)
            slide.paint(left, color, noise: 6)
            XCTAssertEqual(count(try materials(of: slide), .tissue), left.area, "\(color)")
        }
    }

    /// Tissue, and twice as much of it: the share of light that passes, squared.
    private let flat = RGB(150, 115, 185)
    private let double = RGB(94, 55, 143)

    func testADarkColourfulStripIsAFoldAndAllDarkTissueIsNone() throws {
        var slide = PaintedSlide(width: 160, height: 100)
        slide.paint(left, flat)
        let strip = PixelRectangle(x: 30, y: 24, width: 5, height: 50)
        slide.paint(strip, double, noise: 6)
        let materials = try materials(of: slide)
        XCTAssertEqual(count(materials, .fold), strip.area)
        XCTAssertEqual(count(materials, .tissue), left.area - strip.area)
        var dark = PaintedSlide(width: 160, height: 100)
        dark.paint(left, double, noise: 6)
        XCTAssertEqual(count(try self.materials(of: dark), .fold), 0)
    }

    func testWhatIsExcludedIsTakenOutOfTheTissueAndNothingByDefault() throws {
        var slide = PaintedSlide(width: 160, height: 100)
        slide.paint(left, flat)
        let strip = PixelRectangle(x: 30, y: 24, width: 5, height: 50)
        slide.paint(strip, double, noise: 6)
        let stroke = PixelRectangle(x: 10, y: 10, width: 60, height: 9)
        slide.paint(stroke, RGB(200, 35, 45), noise: 5)
        let file = MemorySlide(image: slide.image, micronsPerPixel: MicronsPerPixel(8))
        var settings = TissueSettings()
        settings.micronsPerPixel = 8
        func pixels(without excluded: Set<SlideMaterial>) throws -> Int {
            settings.excluded = excluded
            return try TissueMask(of: file, settings: settings).mask.foregroundCount
        }
        XCTAssertEqual(try pixels(without: []), left.area, "red ink is as colourful as tissue")
        XCTAssertEqual(try pixels(without: [.fold]), left.area - strip.area)
        XCTAssertEqual(try pixels(without: [.pen, .black]), left.area - stroke.area)
        XCTAssertEqual(
            try pixels(without: [.pen, .fold]), left.area - stroke.area - strip.area)
    }

    func testDustAndThinDarkLinesAreNoPen() throws {
        var slide = slide()
        slide.paint(PixelRectangle(x: 100, y: 60, width: 8, height: 8), RGB(50, 50, 50), noise: 2)
        let materials = try materials(of: slide)
        XCTAssertEqual(count(materials, .pen), 0)
    }
}
