import DeepTeaching
import Foundation
import XCTest

final class SlidePartTests: XCTestCase {
    private let picture = SlideFixtures.picture(400, 300)

    private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double)
        -> BaselineRectangle
    {
        BaselineRectangle(origin: BaselinePoint(x: x, y: y), width: width, height: height)
    }

    func testAPartShowsItsPixelsAndWhiteAround() throws {
        let slide = MemorySlide(image: picture, micronsPerPixel: MicronsPerPixel(0.5))
        let part = try SlidePart(slide, region: rectangle(101, 53, 120, 80))
        XCTAssertEqual(part.levels[0].size, PixelSize(width: 120, height: 80))
        XCTAssertEqual(part.micronsPerPixel, MicronsPerPixel(0.5))
        let image = try part.read(
            origin: BaselinePoint(x: -5, y: -3), size: PixelSize(width: 140, height: 90), level: 0)
        for y in 0..<90 {
            for x in 0..<140 {
                let (px, py) = (x - 5, y - 3)
                let isInside = 0..<120 ~= px && 0..<80 ~= py
                XCTAssertEqual(
                    image[x: x, y: y], isInside ? picture[x: 101 + px, y: 53 + py] : .white)
            }
        }
        let beside = try part.read(
            origin: BaselinePoint(x: 500, y: 0), size: PixelSize(side: 3), level: 0)
        XCTAssertEqual(beside, Image(size: PixelSize(side: 3)))
    }

    func testCoarserLevelsReachAsFar() throws {
        let slide = MemorySlide(image: picture)
        let part = try SlidePart(slide, region: rectangle(100, 40, 121, 80))
        XCTAssertEqual(part.levels[1].size, PixelSize(width: 61, height: 40))
        XCTAssertEqual(part.levels[1].downsample, 2)
        let half = try part.read(
            origin: BaselinePoint(x: 0, y: 0), size: part.levels[1].size, level: 1)
        XCTAssertEqual(
            half,
            try slide.read(
                origin: BaselinePoint(x: 100, y: 40), size: part.levels[1].size, level: 1))
    }

    func testAPartMustLieOnTheSlide() throws {
        let slide = MemorySlide(image: picture)
        _ = try SlidePart(slide, region: rectangle(0, 0, 400, 300))
        for region in [
            rectangle(-1, 0, 10, 10), rectangle(391, 0, 10, 10), rectangle(0, 291, 10, 10),
        ] {
            XCTAssertThrowsError(try SlidePart(slide, region: region)) {
                guard case .partBeside = $0 as? SlideError else { return XCTFail("\($0)") }
            }
        }
        XCTAssertThrowsError(try SlidePart(slide, region: rectangle(0, 0, 0, 10)))
    }

    /// The outlines move with the part.
    func testARecordOfAPart() throws {
        let folder = try SlideFixtures.folder(for: self)
        let (file, outlines) = (
            folder.appending(path: "photo.png"), folder.appending(path: "photo.geojson")
        )
        try picture.writePNG(to: file)
        let corners = [(110.0, 60.0), (130, 60), (130, 90)].map { BaselinePoint(x: $0.0, y: $0.1) }
        let far = corners.map { BaselinePoint(x: $0.x + 200, y: $0.y) }
        try AnnotationFile(annotations: [
            Annotation(name: "far", kind: .tumor, outline: far),
            Annotation(name: "near", kind: .tumor, outline: corners),
        ]).write(to: outlines)
        let record = SlideRecord(
            name: "photo", patient: 0, node: 0, center: 0, type: .macro, file: file,
            annotation: outlines, micronsPerPixel: MicronsPerPixel(1),
            region: rectangle(100, 50, 120, 80))
        XCTAssertEqual(
            try record.outlines(),
            [
                Annotation(
                    name: "near", kind: .tumor,
                    outline: [(10.0, 10.0), (30, 10), (30, 40)].map {
                        BaselinePoint(x: $0.0, y: $0.1)
                    })
            ])
        let slide = try record.open()
        XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(1))
        XCTAssertEqual(slide.levels[0].size, PixelSize(width: 120, height: 80))
        XCTAssertEqual(
            try slide.read(origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 1), level: 0)[
                x: 0, y: 0], picture[x: 100, y: 50])
    }
}
