import DeepTeaching
import XCTest

final class PatchGridTests: XCTestCase {
    /// Files round their resolution: only slides that are clearly coarser are cut otherwise.
    func testCoarseSlidesAreCutIntoFewerPixelsOfTheirOwn() {
        let usual = PatchGrid(side: 64, micronsPerPixel: 1.94)
        for resolution in [nil, 0.25, 1.94, 1.95, 2.1, 2.42] {
            XCTAssertEqual(PatchGrid(forSlidesOf: resolution), usual, "\(resolution ?? .nan)")
        }
        for resolution in [2.43, 4.0] {
            XCTAssertEqual(
                PatchGrid(forSlidesOf: resolution),
                PatchGrid(side: 32, micronsPerPixel: resolution), "\(resolution)")
        }
    }

    func testOverlappingPatchesAreTheSameCloserTogether() {
        XCTAssertEqual(
            PatchGrid(side: 64, micronsPerPixel: 1.94, minimumTissue: 0.3).overlapping,
            PatchGrid(side: 64, micronsPerPixel: 1.94, stride: 16, minimumTissue: 0.3))
    }

    private func slide(_ width: Int, _ height: Int, _ resolution: Double?) -> MemorySlide {
        MemorySlide(
            image: Image(size: PixelSize(width: width, height: height)),
            micronsPerPixel: resolution.map { MicronsPerPixel($0) })
    }

    func testPatchesNeverHangOverTheBorder() throws {
        let slide = slide(103, 61, 0.5)
        for (side, stride, resolution) in [(10, 10, 1.0), (7, 3, 0.5), (16, 5, 1.3), (61, 1, 0.5)] {
            let grid = PatchGrid(
                side: side, micronsPerPixel: resolution, stride: stride, minimumTissue: 0)
            let layout = try grid.layout(on: slide)
            let last = layout.patch(
                at: GridIndex(column: layout.columns - 1, row: layout.rows - 1)
            ).region
            XCTAssertLessThanOrEqual(last.right, 103 + 1e-6)
            XCTAssertLessThanOrEqual(last.bottom, 61 + 1e-6)
            XCTAssertGreaterThan(last.right + layout.stride, 103, "none is missing")
            XCTAssertGreaterThan(last.bottom + layout.stride, 61, "none is missing")
        }
    }

    func testAPatchOfExactlyTheSlideFitsInSpiteOfRounding() throws {
        let grid = PatchGrid(side: 64, micronsPerPixel: 1.94)
        // 64 * (1.94 / 0.2425) is 512.0000000000001.
        let layout = try grid.layout(on: slide(512, 1024, 0.2425))
        XCTAssertEqual([layout.columns, layout.rows], [1, 2])
    }

    func testOnlyPatchesWithEnoughTissueAreTaken() throws {
        // Tissue is the left 25 of 40 columns.
        var mask = Mask(size: PixelSize(width: 40, height: 20))
        for y in 0..<20 { for x in 0..<25 { mask[x: x, y: y] = true } }
        let tissue = TissueMask(SlideRaster(mask, downsample: 1))
        func columns(_ minimum: Double) throws -> Set<Int> {
            let grid = PatchGrid(side: 10, micronsPerPixel: 1, minimumTissue: minimum)
            return Set(try grid.patches(on: slide(40, 20, 1), tissue: tissue).map(\.index.column))
        }
        XCTAssertEqual(try columns(0), [0, 1, 2])
        XCTAssertEqual(try columns(0.5), [0, 1, 2])
        XCTAssertEqual(try columns(0.51), [0, 1])
    }

    func testOriginsAreInLevelZeroPixels() throws {
        let grid = PatchGrid(side: 8, micronsPerPixel: 2, stride: 4, minimumTissue: 0)
        let index = GridIndex(column: 3, row: 1)
        let patch = try grid.layout(on: slide(200, 100, 0.5)).patch(at: index)
        XCTAssertEqual(patch.index, index)
        XCTAssertEqual(
            patch.region, BaselineRectangle(origin: BaselinePoint(x: 48, y: 16), side: 32))
    }

    func testIndicesAreInTheOrderOfReading() {
        let read = [(0, 0), (5, 0), (0, 1), (2, 1)].map { GridIndex(column: $0, row: $1) }
        XCTAssertEqual(read.reversed().sorted(), read)
    }

    func testSlidesWithoutRoomOrResolutionAreRefusedInWords() {
        let grid = PatchGrid(side: 64, micronsPerPixel: 0.5)
        XCTAssertThrowsError(try grid.layout(on: slide(16, 16, 0.5))) { error in
            XCTAssertEqual(
                error as? PatchError,
                .slideTooSmall(
                    slide: "slide in memory", size: PixelSize(side: 16), patchSide: 64))
            XCTAssertTrue("\(error)".contains("16 x 16"))
        }
        let odd = PatchError.slideTooSmall(
            slide: "odd", size: PixelSize(side: 16), patchSide: 248.81763527054107)
        XCTAssertTrue("\(odd)".contains("patch of 248.8 level-0 pixels"), "\(odd)")
        let whole = PatchError.slideTooSmall(
            slide: "whole", size: PixelSize(side: 16), patchSide: 64.01)
        XCTAssertTrue("\(whole)".contains("patch of 64 level-0 pixels"), "\(whole)")
        XCTAssertThrowsError(try grid.layout(on: slide(600, 600, nil))) { error in
            XCTAssertEqual(error as? SlideError, .unknownResolution(slide: "slide in memory"))
        }
    }
}
