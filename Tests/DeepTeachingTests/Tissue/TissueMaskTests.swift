import DeepTeaching
import Foundation
import XCTest

final class TissueMaskTests: XCTestCase {
    /// 16 micrometres a pixel, as in the settings: a pixel of the mask is one of the picture.
    private func tissue(of slide: PaintedSlide) throws -> TissueMask {
        try TissueMask(
            of: MemorySlide(image: slide.image, micronsPerPixel: MicronsPerPixel(16)))
    }

    private let piece = PixelRectangle(x: 40, y: 30, width: 60, height: 20)

    private func mask(of rectangle: PixelRectangle, size: PixelSize) -> Mask {
        var mask = Mask(size: size)
        for y in rectangle.y..<rectangle.y + rectangle.height {
            for x in rectangle.x..<rectangle.x + rectangle.width { mask[x: x, y: y] = true }
        }
        return mask
    }

    func testPinkAndVioletAreTissueAndGlassIsNot() throws {
        var slide = PaintedSlide(width: 160, height: 90)
        slide.paint(piece, PaintedSlide.eosin)
        slide.paint(
            PixelRectangle(x: 40, y: 30, width: 20, height: 20), PaintedSlide.hematoxylin)
        let tissue = try tissue(of: slide)
        XCTAssertEqual(tissue.raster.downsample, 1)
        XCTAssertNotNil(tissue.threshold)
        XCTAssertEqual(tissue.mask, mask(of: piece, size: slide.image.size))
    }

    func testBlackBlocksAndPenAreNoTissue() throws {
        let marks = [
            ("black block", RGB(0, 0, 0), 0), ("black pen", RGB(25, 25, 30), 8),
            ("blue pen", RGB(35, 50, 150), 10), ("green pen", RGB(20, 110, 70), 10),
            ("pale blue pen", RGB(120, 150, 215), 10),
        ]
        for (name, color, noise) in marks {
            var slide = PaintedSlide(width: 160, height: 120)
            slide.paint(piece, PaintedSlide.eosin)
            slide.paint(PixelRectangle(x: 10, y: 70, width: 140, height: 40), color, noise: noise)
            XCTAssertEqual(
                try tissue(of: slide).mask, mask(of: piece, size: slide.image.size), name)
        }
    }

    func testASlideWithoutTissueGivesAnEmptyMask() throws {
        let glass = try tissue(of: PaintedSlide(width: 100, height: 80))
        XCTAssertEqual(glass.mask.foregroundCount, 0)
        XCTAssertNil(glass.threshold)
        let uniform = try tissue(of: PaintedSlide(width: 100, height: 80, noise: 0))
        XCTAssertEqual(uniform.mask.foregroundCount, 0)
        var black = PaintedSlide(width: 100, height: 80)
        black.paint(PixelRectangle(x: 0, y: 0, width: 100, height: 80), .black, noise: 3)
        XCTAssertEqual(try tissue(of: black).mask.foregroundCount, 0)
    }

    func testASlideFullOfTissueKeepsItsPalerHalf() throws {
        var slide = PaintedSlide(width: 100, height: 80)
        slide.paint(PixelRectangle(x: 0, y: 0, width: 50, height: 80), PaintedSlide.eosin)
        slide.paint(PixelRectangle(x: 50, y: 0, width: 50, height: 80), PaintedSlide.hematoxylin)
        XCTAssertEqual(try tissue(of: slide).fraction, 1)
    }

    func testSpecksGoAndSmallHolesCloseByTheirSizeInMicrometers() throws {
        var slide = PaintedSlide(width: 160, height: 90)
        slide.paint(piece, PaintedSlide.eosin)
        // A speck of 36 pixels is 9216 um2; a hole of 64 is 16384 um2, one of 144 is 36864 um2.
        slide.paint(PixelRectangle(x: 120, y: 10, width: 6, height: 6), PaintedSlide.eosin)
        let glass = RGB(242, 240, 243)
        slide.paint(PixelRectangle(x: 45, y: 36, width: 8, height: 8), glass, noise: 3)
        slide.paint(PixelRectangle(x: 70, y: 34, width: 12, height: 12), glass, noise: 3)
        // Closing takes the four corners of the large hole.
        let hole = mask(
            of: PixelRectangle(x: 70, y: 34, width: 12, height: 12), size: slide.image.size)
        XCTAssertEqual(
            try tissue(of: slide).mask,
            mask(of: piece, size: slide.image.size)
                .subtracting(hole.opened(by: .disk(radius: 1))))
    }

    func testAThinStrandOfTissueStaysAndAThinLineGoes() throws {
        var slide = PaintedSlide(width: 160, height: 90)
        slide.paint(piece, PaintedSlide.eosin)
        let strand = PixelRectangle(x: 10, y: 40, width: 30, height: 2)
        slide.paint(strand, PaintedSlide.eosin)
        slide.paint(PixelRectangle(x: 10, y: 70, width: 140, height: 2), PaintedSlide.eosin)
        let size = slide.image.size
        let expected = mask(of: piece, size: size).union(mask(of: strand, size: size))
        // Closing rounds the two corners where the strand leaves the piece.
        XCTAssertEqual(try tissue(of: slide).mask, expected.closed(by: .disk(radius: 1)))
    }

    func testAFileWithoutCoarseLevelsIsAveragedDown() throws {
        var slide = PaintedSlide(width: 700, height: 500)
        slide.paint(
            PixelRectangle(x: 320, y: 96, width: 256, height: 352), PaintedSlide.eosin)
        let flat = MemorySlide(
            image: slide.image, micronsPerPixel: MicronsPerPixel(1), smallestSide: 500)
        XCTAssertEqual(flat.levels.count, 1)
        let tissue = try TissueMask(of: flat)
        XCTAssertEqual(tissue.raster.downsample, 16)
        XCTAssertEqual(tissue.mask.size, PixelSize(width: 44, height: 32))
        XCTAssertEqual(
            tissue.mask,
            mask(
                of: PixelRectangle(x: 20, y: 6, width: 16, height: 22), size: tissue.mask.size))
    }

    func testTinySlidesHaveAMask() throws {
        for (width, height) in [(1, 1), (1, 40), (16, 16), (3, 2)] {
            let slide = PaintedSlide(width: width, height: height)
            let tissue = try TissueMask(
                of: MemorySlide(image: slide.image, micronsPerPixel: MicronsPerPixel(0.5)))
            XCTAssertEqual(tissue.mask.foregroundCount, 0)
        }
    }

    func testTheFractionCountsPartsOfPixels() {
        let tissue = TissueMask(SlideRaster(Mask(rows: ["#..", ".#."]), downsample: 4))
        func fraction(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Double {
            tissue.fraction(
                of: BaselineRectangle(
                    origin: BaselinePoint(x: x, y: y), width: width, height: height))
        }
        XCTAssertEqual(fraction(0, 0, 4, 4), 1)
        XCTAssertEqual(fraction(0, 0, 8, 8), 0.5)
        XCTAssertEqual(fraction(3, 0, 2, 4), 0.5)
        XCTAssertEqual(fraction(4, 3, 4, 4), 0.75)
        XCTAssertEqual(fraction(-4, -4, 8, 8), 0.25, "outside is background")
        XCTAssertEqual(fraction(100, 100, 8, 8), 0)
        XCTAssertEqual(fraction(4, 4, 0, 8), 0, "nothing is no tissue")
        XCTAssertTrue(tissue.contains(BaselinePoint(x: 7.9, y: 4)))
        XCTAssertFalse(tissue.contains(BaselinePoint(x: 4, y: 7.9 - 4)))
    }

    func testARealSlide() throws {
        let file = House.root.appending(path: "../shared/slides/CMU-1-Small-Region.svs")
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw XCTSkip("the real slide is not here")
        }
        let slide = try SlideFile(file)
        let tissue = try TissueMask(of: slide)
        // Luma sees tissue too where there is neither pen nor block: most of it must agree, but
        // for debris of a greenish colour.
        let overview = try slide.overview(downsample: 16 / 0.499)
        let luma = overview.pixels.luma()
        let dark = luma.mask(upTo: Float(try XCTUnwrap(Histogram(ofBytesIn: luma).otsuThreshold)))
        let seen = dark.intersection(tissue.mask).foregroundCount
        XCTAssertGreaterThan(Double(seen), 0.9 * Double(dark.foregroundCount))
        XCTAssertLessThan(tissue.fraction, 0.9)
        let level0 = try slide.read(
            origin: BaselinePoint(x: 0, y: 0), size: slide.levels[0].size, level: 0)
        XCTAssertEqual(Histogram(ofBytesIn: level0.luma()).otsuThreshold, 172)
    }

    func testInkInsideTissueIsNoTissueThoughItWouldBeASmallHole() throws {
        var slide = PaintedSlide(width: 160, height: 90)
        slide.paint(piece, PaintedSlide.eosin)
        let ink = PixelRectangle(x: 50, y: 36, width: 6, height: 6)
        slide.paint(ink, .black, noise: 0)
        let size = slide.image.size
        XCTAssertEqual(
            try tissue(of: slide).mask,
            mask(of: piece, size: size).subtracting(mask(of: ink, size: size)))
    }
}
