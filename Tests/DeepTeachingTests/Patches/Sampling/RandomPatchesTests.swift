import DeepTeaching
import XCTest

final class RandomPatchesTests: XCTestCase {
    private let slide = MemorySlide(
        image: Image(size: PixelSize(width: 200, height: 120)),
        micronsPerPixel: MicronsPerPixel(1))

    /// A mask of cells of 10 pixels, of which those left of a column are foreground.
    private func raster(leftOf column: Int) -> SlideRaster<Mask> {
        var mask = Mask(size: PixelSize(width: 20, height: 12))
        for y in 0..<12 { for x in 0..<column { mask[x: x, y: y] = true } }
        return SlideRaster(mask, downsample: 10)
    }

    private func grid(minimumTissue: Double = 0.5) -> PatchGrid {
        PatchGrid(side: 10, micronsPerPixel: 2, minimumTissue: minimumTissue)
    }

    func testEachPlaceWithEnoughTissueIsEquallyLikely() throws {
        let random = RandomPatches(grid: grid())
        var generator = SeededGenerator(seed: 2)
        let regions = try random.drawn(
            8000, on: slide, tissue: TissueMask(raster(leftOf: 10)), using: &generator)
        XCTAssertEqual(regions.count, 8000)
        XCTAssertEqual(Set(regions.map(\.width)), [20])
        // Half of a patch is tissue up to x = 90; below lie 100 pixels in which it fits.
        XCTAssertTrue(regions.allSatisfy { (0...90).contains($0.origin.x) })
        XCTAssertTrue(regions.allSatisfy { (0...100).contains($0.origin.y) })
        for start in stride(from: 0.0, to: 90, by: 15) {
            let share = regions.count { start <= $0.origin.x && $0.origin.x < start + 15 }
            XCTAssertEqual(Double(share) / 8000, 1.0 / 6, accuracy: 0.017, "from \(start) on")
        }
        let upper = regions.count { $0.origin.y < 50 }
        XCTAssertEqual(Double(upper) / 8000, 0.5, accuracy: 0.03)
    }

    func testTheLeastShareOfTumorAndTheLargestOverlapHold() throws {
        let (tissue, tumor) = (TissueMask(raster(leftOf: 15)), TumorMask(raster(leftOf: 5)))
        for (share, overlap) in [(0.25, 1.0), (0.25, 0.3), (0.75, 0.0), (1, 0.6)] {
            var random = RandomPatches(grid: grid(minimumTissue: 0.1))
            (random.minimumTumor, random.maximumOverlap) = (share, overlap)
            var generator = SeededGenerator(seed: 5)
            let regions = try random.drawn(
                12, on: slide, tissue: tissue, tumor: tumor, using: &generator)
            XCTAssertGreaterThan(regions.count, overlap == 0 ? 3 : 11)
            XCTAssertTrue(regions.allSatisfy { tumor.fraction(of: $0) >= share })
            for (index, region) in regions.enumerated() {
                for other in regions[..<index] {
                    let width = max(0, 20 - abs(region.origin.x - other.origin.x))
                    let height = max(0, 20 - abs(region.origin.y - other.origin.y))
                    XCTAssertLessThanOrEqual(width * height / 400, overlap + 1e-9)
                }
            }
        }
    }

    /// The same for patches with tumour at its edge: those that hold less of it are as likely.
    func testEachPlaceWithEnoughTumorIsEquallyLikely() throws {
        var random = RandomPatches(grid: grid())
        random.minimumTumor = 0.2
        var generator = SeededGenerator(seed: 2)
        let regions = try random.drawn(
            6000, on: slide, tissue: TissueMask(raster(leftOf: 20)),
            tumor: TumorMask(raster(leftOf: 4)), using: &generator)
        // A fifth of a patch is tumour up to x = 36, all of it up to x = 20.
        let atEdge = regions.count { $0.origin.x > 20 }
        XCTAssertEqual(Double(atEdge) / 6000, 16.0 / 36, accuracy: 0.03)
    }

    func testTheSeedDecidesAndTheSlideEnds() throws {
        let tissue = TissueMask(raster(leftOf: 10))
        var random = RandomPatches(grid: grid())
        var (a, b) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
        let first = try random.drawn(20, on: slide, tissue: tissue, using: &a)
        XCTAssertEqual(first, try random.drawn(20, on: slide, tissue: tissue, using: &b))
        XCTAssertNotEqual(first, try random.drawn(20, on: slide, tissue: tissue, using: &b))
        random.maximumOverlap = 0
        let few = try random.drawn(1000, on: slide, tissue: tissue, using: &a)
        // 110 x 120 pixels hold at most 30 squares of 20.
        XCTAssertTrue((10...30).contains(few.count), "\(few.count)")
        XCTAssertEqual(try random.drawn(0, on: slide, tissue: tissue, using: &a), [])
        let none = TissueMask(raster(leftOf: 0))
        XCTAssertEqual(try random.drawn(5, on: slide, tissue: none, using: &a), [])
    }

    func testSettingsThatMakeNoSense() throws {
        let tissue = TissueMask(raster(leftOf: 10))
        var generator = SeededGenerator(seed: 1)
        for (tumor, overlap, words) in [
            (1.5, 0.5, "least share of tumour cannot be 1.5"),
            (0, -0.1, "largest overlap cannot be -0.1"),
            (0, .nan, "largest overlap cannot be nan"),
            (0.5, 1, "give the mask of the tumour"),
        ] {
            var random = RandomPatches(grid: grid())
            (random.minimumTumor, random.maximumOverlap) = (tumor, overlap)
            XCTAssertThrowsError(
                try random.drawn(1, on: slide, tissue: tissue, using: &generator)
            ) { XCTAssertTrue("\($0)".contains(words), "\($0)") }
        }
        let huge = RandomPatches(grid: PatchGrid(side: 500, micronsPerPixel: 1))
        XCTAssertThrowsError(try huge.drawn(1, on: slide, tissue: tissue, using: &generator))
    }
}
