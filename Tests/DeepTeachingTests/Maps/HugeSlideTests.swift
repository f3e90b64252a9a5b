import DeepTeaching
import Foundation
import XCTest

/// A slide of 100,000 x 100,000 pixels goes through mask and map in bounded memory.
final class HugeSlideTests: XCTestCase {
    func testMemoryStaysBounded() throws {
        let slide = ComputedSlide()
        // One picture of level 0 would take 30 GB.
        XCTAssertEqual(slide.levels[0].size.area, 10_000_000_000)
        try ProcessMemory.resetHighestMark()
        let before = try ProcessMemory.resident()

        let tissue = try TissueMask(of: slide)
        // 16 micrometres are 64 level-0 pixels; the tissue covers a band of 25,600 of them.
        XCTAssertEqual(tissue.raster.downsample, 64, accuracy: 1e-9)
        XCTAssertEqual(tissue.fraction, 0.256, accuracy: 0.002)

        let grid = PatchGrid(side: 16, micronsPerPixel: 16)
        var seen = 0
        let map = try ConfidenceMap(of: slide, tissue: tissue, grid: grid) { batch in
            XCTAssertLessThanOrEqual(batch.shape[0], 64)
            seen += batch.shape[0]
            return batch.images().map { $0[x: 8, y: 8] == ComputedSlide.tumor ? 1 : 0 }
        }
        // A patch is 1024 level-0 pixels wide: 97 fit side by side, 25 rows lie in the band.
        XCTAssertEqual(seen, 25 * 97)
        let detections = map.detections()
        XCTAssertEqual(detections.count, 1)
        let detection = try XCTUnwrap(detections.first)
        XCTAssertEqual(detection.area, 64 * 256 * 256, accuracy: 1)
        XCTAssertEqual(detection.center.x, 40_960 + 4_096, accuracy: 1e-6)
        XCTAssertEqual(detection.center.y, 35_840 + 4_096, accuracy: 1e-6)

        let growth = try ProcessMemory.highest() - before
        XCTAssertLessThan(growth, 400_000_000, "bytes of resident memory at the peak")
    }
}

/// A slide that computes its pixels: a band of tissue with one square of tumour, on glass.
private struct ComputedSlide: Slide {
    static let tumor = RGB(120, 90, 160)

    let name = "computed"
    let micronsPerPixel: MicronsPerPixel? = MicronsPerPixel(0.25)
    let levels = [1.0, 4, 16].map {
        SlideLevel(size: PixelSize(side: Int(100_000 / $0)), downsample: $0)
    }

    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        guard size.area <= 20_000_000 else {
            throw SlideError.regionTooLarge(size, maximumArea: 20_000_000)
        }
        let downsample = levels[level].downsample
        var image = Image(size: size)
        for y in 0..<size.height {
            let row = origin.y + Double(y) * downsample
            guard 25_600..<51_200 ~= row else { continue }
            for x in 0..<size.width {
                let column = origin.x + Double(x) * downsample
                guard 0..<100_000 ~= column else { continue }
                let isTumor = 40_960..<49_152 ~= column && 35_840..<44_032 ~= row
                image[x: x, y: y] = isTumor ? ComputedSlide.tumor : RGB(225, 160, 200)
            }
        }
        return image
    }
}
