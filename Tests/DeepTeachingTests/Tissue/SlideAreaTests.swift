import DeepTeaching
import XCTest

final class SlideAreaTests: XCTestCase {
    /// A crumb of four pixels, and a block with a hole of two.
    private let raster = SlideRaster(
        Mask(rows: ["##....", "##.###", "...#.#", "...#.#", "...###"]), downsample: 4)

    /// A pixel of the mask is 0.001 mm2.
    private let resolution = MicronsPerPixel(x: 5, y: 12.5)

    func testAnAreaIsThatOfAllSquarePixels() throws {
        XCTAssertEqual(try raster.pixelArea(at: resolution), 0.001, accuracy: 1e-15)
        XCTAssertEqual(try raster.foregroundArea(at: resolution), 0.014, accuracy: 1e-15)
    }

    func testAPieceOfJustTheAreaStaysAndAHoleOfJustTheAreaCloses() throws {
        func pieces(_ area: Double) throws -> Int {
            try raster.removingPieces(smallerThan: area, at: resolution).pixels.foregroundCount
        }
        XCTAssertEqual(try pieces(0), 14)
        XCTAssertEqual(try pieces(0.004), 14)
        XCTAssertEqual(try pieces(0.0041), 10)
        XCTAssertEqual(try pieces(1e9), 0)
        func filled(_ area: Double) throws -> Int {
            try raster.fillingHoles(upTo: area, at: resolution).pixels.foregroundCount
        }
        XCTAssertEqual(try filled(0.0019), 14)
        XCTAssertEqual(try filled(0.002), 16)
        XCTAssertEqual(try filled(1e9), 16, "what is open to the border is no hole")
    }

    func testTheSameAreaIsFewerPixelsWherePixelsAreLarger() throws {
        let fine = SlideRaster(
            Mask(size: PixelSize(side: 24), pixels: (0..<576).map { $0 % 24 < 8 && $0 < 24 * 8 }),
            downsample: 1)
        let coarse = SlideRaster(
            Mask(size: PixelSize(side: 6), pixels: (0..<36).map { $0 % 6 < 2 && $0 < 12 }),
            downsample: 4)
        for (limit, isKept) in [(0.0063, true), (0.0065, false)] {
            for raster in [fine, coarse] {
                let rest = try raster.removingPieces(
                    smallerThan: limit, at: MicronsPerPixel(10))
                XCTAssertEqual(rest.pixels.foregroundCount > 0, isKept, "\(limit)")
            }
        }
    }

    func testWhatHasNoAreaIsSaid() throws {
        assertThrows(TissueError.unknownResolution) { try raster.pixelArea(at: nil) }
        assertThrows(TissueError.unknownResolution) {
            try raster.removingPieces(smallerThan: 1, at: nil)
        }
        for sides in [(0.0, 1.0), (-1, -1), (.infinity, 1)] {
            let impossible = MicronsPerPixel(x: sides.0, y: sides.1)
            assertThrows(TissueError.impossibleResolution(impossible)) {
                try raster.foregroundArea(at: impossible)
            }
        }
        for area in [-0.1, .infinity] {
            assertThrows(TissueError.impossibleArea(squareMillimeters: area)) {
                try raster.fillingHoles(upTo: area, at: resolution)
            }
        }
        XCTAssertThrowsError(try raster.removingPieces(smallerThan: .nan, at: resolution))
        XCTAssertTrue("\(TissueError.unknownResolution)".contains("assumedMicronsPerPixel"))
        // A slide that says nothing has a guess, which is named as such.
        let silent = MemorySlide(
            image: Image(size: PixelSize(width: 6, height: 5)), micronsPerPixel: nil)
        assertThrows(TissueError.unknownResolution) {
            try raster.pixelArea(at: silent.micronsPerPixel)
        }
        XCTAssertEqual(try raster.pixelArea(at: silent.assumedMicronsPerPixel), 4e-6)
    }
}
