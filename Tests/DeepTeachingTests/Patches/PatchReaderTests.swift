import DeepTeaching
import XCTest

final class PatchReaderTests: XCTestCase {
    /// A slide on which each pixel says where it is: red the column, green the row.
    private func ruler(_ width: Int, _ height: Int, _ resolution: Double) -> MemorySlide {
        var image = Image(size: PixelSize(width: width, height: height))
        for y in 0..<height {
            for x in 0..<width {
                image[x: x, y: y] = RGB(
                    UInt8(truncatingIfNeeded: x), UInt8(truncatingIfNeeded: y),
                    UInt8(x / 256 * 16 + y / 256))
            }
        }
        return MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(resolution))
    }

    func testAPatchShowsItsRegion() throws {
        let slide = ruler(120, 70, 0.5)
        let grid = PatchGrid(side: 8, micronsPerPixel: 0.5, stride: 5, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let reader = try PatchReader(slide, grid: grid)
        let image = try XCTUnwrap(reader.images(of: [layout.region(7, 3)]).first)
        XCTAssertEqual(image.size, PixelSize(side: 8))
        XCTAssertEqual(image[x: 0, y: 0], RGB(35, 15, 0))
        XCTAssertEqual(image[x: 7, y: 2], RGB(42, 17, 0))
    }

    func testABatchIsInTheOrderOfTheRegionsAndInTheRange() throws {
        let slide = ruler(64, 64, 1)
        let grid = PatchGrid(side: 16, micronsPerPixel: 1, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let regions = [layout.region(3, 1), layout.region(0, 2)]
        let batch = try PatchReader(slide, grid: grid).batch(of: regions)
        XCTAssertEqual(batch.shape, [2, 16, 16, 3])
        XCTAssertEqual(Array(batch.elements.prefix(2)), [48.0 / 255, 16.0 / 255])
        let second = batch.elements[(16 * 16 * 3)...]
        XCTAssertEqual(Array(second.prefix(2)), [0, 32.0 / 255])
        let symmetric = try PatchReader(slide, grid: grid, range: .minusOneToOne)
            .batch(of: regions)
        XCTAssertEqual(symmetric.elements[0], 48 / 127.5 - 1, accuracy: 1e-6)
        XCTAssertEqual(batch.images(), symmetric.images(range: .minusOneToOne))
        XCTAssertEqual(
            try PatchReader(slide, grid: grid).batch(of: []).shape, [0, 16, 16, 3])
    }

    /// Reading in blocks is for speed alone.
    func testAPatchDoesNotDependOnItsCompany() throws {
        let slide = ruler(3000, 1300, 0.25)
        for (side, resolution, stride) in [(64, 0.25, 40), (32, 1.0, 32), (20, 0.7, 17)] {
            let grid = PatchGrid(
                side: side, micronsPerPixel: resolution, stride: stride, minimumTissue: 0)
            let layout = try grid.layout(on: slide)
            let reader = try PatchReader(slide, grid: grid)
            var generator = SeededGenerator(seed: 8)
            let all = (0..<layout.rows * layout.columns).map {
                layout.region($0 % layout.columns, $0 / layout.columns)
            }
            let dense = try reader.images(of: all)
            let sparse = generator.shuffled(Array(all.indices)).prefix(25)
            let images = try reader.images(of: sparse.map { all[$0] })
            for (index, image) in zip(sparse, images) {
                XCTAssertEqual(image, dense[index])
                XCTAssertEqual(image, try reader.images(of: [all[index]])[0])
            }
        }
    }

    func testACoarserPatchIsTheMeanOfItsArea() throws {
        let slide = MemorySlide(
            image: try ruler(96, 96, 1).cropped(to: 96), micronsPerPixel: MicronsPerPixel(1),
            smallestSide: 96)
        let grid = PatchGrid(side: 8, micronsPerPixel: 3, minimumTissue: 0)
        let region = try grid.layout(on: slide).region(1, 2)
        let image = try XCTUnwrap(PatchReader(slide, grid: grid).images(of: [region]).first)
        // Columns 24, 25 and 26 of rows 48, 49 and 50.
        XCTAssertEqual(image[x: 0, y: 0], RGB(25, 49, 0))
    }

    /// Patches between those of the grid are read too, at the nearest pixels.
    func testARegionNeedNotBeOneOfTheGrids() throws {
        let slide = ruler(120, 70, 0.5)
        let grid = PatchGrid(side: 8, micronsPerPixel: 0.5, minimumTissue: 0)
        let region = try grid.layout(on: slide).region(around: BaselinePoint(x: 50.25, y: 20))
        let image = try XCTUnwrap(PatchReader(slide, grid: grid).images(of: [region]).first)
        XCTAssertEqual(image[x: 0, y: 0], RGB(46, 16, 0))
    }

    func testAnUnreadableSlideThrows() throws {
        let slide = BrokenSlide()
        let grid = PatchGrid(side: 16, micronsPerPixel: 1, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let reader = try PatchReader(slide, grid: grid)
        XCTAssertThrowsError(
            try reader.batch(of: (0..<4).map { layout.region($0, 0) })
        ) { error in
            XCTAssertEqual(error as? SlideError, .unreadable(path: "broken", reason: "test"))
        }
    }
}

/// A slide that cannot be read.
private struct BrokenSlide: Slide {
    let name = "broken"
    let levels = [SlideLevel(size: PixelSize(side: 64), downsample: 1)]
    let micronsPerPixel: MicronsPerPixel? = MicronsPerPixel(1)

    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        throw SlideError.unreadable(path: name, reason: "test")
    }
}

extension PatchLayout {
    /// The region of the patch in a column and a row.
    fileprivate func region(_ column: Int, _ row: Int) -> BaselineRectangle {
        patch(at: GridIndex(column: column, row: row)).region
    }
}

extension MemorySlide {
    /// The top left square of level 0.
    fileprivate func cropped(to side: Int) throws -> Image {
        try read(origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: side), level: 0)
    }
}
