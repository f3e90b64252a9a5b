import DeepTeaching
import XCTest

/// What is wrong with outlines and masks, beside their slides and labels.
final class AnnotationInspectionTests: XCTestCase {
    private let outlines = "lesion_annotations/patient_021_node_1.xml"

    func testAnAnnotationThatIsCutOff() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.add(outlines, "<ASAP_Annotations><Annot")
        let inspection = try sample.inspection()
        XCTAssertEqual(inspection.findings.count, 1)
        XCTAssertTrue("\(inspection.findings[0])".contains(outlines + ", line 1: "))
        // A positive slide without outlines can still be examined.
        let slide = inspection.soundFolder?.patients[1].slides[1]
        XCTAssertEqual(slide?.name, "patient_021_node_1")
        XCTAssertNil(slide?.annotation)
    }

    func testAPositiveSlideWithoutTumourInItsAnnotation() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let remedy = InspectionFinding.Remedy.leaveOutAnnotation("patient_021_node_1")
        for text in [CamelyonSample.xml([]), CamelyonSample.xml([(10, 10)], group: "Exclusion")] {
            try sample.add(outlines, text)
            try assertFinding(.noTumor(type: .macro), in: outlines, of: sample, remedy: remedy)
        }
    }

    /// Who is right is unknown, so its tissue is not taken for normal.
    func testANegativeSlideWithOutlinesOfTumour() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let path = "lesion_annotations/patient_021_node_0.xml"
        try sample.add(path, CamelyonSample.xml([(10, 10), (30, 30)]))
        try assertFinding(
            .tumorOnNegative(outlines: 2), in: path, of: sample,
            remedy: .leaveOutSlide("patient_021_node_0"))
        try sample.add(path, "damaged")
        XCTAssertEqual(
            try sample.inspection().findings.map(\.remedy), [.leaveOutSlide("patient_021_node_0")])
        try sample.add(path, CamelyonSample.xml([(10, 10)], group: "Exclusion"))
        XCTAssertEqual(try sample.inspection().findings, [], "what is no tumour agrees")
    }

    func testOutlinesBesideTheSlide() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let size = CamelyonSample.picture(of: 21, 1).size
        try sample.add(outlines, CamelyonSample.xml([(10, 10), (Double(size.width) + 5, 10)]))
        try assertFinding(
            .outlinesBeside(outlines: 1, of: 2, slide: size), in: outlines, of: sample,
            remedy: .leaveOutAnnotation("patient_021_node_1"))
        try sample.add(outlines, CamelyonSample.xml([(-3, 10)]))
        let warnings = try sample.inspection().warnings
        XCTAssertEqual(warnings.map(\.problem), [.outlinesOverBorder(outlines: 1, of: 1)])
        XCTAssertEqual(try sample.inspection().faults, [])
    }

    func testAMaskOfAnotherSizeIsAWarning() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let other = CamelyonSample.picture(of: 3, 3)
        let path = "masks/patient_021_node_1_mask.tif"
        try sample.add(path, try sample.bytes(of: other))
        let size = CamelyonSample.picture(of: 21, 1).size
        try assertFinding(
            .otherMaskSize(mask: other.size, slide: size), in: path, of: sample, remedy: .nothing)
        XCTAssertEqual(try sample.inspection().faults, [])
        try sample.add(path, try sample.bytes(of: CamelyonSample.picture(of: 21, 1)))
        XCTAssertEqual(try sample.inspection().findings, [])
    }
}
