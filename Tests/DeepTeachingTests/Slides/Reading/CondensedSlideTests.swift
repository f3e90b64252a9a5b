import CTIFFShim
import DeepTeaching
import XCTest

/// Files without coarse levels.
final class CondensedSlideTests: XCTestCase {
    private let corner = BaselinePoint(x: 0, y: 0)

    /// Twenty-five million pixels in one level: tissue in the upper half, glass below.
    private func oneLevel() throws -> SlideFile {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let side = 512
        var page = RawTIFF.Page(Image(size: PixelSize(side: 512)), tileSide: side)
        let tissue = Image(size: PixelSize(side: side), color: RGB(200, 110, 170)).pixels
        let glass = Image(size: PixelSize(side: side), color: RGB(242, 242, 242)).pixels
        page.numbers[256] = [5000]
        page.numbers[257] = [5000]
        page.tiles = [tissue, glass]
        // All tiles share two pieces of the file.
        page.numbers[324] = (0..<100).map { $0 < 50 ? 8 : UInt32(8 + tissue.count) }
        page.numbers[325] = [UInt32](repeating: UInt32(tissue.count), count: 100)
        page.fractions = [282: 20_000, 283: 20_000]
        page.numbers[296] = [3]
        try RawTIFF(pages: [page]).write(to: url)
        return try SlideFile(url)
    }

    func testASlideOfOneLevelIsDecodedOnce() throws {
        let slide = try oneLevel()
        XCTAssertEqual(slide.levels.count, 1)
        XCTAssertEqual(slide.levels[0].condensation, 2)
        var shares: [Double] = []
        let tissue = try TissueMask(of: slide) { shares.append($0) }
        XCTAssertEqual(tissue.raster.downsample, 32)
        XCTAssertEqual(tissue.fraction, 0.512, accuracy: 0.01)
        XCTAssertGreaterThan(shares.count, 3, "progress shows what takes long")
        XCTAssertEqual(shares, shares.sorted())
        XCTAssertEqual(shares.last, 1)
        let read = slide.statistics.pixelsRead
        XCTAssertGreaterThanOrEqual(read, 25_000_000)
        XCTAssertLessThan(read, 29_000_000)
        let thumbnail = try slide.thumbnail(maximumSide: 500)
        XCTAssertEqual(thumbnail.size, PixelSize(side: 500))
        XCTAssertEqual(thumbnail.pixels[x: 250, y: 100], RGB(200, 110, 170))
        XCTAssertEqual(thumbnail.pixels[x: 250, y: 400], RGB(242, 242, 242))
        _ = try slide.overview(downsample: 64)
        XCTAssertEqual(try TissueMask(of: slide), tissue)
        XCTAssertEqual(slide.statistics.pixelsRead, read, "nothing is decoded again")
    }

    func testWhatIsKeptDoesNotDependOnWhatWasAskedForFirst() throws {
        let first = try oneLevel()
        let second = try oneLevel()
        let thumbnail = try first.thumbnail(maximumSide: 300)
        let overview = try second.overview(downsample: 16)
        XCTAssertEqual(try first.overview(downsample: 16), overview)
        XCTAssertEqual(try second.thumbnail(maximumSide: 300), thumbnail)
    }

    func testTheCondensedPictureAveragesSquares() throws {
        // A level of 16.8 million pixels, whose red tells the row and green the column.
        let slide = RampSlide(size: PixelSize(width: 4100, height: 4099))
        let condensed = try slide.condensed(level: 0) { _ in }
        XCTAssertEqual(condensed.downsample, 2)
        XCTAssertEqual(condensed.pixels.size, PixelSize(width: 2050, height: 2050))
        for (x, y) in [(0, 0), (511, 512), (512, 511), (1024, 700), (2049, 2048)] {
            let expected = RampSlide.color(2 * x, 2 * y)
            XCTAssertEqual(condensed.pixels[x: x, y: y], expected, "column \(x), row \(y)")
        }
        // The last row has one row of pixels and one of white.
        let last = condensed.pixels[x: 5, y: 2049]
        let expected = (Int(RampSlide.color(10, 4098).red) + 255 + 1) / 2
        XCTAssertEqual(Int(last.red), expected)
        XCTAssertThrowsError(try slide.condensed(level: 1) { _ in })
    }

    func testAThumbnailOfOnePixelIsMade() throws {
        let slide = RampSlide(size: PixelSize(width: 40_000, height: 1_000))
        XCTAssertEqual(try slide.thumbnail(maximumSide: 1).size, PixelSize(side: 1))
    }

    func testAnOverviewThatNoMemoryHoldsIsRefused() {
        let slide = RampSlide(size: PixelSize(side: 100_000))
        XCTAssertThrowsError(try slide.overview(downsample: 1)) {
            XCTAssertEqual(
                $0 as? SlideError,
                .regionTooLarge(PixelSize(side: 100_000), maximumArea: 1 << 27))
        }
    }
}

/// A slide that computes its pixels: equal in squares of two, red by row and green by column.
private struct RampSlide: Slide {
    let name = "ramp"
    let micronsPerPixel: MicronsPerPixel? = nil
    let levels: [SlideLevel]

    init(size: PixelSize) { levels = [SlideLevel(size: size, downsample: 1)] }

    static func color(_ x: Int, _ y: Int) -> RGB { RGB(UInt8(y / 2 & 255), UInt8(x / 2 & 255), 7) }

    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        var image = Image(size: size)
        let full = levels[0].size
        let (left, top) = (Int(origin.x), Int(origin.y))
        for y in 0..<min(size.height, full.height - top) {
            for x in 0..<min(size.width, full.width - left) {
                image[x: x, y: y] = RampSlide.color(left + x, top + y)
            }
        }
        return image
    }
}
