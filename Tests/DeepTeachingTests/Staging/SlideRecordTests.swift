import DeepTeaching
import XCTest

/// What is known of a slide, and what its files hold.
final class SlideRecordTests: XCTestCase {
    private func record(_ type: MetastasisType, annotation: URL? = nil) -> SlideRecord {
        SlideRecord(
            name: "patient_021_node_1", patient: 21, node: 1, center: 1, type: type,
            file: URL(fileURLWithPath: "/nowhere.tif"), annotation: annotation)
    }

    func testOnlyAPositiveSlideNeedsOutlinesToBeKnown() {
        XCTAssertTrue(record(.negative).isLabeled)
        XCTAssertFalse(record(.negative).isPositive)
        XCTAssertFalse(record(.itc).isLabeled)
        XCTAssertTrue(record(.itc).isPositive)
        XCTAssertTrue(record(.macro, annotation: URL(fileURLWithPath: "/a.xml")).isLabeled)
    }

    func testAResolutionThatIsToldCountsInPlaceOfTheFilesOwn() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        var slide = try CamelyonFolder(url: sample.url).patients[1].slides[1]
        XCTAssertEqual(try slide.open().micronsPerPixel?.mean ?? .nan, 1, accuracy: 1e-6)
        slide.micronsPerPixel = MicronsPerPixel(0.25)
        XCTAssertEqual(try slide.open().micronsPerPixel, MicronsPerPixel(0.25))
    }

    func testAPositiveSlideWhoseFileOutlinesNothingIsRefused() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        var slide = try CamelyonFolder(url: sample.url).patients[1].slides[1]
        XCTAssertEqual(try slide.outlines().count, 1)
        try sample.add("lesion_annotations/patient_021_node_1.xml", CamelyonSample.xml([]))
        XCTAssertThrowsError(try slide.outlines())
        slide.annotation = nil
        XCTAssertEqual(try slide.outlines(), [])
    }
}
