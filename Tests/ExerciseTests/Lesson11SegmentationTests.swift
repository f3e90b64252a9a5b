import Graders
import XCTest

final class Lesson11SegmentationTests: XCTestCase {
    func testIntersectionOverUnion() throws {
        try grade("intersectionOverUnion", in: .segmentation)
    }
    func testDiceLoss() throws { try grade("diceLoss", in: .segmentation) }
    func testTransposedConvolution() throws {
        try grade("transposedConvolution", in: .segmentation)
    }
    func testGRUStep() throws { try grade("gruStep", in: .segmentation) }
    func testBidirectionalSweep() throws { try grade("bidirectionalSweep", in: .segmentation) }
}
