import DeepTeaching
import XCTest

final class PatchLabelTests: XCTestCase {
    private func outline(_ kind: Annotation.Kind, _ rectangle: PixelRectangle) -> Annotation {
        let (left, top) = (Double(rectangle.x), Double(rectangle.y))
        let (right, bottom) = (left + Double(rectangle.width), top + Double(rectangle.height))
        return Annotation(
            name: "test", kind: kind,
            outline: [
                BaselinePoint(x: left, y: top), BaselinePoint(x: right, y: top),
                BaselinePoint(x: right, y: bottom), BaselinePoint(x: left, y: bottom),
            ])
    }

    private func patch(_ x: Double, _ y: Double) -> BaselineRectangle {
        BaselineRectangle(origin: BaselinePoint(x: x, y: y), side: 32)
    }

    private func tumor() -> TumorMask {
        // The exclusion comes first: its place in the file must not matter.
        TumorMask(
            [
                outline(.exclusion, PixelRectangle(x: 96, y: 64, width: 32, height: 32)),
                outline(.tumor, PixelRectangle(x: 64, y: 32, width: 96, height: 96)),
            ], slideSize: PixelSize(width: 300, height: 201), downsample: 4)
    }

    func testTheMaskIsTumorWithoutExclusions() {
        let tumor = tumor()
        XCTAssertEqual(tumor.mask.size, PixelSize(width: 75, height: 51))
        XCTAssertEqual(tumor.mask.foregroundCount * 16, 96 * 96 - 32 * 32)
        XCTAssertTrue(tumor.contains(BaselinePoint(x: 65, y: 33)))
        XCTAssertFalse(tumor.contains(BaselinePoint(x: 33, y: 65)), "x is not y")
        XCTAssertFalse(tumor.contains(BaselinePoint(x: 100, y: 70)), "an exclusion")
    }

    func testTheMiddleDecides() {
        let labeler = PatchLabeler(tumor: tumor(), unannotated: .normal)
        XCTAssertEqual(labeler.label(of: patch(64, 32)), .tumor)
        XCTAssertEqual(labeler.label(of: patch(96, 64)), .normal, "inside the exclusion")
        XCTAssertEqual(labeler.label(of: patch(40, 32)), .normal, "only its margin is tumour")
        // The middle, 16 wide, reaches from 50 to 66: an eighth of it is tumour.
        XCTAssertEqual(labeler.label(of: patch(42, 32)), .unknown)
        XCTAssertEqual(labeler.label(of: patch(49, 32)), .tumor)
    }

    func testALabelerDrawsItsMaskAtAResolution() {
        let outlines = [outline(.tumor, PixelRectangle(x: 64, y: 32, width: 96, height: 96))]
        let size = PixelSize(width: 300, height: 200)
        func slide(_ microns: Double?) -> MemorySlide {
            MemorySlide(
                name: "test", image: Image(size: size, color: .white),
                micronsPerPixel: microns.map { MicronsPerPixel($0) })
        }
        func downsample(_ microns: Double?) -> Double {
            PatchLabeler(outlines: outlines, on: slide(microns), unannotated: .normal)
                .tumor.raster.downsample
        }
        XCTAssertEqual(downsample(2), 4)
        XCTAssertEqual(downsample(16), 1, "not finer than the slide")
        XCTAssertEqual(downsample(nil), 1)
        let labeler = PatchLabeler(outlines: outlines, on: slide(2), unannotated: .normal)
        XCTAssertEqual(labeler.label(of: patch(64, 32)), .tumor)
        XCTAssertEqual(labeler.label(of: patch(200, 32)), .normal)
    }

    func testTheRestOfAPositiveSlideIsNotSimplyNegative() {
        let labeler = PatchLabeler(tumor: tumor(), unannotated: .unknown)
        XCTAssertEqual(labeler.label(of: patch(250, 10)), .unknown)
        XCTAssertEqual(labeler.label(of: patch(64, 32)), .tumor)
        XCTAssertEqual(UnannotatedTissue(isPositive: true, isCompletelyAnnotated: false), .unknown)
        XCTAssertEqual(UnannotatedTissue(isPositive: true, isCompletelyAnnotated: true), .normal)
        XCTAssertEqual(UnannotatedTissue(isPositive: false, isCompletelyAnnotated: false), .normal)
    }

    /// A slide that does not state its resolution has no mask of billions of pixels.
    func testTheMaskOfALargeSlideWithoutResolutionIsBounded() {
        struct Unknown: Slide {
            let name = "unknown"
            let levels = [SlideLevel(size: PixelSize(side: 100_000), downsample: 1)]
            let micronsPerPixel: MicronsPerPixel? = nil

            func read(origin: BaselinePoint, size: PixelSize, level: Int) -> Image {
                Image(size: size)
            }
        }
        let drawn = outline(
            .tumor, PixelRectangle(x: 40_000, y: 40_000, width: 20_000, height: 20_000))
        let labeler = PatchLabeler(outlines: [drawn], on: Unknown(), unannotated: .normal)
        XCTAssertLessThanOrEqual(labeler.tumor.mask.size.area, 1 << 27)
        XCTAssertEqual(labeler.label(of: patch(50_000, 50_000)), .tumor)
        XCTAssertEqual(labeler.label(of: patch(30_000, 50_000)), .normal)
    }
}
