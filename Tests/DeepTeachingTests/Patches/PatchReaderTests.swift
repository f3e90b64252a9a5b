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

    func testAPatchShowsItsPlace() throws {
        let slide = ruler(120, 70, 0.5)
        let grid = PatchGrid(side: 8, micronsPerPixel: 0.5, stride: 5, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let reader = try PatchReader(slide, grid: grid)
        let image = try XCTUnwrap(reader.images(at: [layout.place(column: 7, row: 3)]).first)
        XCTAssertEqual(image.size, PixelSize(side: 8))
        XCTAssertEqual(image[x: 0, y: 0], RGB(35, 15, 0))
        XCTAssertEqual(image[x: 7, y: 2], RGB(42, 17, 0))
    }

    func testABatchIsInTheOrderOfThePlacesAndInTheRange() throws {
        let slide = ruler(64, 64, 1)
        let grid = PatchGrid(side: 16, micronsPerPixel: 1, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let places = [layout.place(column: 3, row: 1), layout.place(column: 0, row: 2)]
        let batch = try PatchReader(slide, grid: grid).batch(at: places)
        XCTAssertEqual(batch.shape, [2, 16, 16, 3])
        XCTAssertEqual(Array(batch.elements.prefix(2)), [48.0 / 255, 16.0 / 255])
        let second = batch.elements[(16 * 16 * 3)...]
        XCTAssertEqual(Array(second.prefix(2)), [0, 32.0 / 255])
        let symmetric = try PatchReader(slide, grid: grid, range: .minusOneToOne)
            .batch(at: places)
        XCTAssertEqual(symmetric.elements[0], 48 / 127.5 - 1, accuracy: 1e-6)
        XCTAssertEqual(batch.images(), symmetric.images(range: .minusOneToOne))
        XCTAssertEqual(
            try PatchReader(slide, grid: grid).batch(at: []).shape, [0, 16, 16, 3])
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
                layout.place(column: $0 % layout.columns, row: $0 / layout.columns)
            }
            let dense = try reader.images(at: all)
            let sparse = generator.shuffled(Array(all.indices)).prefix(25)
            let images = try reader.images(at: sparse.map { all[$0] })
            for (index, image) in zip(sparse, images) {
                XCTAssertEqual(image, dense[index])
                XCTAssertEqual(image, try reader.images(at: [all[index]])[0])
            }
        }
    }

    func testACoarserPatchIsTheMeanOfItsArea() throws {
        let slide = MemorySlide(
            image: try ruler(96, 96, 1).cropped(to: 96), micronsPerPixel: MicronsPerPixel(1),
            smallestSide: 96)
        let grid = PatchGrid(side: 8, micronsPerPixel: 3, minimumTissue: 0)
        let place = try grid.layout(on: slide).place(column: 1, row: 2)
        let image = try XCTUnwrap(PatchReader(slide, grid: grid).images(at: [place]).first)
        // Columns 24, 25 and 26 of rows 48, 49 and 50.
        XCTAssertEqual(image[x: 0, y: 0], RGB(25, 49, 0))
    }

    func testAnUnreadableSlideThrows() throws {
        let slide = BrokenSlide()
        let grid = PatchGrid(side: 16, micronsPerPixel: 1, minimumTissue: 0)
        let layout = try grid.layout(on: slide)
        let reader = try PatchReader(slide, grid: grid)
        XCTAssertThrowsError(
            try reader.batch(at: (0..<4).map { layout.place(column: $0, row: 0) })
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

extension MemorySlide {
    /// The top left square of level 0.
    fileprivate func cropped(to side: Int) throws -> Image {
        try read(origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: side), level: 0)
    }
}
