import DeepTeaching
import XCTest

final class MapAssemblyTests: XCTestCase {
    /// The mean of red, from 0 to 1: what the classifier of these tests calls tumour.
    private func meanRed(_ batch: Tensor<Float>) -> [Float] {
        batch.images().map { image in
            let reds = stride(from: 0, to: image.pixels.count, by: 3).map { image.pixels[$0] }
            return Float(reds.reduce(0) { $0 + Int($1) }) / Float(255 * reds.count)
        }
    }

    private func slide(_ width: Int, _ height: Int, red: (Int, Int) -> UInt8) -> MemorySlide {
        var image = Image(size: PixelSize(width: width, height: height))
        for y in 0..<height {
            for x in 0..<width { image[x: x, y: y] = RGB(red(x, y), 0, 0) }
        }
        return MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(0.5))
    }

    private func allTissue(_ slide: MemorySlide) -> TissueMask {
        TissueMask(
            SlideRaster(Mask(size: slide.levels[0].size, repeating: true), downsample: 1))
    }

    func testEachCellSaysWhatLiesUnderIt() throws {
        let slide = slide(50, 30) { x, y in UInt8(x / 10 * 10 + y / 10) }
        let grid = PatchGrid(side: 10, micronsPerPixel: 0.5)
        let map = try ConfidenceMap(
            of: slide, tissue: allTissue(slide), grid: grid, batchSize: 4, classify: meanRed)
        XCTAssertEqual(map.probabilities.size, PixelSize(width: 5, height: 3))
        XCTAssertEqual(map.frame, RasterFrame(downsample: 10))
        XCTAssertEqual(map.cellMicrons, MicronsPerPixel(5))
        for y in 0..<3 {
            for x in 0..<5 {
                XCTAssertEqual(
                    map.probabilities[x: x, y: y], Float(10 * x + y) / 255, accuracy: 1e-6)
            }
        }
    }

    func testOverlapsAreAveragedAndTheBorderIsUncovered() throws {
        // Patches of 8 at 0, 4 and 8 on 18 columns; the cells are 4 wide.
        let slide = slide(18, 8) { x, _ in x < 8 ? 0 : 240 }
        let grid = PatchGrid(side: 8, micronsPerPixel: 0.5, stride: 4)
        let map = try ConfidenceMap(
            of: slide, tissue: allTissue(slide), grid: grid, classify: meanRed)
        XCTAssertEqual(map.probabilities.size, PixelSize(width: 5, height: 2))
        // The three patches are 0, 1/2 and 1 times 240 / 255.
        let expected: [Float] = [0, 0.25, 0.75, 1, 0].map { $0 * 240 / 255 }
        for y in 0..<2 {
            for x in 0..<5 {
                XCTAssertEqual(map.probabilities[x: x, y: y], expected[x], accuracy: 1e-6)
                XCTAssertEqual(map.covered[x: x, y: y], x < 4)
            }
        }
    }

    func testGlassStaysUncoveredAndUnseen() throws {
        let slide = slide(40, 20) { _, _ in 200 }
        var mask = Mask(size: PixelSize(width: 4, height: 2))
        mask[x: 2, y: 0] = true
        mask[x: 0, y: 1] = true
        var seen = 0
        let map = try ConfidenceMap(
            of: slide, tissue: TissueMask(SlideRaster(mask, downsample: 10)),
            grid: PatchGrid(side: 10, micronsPerPixel: 0.5)
        ) { batch in
            seen += batch.shape[0]
            return meanRed(batch)
        }
        XCTAssertEqual(map.covered, mask)
        XCTAssertEqual(seen, 2)
        XCTAssertEqual(map.probabilities[x: 1, y: 0], 0)
    }

    func testTheBatchSizeIsALimitAndChangesNothing() throws {
        let slide = slide(90, 70) { x, y in UInt8((x * 7 + y * 13) % 256) }
        let grid = PatchGrid(side: 12, micronsPerPixel: 0.5, stride: 6)
        var maps: [ConfidenceMap] = []
        for size in [1, 5, 64] {
            var progress: [Double] = []
            let map = try ConfidenceMap(
                of: slide, tissue: allTissue(slide), grid: grid, batchSize: size,
                progress: { progress.append($0) }
            ) { batch in
                XCTAssertLessThanOrEqual(batch.shape[0], size)
                return meanRed(batch)
            }
            XCTAssertEqual(progress, progress.sorted())
            XCTAssertEqual(progress.last, 1)
            maps.append(map)
        }
        XCTAssertEqual(maps[0], maps[1])
        XCTAssertEqual(maps[0], maps[2])
    }

    func testAWrongNumberOfPredictionsIsReported() {
        let slide = slide(40, 40) { _, _ in 0 }
        XCTAssertThrowsError(
            try ConfidenceMap(
                of: slide, tissue: allTissue(slide), grid: PatchGrid(side: 10, micronsPerPixel: 0.5)
            ) { _ in [0.5] }
        ) {
            XCTAssertEqual($0 as? PatchError, .wrongPredictionCount(expected: 16, got: 1))
        }
    }
}
